import type { PlacedSentence } from '../check-context.js'
import { functionWords } from '../extract/en/function-words.js'
import { stemOf } from '../extract/en/stem.js'
import type { Quantity } from '../extract/quantities.js'
import type { Token } from '../extract/tokens.js'
import type { NamedList } from './named-list.js'

/** Nouns for places that have names of their own. */
const places = new Set(
  (
    'countries nations cities towns villages states provinces counties districts islands regions cantons boroughs ports parishes ' +
    'capitals suburbs republics'
  )
    .split(' ')
    .map(stemOf),
)

/** Nouns for what stands at a place and is told by it: "three sawmills, at Rana, Skei and Tolga". */
const sites = new Set(
  (
    'mills sawmills plants factories works mines pits quarries branches shops stores offices depots yards shipyards schools colleges ' +
    'hospitals clinics libraries museums prisons camps stations airports harbours bases hotels breweries bakeries refineries'
  )
    .split(' ')
    .map(stemOf),
)

/** Words behind a list that say it is not whole. */
const partial = new Set(
  'among included including alone notably first especially etc as plus with then later where one two three both'.split(
    ' ',
  ),
)

/** Small words inside the names of places: "Isle of Man", "Stoke-on-Trent". */
const joints = new Set('of on upon de la le du del al el am an der sur the'.split(' '))

const most = 15

/**
 * "in four countries – Italy, France and Croatia –", "four sawmills, at Rana, Skei and Tolga": a number of places beside a list
 * of their names that is one short. A longer list may hold a county or a name with "and" of its own, so that it says nothing.
 */
export function placesListIn(
  { paragraph, sentence }: PlacedSentence,
  quantities: readonly Quantity[],
): NamedList | null {
  const { tokens } = paragraph.annotated
  for (const count of quantities) {
    const { value, unit, bound, noun } = count
    if (unit !== '' || bound !== 'exact' || !(value >= 3 && value <= most) || isOfMore(tokens, count))
      continue
    const first = listStart(tokens, count, noun)
    const list = first === null ? null : namesFrom(tokens, first, sentence.next)
    if (list && list.listed === value - 1) return { count, ...list }
  }
  return null
}

/** "three of the four towns", "another three countries". */
function isOfMore(tokens: readonly Token[], { first }: Quantity): boolean {
  return [first - 1, first - 2].some((at) => /^(of|among|another|other|least)$/.test(tokens[at]?.lower ?? ''))
}

/** The first token of the list behind the noun: a mark and the names, or for sites a comma, "at" or "in" and the names. */
function listStart(tokens: readonly Token[], { next }: Quantity, noun: string): number | null {
  const at = next + (stemOf(tokens[next]?.lower ?? '') === noun ? 1 : 0)
  if (at === next) return null
  const mark = tokens[at]?.lower ?? ''
  if (places.has(noun)) return /^[:,(–—-]$/.test(mark) ? at + 1 : null
  const isAt = mark === ',' && /^(at|in)$/.test(tokens[at + 1]?.lower ?? '')
  return sites.has(noun) && isAt ? at + 2 : null
}

function namesFrom(
  tokens: readonly Token[],
  first: number,
  end: number,
): Pick<NamedList, 'first' | 'next' | 'listed'> | null {
  let [at, listed, isLast] = [first, 0, false]
  while (at < end) {
    const next = nameFrom(tokens, at, end)
    if (next === null) return null
    listed++
    at = next
    const mark = tokens[at]?.lower ?? '.'
    if (isLast) break
    if (mark !== ',' && mark !== 'and') return null
    isLast = mark === 'and' || tokens[at + 1]?.lower === 'and'
    at += mark === ',' && isLast ? 2 : 1
  }
  return isLast && listed >= 2 && isClosed(tokens, at) ? { first, next: at, listed } : null
}

/** Behind the name of a place that opens at a token; null for anything else. */
function nameFrom(tokens: readonly Token[], at: number, end: number): number | null {
  let next = /^(the|at|in)$/.test(tokens[at]?.lower ?? '') ? at + 1 : at
  if (!tokens[next]?.capital) return null
  while (next < end && isOfName(tokens, next)) next++
  return next
}

function isOfName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  if (token.capital) return true
  if (token.lower === '-') return !token.spaced
  return joints.has(token.lower) && (tokens[at + 1]?.capital === true || tokens[at + 1]?.lower === '-')
}

/** Whether a mark ends the list, and nothing behind it says that there are more. */
function isClosed(tokens: readonly Token[], at: number): boolean {
  const [mark, behind, last] = [tokens[at]?.lower ?? '.', tokens[at + 1], tokens[at + 2]]
  if (!/^[,.;:)–—-]$/.test(mark) || partial.has(behind?.lower ?? '')) return false
  if (mark !== ',') return true
  // ", and lay off 230 people" goes on with a verb, ", and a village" with the list.
  const isItem = last?.capital === true || functionWords.has(last?.lower ?? '') || last?.kind === 'number'
  return behind?.lower === 'and' ? !isItem : behind?.capital !== true
}
