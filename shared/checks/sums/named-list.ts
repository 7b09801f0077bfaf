import { inSentence, type PlacedSentence } from '../check-context.js'
import { cardinals } from '../extract/en/number-words.js'
import { isOfPeople } from '../extract/en/people-words.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'

/** A number of people beside a list of them: tokens [`first`, `next`) hold the list, of `listed` items. */
export interface NamedList {
  count: Quantity
  first: number
  next: number
  listed: number
}

/** Longer lists are seldom told in a sentence, and their items are other things than names. */
const mostListed = 15

/**
 * "Four men, aged 19, 22 and 25", "Three people were held: Ann Lee, 42, Carl Dunn and Eva Frost": the number of those who are
 * listed, and the list, which must hold nothing but ages or full names with ages. Null without such a list, and where the two
 * differ by more than one: then something else is listed.
 */
export function namedListIn(
  { paragraph, sentence }: PlacedSentence,
  quantities: readonly Quantity[],
): NamedList | null {
  const { tokens, names } = paragraph.annotated
  if (!quantities.some(isCountOfSome)) return null
  const starts = new Map(
    inSentence(names, sentence)
      .filter(({ words, first }) => words.length > 1 || isMarkedList(tokens, first, sentence.first))
      .map((name) => [name.first, name.next]),
  )
  for (const count of quantities) {
    if (!isCountOfSome(count) || isPartlyListed(tokens, count)) continue
    const list = agesBehind(tokens, count, sentence.next) ?? namesBehind(tokens, count, sentence, starts)
    if (list && Math.abs(count.value - list.listed) <= 1) return { count, ...list }
  }
  return null
}

/** "three grandchildren – Alice, Tom and Harriet": behind a colon or dash single names are items too. */
function isMarkedList(tokens: readonly Token[], at: number, floor: number): boolean {
  for (let place = at - 1; place > floor; place--) {
    const word = tokens[place]?.lower ?? ''
    if (/^[:–—-]$/.test(word)) return tokens[place]?.spaced === true || word === ':'
    const isItem = word === ',' || word === 'and' || tokens[place]?.capital === true
    if (!isItem) return false
  }
  return false
}

/** "three of the four finalists", "among the five guests", "a man and two women": the list is of fewer, or of more. */
function isPartlyListed(tokens: readonly Token[], { first }: Quantity): boolean {
  const [before, lead] = [tokens[first - 1]?.lower ?? '', tokens[first - 2]?.lower ?? '']
  if (before === 'and' || before === 'of' || before === 'among') return true
  return before === 'the' && /^(of|among|at|in|by|with)$/.test(lead)
}

function isCountOfSome({ value, unit, noun, bound }: Quantity): boolean {
  return unit === '' && noun !== '' && bound === 'exact' && value >= 2 && value <= mostListed
}

type List = Pick<NamedList, 'first' | 'next' | 'listed'>

/** How far behind the number its ages may begin, in tokens. */
const ageReach = 5

/** ", aged 19, 22 and 25": the ages right behind the noun. */
function agesBehind(tokens: readonly Token[], { next }: Quantity, end: number): List | null {
  const behind = tokens.slice(next, Math.min(end, next + ageReach)).map(({ lower }) => lower)
  const gap = behind.slice(0, Math.max(0, behind.indexOf('aged')))
  const at = next + gap.length
  if (!behind.includes('aged') || gap.some((word) => /^(and|or|of|[.;:])$/.test(word))) return null
  const first = at + 1
  let [place, listed, isLast] = [first, 0, false]
  while (place < end && isAge(tokens[place])) {
    listed++
    place++
    if (isLast) break
    const isJoined = /^(,|and)$/.test(tokens[place]?.lower ?? '')
    if (!isJoined) break
    isLast = tokens[place]?.lower === 'and' || tokens[place + 1]?.lower === 'and'
    place += tokens[place]?.lower === ',' && isLast ? 2 : 1
  }
  // "eleven pupils aged 9, 10 and 11": what ages there are, and not the age of each.
  const isOfEach = gap.includes(',') || !schoolAges.test(tokens[next]?.lower ?? '')
  return isLast && isAge(tokens[place - 1]) && listed >= 2 && isOfEach ? { first, next: place, listed } : null
}

const schoolAges = /^(children|pupils|students|boys|girls|players|youngsters|teenagers|toddlers)$/

function isAge(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^\d{1,3}$/.test(token.lower)
}

/** How far behind the number its list may begin, in tokens. */
const listReach = 10

const openers = /^(:|–|—|-|as)$/

/** ": Ann Lee", "were named as Ann Lee", and with a comma right behind the noun: "the three winners, Ann Lee, …". */
function opensList(tokens: readonly Token[], at: number, { next, first }: Quantity, start: number): boolean {
  const mark = tokens[at - 1]?.lower ?? ''
  const words = tokens.slice(next, at)
  if (words.some(({ lower }) => cardinals.has(lower))) return false
  if (/^(are|were)$/.test(mark)) return first - start <= 1 && at - next <= 3
  return openers.test(mark) || (mark === ',' && at - next <= 3)
}

/**
 * ": Ann Lee, 42, Carl Dunn and Eva Frost.": names of people, each with its age or without. Names of other things may hold
 * an "and" or a place of their own: "Brighton and Hove Albion", "Athens, Ohio".
 */
function namesBehind(
  tokens: readonly Token[],
  count: Quantity,
  { first: start, next: end }: PlacedSentence['sentence'],
  starts: ReadonlyMap<number, number>,
): List | null {
  const { next } = count
  if (!isOfPeople(count.noun)) return null
  let at = next + 1
  while (at < end && at - next <= listReach && !starts.has(at)) at++
  if (!starts.has(at) || at >= end || at - next > listReach || !opensList(tokens, at, count, start))
    return null
  if (tokens.slice(next, at).some(({ kind, lower }) => kind === 'number' || /^[;(]$/.test(lower))) return null
  let [place, listed, isLast] = [at, 0, false]
  while (place < end) {
    const behind = starts.get(place)
    if (behind === undefined) return null
    listed++
    place = afterAge(tokens, behind)
    const mark = tokens[place]?.lower ?? '.'
    if (isLast || place >= end || /^[.–—-]$/.test(mark)) break
    if (!/^(,|;|and)$/.test(mark)) return null
    isLast = mark === 'and' || tokens[place + 1]?.lower === 'and'
    place += /^[,;]$/.test(mark) && tokens[place + 1]?.lower === 'and' ? 2 : 1
  }
  return listed >= 2 && !goesOn(tokens, place) ? { first: at, next: place, listed } : null
}

/** "Simon and Garfunkel, Elton John", "and Eva Frost, and a boy of 15": what looked like the last item was not. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const [mark, behind] = [tokens[at]?.lower ?? '', tokens[at + 1]]
  if (/^(and|or|plus|&)$/.test(mark)) return true
  return (
    /^[,;]$/.test(mark) &&
    (behind?.capital === true || /^(and|plus|with|as|together|along)$/.test(behind?.lower ?? ''))
  )
}

/** ", 42" or " (42)" behind a name. */
function afterAge(tokens: readonly Token[], at: number): number {
  const mark = tokens[at]?.lower ?? ''
  if (mark === ',' && isAge(tokens[at + 1])) return at + 2
  return mark === '(' && isAge(tokens[at + 1]) && tokens[at + 2]?.lower === ')' ? at + 3 : at
}
