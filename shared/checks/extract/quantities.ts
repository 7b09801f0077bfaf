import { cardinals } from './en/number-words.js'
import { countAt } from './en/counts.js'
import { joinedCount } from './en/joined-units.js'
import { functionWords } from './en/function-words.js'
import { approximators, type Bound, currencies, measureUnits } from './en/quantity-words.js'
import { stemOf } from './en/stem.js'
import { isDash } from './en/token-tests.js'
import { units as timeUnits } from './en/unit-words.js'
import { irregularVerbs } from './en/verb-words.js'
import type { DateExpression } from './expression.js'
import type { Token } from './tokens.js'

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
  if (token?.kind === 'mixed') return joinedQuantity(tokens, at)
  if (!token || (token.kind !== 'number' && !cardinals.has(token.lower))) return null
  if (isInsideCode(tokens, at)) return null
  const count = countAt(tokens, at)
  if (!count || count.value === null || count.next > (nextDate?.first ?? Number.POSITIVE_INFINITY))
    return null
  const measured = unitAt(tokens, at, count.next, count.value)
  const noun = nounAfter(tokens, measured.next, measured.unit, isDash(tokens[count.next]?.lower ?? ''))
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

/** "£3.9bn", "45km": a number that its multiplier or unit touches. */
function joinedQuantity(tokens: readonly Token[], at: number): Quantity | null {
  const joined = joinedCount(tokens, at)
  if (!joined || isInsideCode(tokens, at)) return null
  const measured = joined.unit ? null : unitAt(tokens, at, at + 1, joined.value)
  const { first, next, unit, value, factor = 1 } = measured ?? { ...joined, first: at, next: at + 1 }
  const noun = nounAfter(tokens, next, unit, false)
  return noun === null ? null : { first, next, value, factor, unit, noun, bound: boundBefore(tokens, first) }
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
    !currencyCodes.test(before.lower)
  )
    return !isCountBehindName(tokens, at)
  return (
    before?.lower === '.' &&
    ['no', 'nos', 'art', 'sec', 'vol', 'p', 'pp'].includes(tokens[at - 2]?.lower ?? '')
  )
}

/** "USD 40", "SKr 120 million". */
const currencyCodes = /^(us|usd|eur|gbp|chf|jpy|inr|sek|nok|dkk|skr|nkr|dkr|rs|dm|cad|aud|cny|rmb)$/

const places = new Set(['in', 'at', 'across', 'near', 'outside', 'around'])

/** "In Brittany 810,000 homes", "the Greens three": a number behind a name that counts and does not tell which one. */
function isCountBehindName(tokens: readonly Token[], at: number): boolean {
  const [number, name, lead] = [tokens[at], tokens[at - 1], tokens[at - 2]]
  if (number?.kind === 'word') return !number.capital
  return (
    number?.lower.includes(',') === true ||
    (lead?.capital === true && places.has(lead.lower) && name !== undefined)
  )
}

/**
 * "the Northern Division 9": a bare number in digits behind a name, which in a list counts what the name stands for and
 * anywhere else may tell which one is meant. Null for other tokens.
 */
export function numberBehindName(tokens: readonly Token[], at: number): Quantity | null {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  const isBare = after === undefined || /^([,.;)]|and)$/.test(after.lower)
  if (token?.kind !== 'number' || !before?.capital || before.kind !== 'word' || !isBare) return null
  const count = countAt(tokens, at)
  if (!count || count.value === null || count.next !== at + 1) return null
  return { first: at, next: at + 1, value: count.value, factor: 1, unit: '', noun: '', bound: 'exact' }
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
  const code = tokens[first - 1]
  if (code?.kind === 'word' && currencyCodes.test(code.lower))
    return { first: first - 1, next, value, unit: currencies.get(code.lower) ?? code.lower.toUpperCase() }
  const word = tokens[next]?.lower ?? ''
  if (word === '%' || word === 'percent') return { first, next: next + 1, value, unit: '%' }
  if (word === 'per' && tokens[next + 1]?.lower === 'cent') return { first, next: next + 2, value, unit: '%' }
  const currency = currencies.get(word)
  if (currency) return { first, next: next + 1, value, unit: currency }
  const power = word === 'square' || word === 'sq' ? 2 : word === 'cubic' ? 3 : 1
  const hyphen = word === '-' || power > 1 ? 1 : 0
  const measure = measureUnits.get(tokens[next + hyphen]?.lower ?? '')
  if (measure)
    return {
      first,
      next: next + hyphen + 1,
      value: value * measure.factor ** power,
      factor: measure.factor ** power,
      unit: power > 1 ? `${measure.base}${power}` : measure.base,
    }
  return { first, next, value, unit: '' }
}

const nounReach = 3

/** Participles without "ed" that tell what was done to what is counted: "85 kilos of cocaine hidden in …". */
const participles = new Set(
  'hidden stolen taken driven frozen fallen thrown written given drawn grown worn shown known sewn'.split(
    ' ',
  ),
)

const timeLeads = new Set(['last', 'next', 'previous'])

/**
 * The noun behind a number: the last of the plain words up to three after it. Null when it is no quantity at all. Behind
 * a hyphen ("the 38-metre bridge stands") it is in the singular, and a word in "s" the verb.
 */
function nounAfter(tokens: readonly Token[], next: number, unit: string, hyphenated: boolean): string | null {
  const of = tokens[next]?.lower === 'of' || tokens[next]?.lower === 'in' ? 1 : 0
  if (of && unit === '') return ''
  let noun = ''
  let at = next + of
  while (tokens[at] && (tokens[at]?.lower === 'the' || tokens[at]?.lower === 'all')) at++
  for (let steps = 0; steps < nounReach; steps++, at++) {
    const token = tokens[at]
    if (
      !token ||
      token.kind !== 'word' ||
      functionWords.has(token.lower) ||
      (token.capital && (noun || unit))
    )
      break
    // "39 light years": how far, and not how many.
    if (noun === 'light' && token.lower.startsWith('year')) return null
    if (timeUnits.has(token.lower) && unit === '')
      return noun || tokens[at - 1]?.lower === 'the' ? noun : null
    // "€140 million the year before": when, and not what.
    if (timeUnits.has(token.lower) && !hyphenated) return noun
    // "3.6 million last year": when, and not what.
    if (!noun && timeLeads.has(token.lower) && timeUnits.has(tokens[at + 1]?.lower ?? '')) return ''
    if (isCompound(tokens, at)) {
      const last = tokens[at + 2]?.lower ?? ''
      if (last.endsWith('s')) return stemOf(last)
      at += 2
      continue
    }
    if (noun && /(ed|ing|ly)$/.test(token.lower)) break
    if (noun && participles.has(token.lower)) break
    if (irregularVerbs.has(token.lower) && (noun || !token.lower.endsWith('s'))) break
    if (noun && hyphenated && token.lower.endsWith('s') && !token.lower.endsWith('ss')) break
    // "45% agreed": a verb, unless a noun follows.
    if (!noun && token.lower.endsWith('ed') && !isNounWord(tokens[at + 1])) return ''
    noun = stemOf(token.lower)
    if (token.lower.endsWith('s') && !token.lower.endsWith('ss')) break
  }
  return noun
}

/** "long-haul", "by-elections": two words that a hyphen makes one. */
function isCompound(tokens: readonly Token[], at: number): boolean {
  const [hyphen, last] = [tokens[at + 1], tokens[at + 2]]
  return hyphen?.lower === '-' && !hyphen.spaced && last?.kind === 'word' && !last.spaced
}

function isNounWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && !functionWords.has(token.lower)
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
  // No rounding to two digits moves a number by more than a tenth, and this is asked of very many pairs.
  if (difference > 0.1 * Math.max(Math.abs(high.value), Math.abs(low.value))) return false
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
