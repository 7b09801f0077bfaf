import { cardinals } from './en/number-words.js'
import { countAt } from './en/counts.js'
import { functionWords } from './en/function-words.js'
import { approximators, currencies, measureUnits } from './en/quantity-words.js'
import { stemOf } from './en/stem.js'
import { units as timeUnits } from './en/unit-words.js'
import type { DateExpression } from './expression.js'
import type { Token } from './tokens.js'

/** How a quantity is bounded by the words before it. */
export type Bound = 'exact' | 'about' | 'least' | 'most'

/** A number with what it counts: tokens [`first`, `next`) are the number and unit, without the noun. */
export interface Quantity {
  first: number
  next: number
  value: number
  /** How many base units one unit is, as written: 1000 for tonnes in kilograms, 1 for counts. */
  factor: number
  /** `%`, a currency code, a measure brought to its base unit, or '' for a count. */
  unit: string
  /** Stem of the noun that is counted or measured; '' when none follows. */
  noun: string
  bound: Bound
}

/** The quantities of a paragraph, in order; numbers that are part of dates, names or codes are left out. */
export function quantitiesOf(tokens: readonly Token[], expressions: readonly DateExpression[]): Quantity[] {
  const quantities: Quantity[] = []
  const taken = expressions.filter(({ meaning }) => meaning.kind !== 'duration')
  let dated = 0
  let at = 0
  while (at < tokens.length) {
    while ((taken[dated]?.next ?? Number.POSITIVE_INFINITY) <= at) dated++
    const inside = taken[dated]
    if (inside && inside.first <= at) {
      at = inside.next
      continue
    }
    const quantity = quantityAt(tokens, at, inside)
    if (quantity) quantities.push(quantity)
    at = Math.max(at + 1, quantity?.next ?? 0)
  }
  return quantities
}

function quantityAt(
  tokens: readonly Token[],
  at: number,
  nextDate: DateExpression | undefined,
): Quantity | null {
  const token = tokens[at]
  if (!token || (token.kind !== 'number' && !cardinals.has(token.lower))) return null
  if (isInsideCode(tokens, at)) return null
  const count = countAt(tokens, at)
  if (!count || count.value === null || count.next > (nextDate?.first ?? Number.POSITIVE_INFINITY))
    return null
  const measured = unitAt(tokens, at, count.next, count.value)
  const noun = nounAfter(tokens, measured.next, measured.unit)
  if (noun === null) return null
  return {
    first: measured.first,
    next: measured.next,
    value: measured.value,
    factor: measured.factor ?? 1,
    unit: measured.unit,
    noun,
    bound: boundBefore(tokens, measured.first),
  }
}

/** "No. 5", "1:2", "A-12", "5th": numbers that name rather than count. */
function isInsideCode(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const joins = (token: Token | undefined): boolean => token !== undefined && /^[:/#.-]$/.test(token.lower)
  if (before && !tokens[at]?.spaced && joins(before)) return true
  const isJoined = tokens[at + 2] !== undefined && !tokens[at + 2]?.spaced
  if (after && !after.spaced && (after.lower === '/' || (after.lower === ':' && isJoined))) return true
  if (
    before?.kind === 'word' &&
    before.capital &&
    !functionWords.has(before.lower) &&
    at > 1 &&
    !/^(us|usd|eur|gbp)$/.test(before.lower)
  )
    return true
  return (
    before?.lower === '.' &&
    ['no', 'nos', 'art', 'sec', 'vol', 'p', 'pp'].includes(tokens[at - 2]?.lower ?? '')
  )
}

interface Measured {
  first: number
  next: number
  value: number
  factor?: number
  unit: string
}

function unitAt(tokens: readonly Token[], first: number, next: number, value: number): Measured {
  const sign = currencies.get(tokens[first - 1]?.lower ?? '')
  if (sign && !tokens[first]?.spaced) return { first: first - 1, next, value, unit: sign }
  const word = tokens[next]?.lower ?? ''
  if (word === '%' || word === 'percent') return { first, next: next + 1, value, unit: '%' }
  if (word === 'per' && tokens[next + 1]?.lower === 'cent') return { first, next: next + 2, value, unit: '%' }
  const currency = currencies.get(word)
  if (currency) return { first, next: next + 1, value, unit: currency }
  const hyphen = word === '-' ? 1 : 0
  const measure = measureUnits.get(tokens[next + hyphen]?.lower ?? '')
  if (measure)
    return {
      first,
      next: next + hyphen + 1,
      value: value * measure.factor,
      factor: measure.factor,
      unit: measure.base,
    }
  return { first, next, value, unit: '' }
}

const nounReach = 3

/** The noun behind a number: the last of the plain words up to three after it. Null when it is no quantity at all. */
function nounAfter(tokens: readonly Token[], next: number, unit: string): string | null {
  const of = tokens[next]?.lower === 'of' || tokens[next]?.lower === 'in' ? 1 : 0
  if (of && unit === '') return ''
  let noun = ''
  let at = next + of
  while (tokens[at] && (tokens[at]?.lower === 'the' || tokens[at]?.lower === 'all')) at++
  for (let steps = 0; steps < nounReach; steps++, at++) {
    const token = tokens[at]
    if (!token || token.kind !== 'word' || functionWords.has(token.lower) || (token.capital && noun)) break
    if (timeUnits.has(token.lower) && unit === '') return null
    if (noun && /(ed|ing|ly)$/.test(token.lower)) break
    // "45% agreed": a verb, unless a noun follows.
    if (!noun && token.lower.endsWith('ed') && tokens[at + 1]?.kind !== 'word') return ''
    noun = stemOf(token.lower)
    if (token.lower.endsWith('s') && !token.lower.endsWith('ss')) break
  }
  return noun
}

function boundBefore(tokens: readonly Token[], first: number): Bound {
  const one = tokens[first - 1]?.lower ?? ''
  const two = `${tokens[first - 2]?.lower ?? ''} ${one}`
  return approximators.get(two) ?? approximators.get(one) ?? 'exact'
}

/** Whether two values may be the same, given how they are bounded and rounded. */
export function mayAgree(a: Quantity, b: Quantity): boolean {
  if (a.value === b.value) return true
  const [low, high] = a.value < b.value ? [a, b] : [b, a]
  if (low.bound === 'least' || high.bound === 'most') return true
  const difference = high.value - low.value
  if (a.factor !== b.factor && difference <= 0.02 * high.value) return true
  if (low.bound === 'about' || high.bound === 'about') return difference <= 0.1 * high.value
  return isRounded(low.value, high.value) || isRounded(high.value, low.value)
}

/** Whether `round` is `exact` rounded to the digits that `round` shows, at least two of them. */
function isRounded(round: number, exact: number): boolean {
  if (round === 0) return false
  const digits = String(round).replace(/0+$/, '').replace('.', '').replace(/^0+/, '').length
  const size = 10 ** (Math.floor(Math.log10(Math.abs(round))) - Math.max(digits, 2) + 1)
  return size > 1 || !Number.isInteger(round)
    ? Math.abs(Math.round(exact / size) * size - round) < size / 1000
    : false
}
