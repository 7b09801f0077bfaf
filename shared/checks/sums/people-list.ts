import type { PlacedSentence } from '../check-context.js'
import { cardinalAt } from '../extract/en/counts.js'
import { functionWords } from '../extract/en/function-words.js'
import { isOfPeople } from '../extract/en/people-words.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import type { NamedList } from './named-list.js'

/** One item of a list of people: how many they are, and whether it may only say who the one before is. */
interface Item {
  next: number
  value: number
  mayDescribe: boolean
}

const determiners = new Set('a an the his her their its one another'.split(' '))

const pairs = new Set('couple pair twins newlyweds'.split(' '))

/** Nouns for people of whom nothing says how many they are. */
const groups = new Set(
  (
    'family crew group team party gang class crowd others rest people children parents relatives friends staff ' +
    'band choir chorus orchestra ensemble trio quartet quintet section jury panel board council committee delegation squad patrol unit'
  ).split(' '),
)

/** How many words the noun of an item may fill: "an off-duty nurse". */
const longestNoun = 4

/**
 * "Four people were killed: the driver, two students and a couple from Lyon.", "… the driver and two students: three in all":
 * a number of people beside a list of who they are, told by what they do. Null without one, where an item may stand for any
 * number, and where the list comes to the number once what may only describe the item before is left out.
 */
export function peopleListIn(
  { paragraph, sentence }: PlacedSentence,
  quantities: readonly Quantity[],
): NamedList | null {
  const { tokens } = paragraph.annotated
  for (const count of quantities) {
    if (count.unit !== '' || count.bound !== 'exact' || !(count.value >= 2 && count.value <= 20)) continue
    const list = isInAll(tokens, count)
      ? listUpTo(tokens, sentence.first, count)
      : listBehind(tokens, sentence.next, count)
    if (!list) continue
    const [most, least] = [sumOf(list.items), sumOf(list.items.filter(({ mayDescribe }) => !mayDescribe))]
    if (count.value >= least && count.value <= most) return null
    return { count, first: list.first, next: list.next, listed: most }
  }
  return null
}

interface Found {
  first: number
  next: number
  items: readonly Item[]
}

function sumOf(items: readonly Item[]): number {
  return items.reduce((all, { value }) => all + value, 0)
}

/** "four people in all", "three altogether". */
function isInAll(tokens: readonly Token[], { next }: Quantity): boolean {
  const behind = tokens.slice(next, next + 4).map(({ lower }) => lower)
  const at = behind[0] === 'people' ? 1 : 0
  return behind[at] === 'altogether' || (behind[at] === 'in' && /^(all|total)$/.test(behind[at + 1] ?? ''))
}

/** "Four people were killed: the driver, …": behind a colon that nothing but the verb stands before. */
function listBehind(tokens: readonly Token[], end: number, { next, noun }: Quantity): Found | null {
  const colon = tokens.slice(next, next + 8).findIndex(({ lower }) => lower === ':')
  if (!isOfPeople(noun) || colon < 0) return null
  const lead = tokens.slice(next, next + colon)
  if (lead.some(({ kind, lower }) => kind === 'number' || lower === ',' || lower === 'of')) return null
  const found = listFrom(tokens, next + colon + 1, end)
  return found && /^[.;–—]$/.test(tokens[found.next]?.lower ?? '.') ? found : null
}

/** How far behind its list the total may stand, in tokens: ", the police said:". */
const totalReach = 6

/** "The dead are the driver, two students and a couple from Lyon, the police said: four people in all." */
function listUpTo(tokens: readonly Token[], start: number, { first }: Quantity): Found | null {
  const verb = tokens.findIndex(
    ({ lower }, at) => at >= start && at < first && /^(are|were|is|was)$/.test(lower),
  )
  const from = verb >= 0 && verb - start <= 4 ? verb + 1 : start
  const found = listFrom(tokens, from, first)
  if (!found || first - found.next > totalReach || first <= found.next) return null
  return /^[,:–—]$/.test(tokens[first - 1]?.lower ?? '') ? found : null
}

/** Items with commas between them and "and" before the last. */
function listFrom(tokens: readonly Token[], first: number, end: number): Found | null {
  const items: Item[] = []
  let at = first
  let isLast = false
  let isBehindComma = false
  while (at < end) {
    const item = itemAt(tokens, at, end)
    if (!item) return null
    items.push({ ...item, mayDescribe: item.mayDescribe && isBehindComma && !isLast })
    at = item.next
    if (isLast) break
    const mark = tokens[at]?.lower ?? ''
    if (mark !== ',' && mark !== 'and') return null
    isLast = mark === 'and' || tokens[at + 1]?.lower === 'and'
    isBehindComma = mark === ','
    at += mark === ',' && isLast ? 2 : 1
  }
  return isLast && items.length >= 2 ? { first, next: at, items } : null
}

/** "the driver", "two students", "a couple from Lyon", "a woman of 34". */
function itemAt(tokens: readonly Token[], at: number, end: number): Item | null {
  const token = tokens[at]
  if (!token) return null
  const number = cardinalAt(tokens, at)
  const isOne = determiners.has(token.lower)
  const value = isOne ? 1 : (number?.value ?? (/^\d{1,2}$/.test(token.lower) ? Number(token.lower) : 0))
  if (!value) return null
  let next = isOne ? at + 1 : (number?.next ?? at + 1)
  const start = next
  while (next < end && next - start < longestNoun && isPlain(tokens[next])) next++
  const noun = tokens[next - 1]?.lower ?? ''
  if (next === start || groups.has(noun)) return null
  // "the students": of whom it is not said how many they are.
  if (isOne && !pairs.has(noun) && noun.endsWith('s') && !noun.endsWith('ss')) return null
  return {
    next: behindOrigin(tokens, next, end),
    value: pairs.has(noun) ? value * 2 : value,
    mayDescribe: /^an?$/.test(token.lower),
  }
}

function isPlain(token: Token | undefined): boolean {
  if (!token) return false
  if (token.lower === '-') return !token.spaced
  return token.kind === 'word' && !token.capital && !functionWords.has(token.lower)
}

/** "from Lyon", "of 34", "aged 12" behind an item. */
function behindOrigin(tokens: readonly Token[], at: number, end: number): number {
  const lead = tokens[at]?.lower ?? ''
  if (/^(of|aged)$/.test(lead) && tokens[at + 1]?.kind === 'number') return at + 2
  if (!/^(from|of|in)$/.test(lead) || !tokens[at + 1]?.capital) return at
  let next = at + 1
  while (next < end && tokens[next]?.capital) next++
  return next
}
