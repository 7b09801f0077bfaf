import type { Match, Meaning, Origin } from '../expression.js'
import { type Count, countAt, ordinalAt } from './counts.js'
import { dayParts, months, seasons, weekdays } from './calendar-words.js'
import { digitsAt, isDash, type Tokens, wordAt } from './token-tests.js'
import { durationCodes, setWords, type Unit, units } from './unit-words.js'

/** Words between a count and its unit that change neither. */
const fillers = new Set(
  'straight consecutive full whole more additional further calendar business working long short successive other solid entire fiscal'.split(
    ' ',
  ),
)

/** The TIMEX3 value of an amount of a unit; an amount that is not said is `X`. */
export function durationValue(amount: number | null, unit: Unit): string {
  const { letter, times, clock } = durationCodes[unit]
  const number = amount === null ? 'X' : String(Math.round(amount * times * 100) / 100)
  if (amount === 0.5 && times === 1 && unit !== 'second') return halfOf(unit)
  if (amount !== null && amount < 1 && unit === 'hour') return `PT${Math.round(amount * 60)}M`
  return `${clock ? 'PT' : 'P'}${number}${letter}`
}

function halfOf(unit: Unit): string {
  if (unit === 'hour') return 'PT30M'
  if (unit === 'year') return 'P6M'
  if (unit === 'minute') return 'PT30S'
  if (unit === 'day') return 'PT12H'
  return `P0.5${durationCodes[unit].letter}`
}

/**
 * A count of a unit, as a duration ("two weeks", "20-year", "a decade") or, with a word that points from somewhere, a
 * date ("two weeks ago", "three days later").
 */
export function parseDuration(tokens: Tokens, at: number): Match[] | null {
  const count = countAt(tokens, at)
  if (!count) return null
  const shared = sharedUnit(tokens, at, count)
  if (shared) return shared
  const named = unitAfter(tokens, count.next)
  if (!named || !isDurationUnit(tokens, at, count, named)) return null
  const { unit } = named
  const rest = fractionBehind(tokens, named.next)
  const next = rest.next
  const amount = count.value === null ? null : (count.value + rest.share) * named.times
  const offset = offsetAfter(tokens, next)
  if (offset) {
    const { sign, from } = offset
    if (amount === null) return [vagueOffset(at, offset.next, sign)]
    return [{ first: at, next: offset.next, meaning: { kind: 'offset', amount, unit, sign, from } }]
  }
  return [{ first: at, next: endOfCompound(tokens, next), meaning: durationMeaning(amount, unit) }]
}

/** "a year and a half", "an hour and three quarters": what is added to the count behind its unit. */
function fractionBehind(tokens: Tokens, at: number): { share: number; next: number } {
  const none = { share: 0, next: at }
  if (wordAt(tokens, at) !== 'and') return none
  const [first, second] = [wordAt(tokens, at + 1), wordAt(tokens, at + 2)]
  // "a year and a quarter of a century" is another length, and "a day and a half-hour" too.
  if (/^(of|-)$/.test(wordAt(tokens, at + 3)) || units.has(wordAt(tokens, at + 3))) return none
  if (first === 'a' && second === 'half') return { share: 0.5, next: at + 3 }
  if (first === 'a' && second === 'quarter') return { share: 0.25, next: at + 3 }
  return first === 'three' && second === 'quarters' ? { share: 0.75, next: at + 3 } : none
}

function vagueOffset(first: number, next: number, sign: -1 | 1): Match {
  return { first, next, meaning: { kind: 'reference', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' } }
}

function durationMeaning(amount: number | null, unit: Unit): Meaning {
  return { kind: 'duration', value: durationValue(amount, unit), amount, unit }
}

/** "60 and 90 days", "10 to 15 days", "10–15 days": both counts share the unit. */
function sharedUnit(tokens: Tokens, at: number, count: Count): Match[] | null {
  const mark = wordAt(tokens, count.next)
  if (mark !== 'and' && mark !== 'to' && mark !== 'or' && !isDash(mark)) return null
  const second = countAt(tokens, count.next + 1)
  if (!second || second.value === null || count.value === null || second.value <= count.value) return null
  const named = unitAfter(tokens, second.next)
  if (!named || named.unit === 'weekend') return null
  const rest = parseDuration(tokens, count.next + 1)
  if (!rest) return null
  return [{ first: at, next: count.next, meaning: durationMeaning(count.value, named.unit) }, ...rest]
}

interface NamedUnit {
  unit: Unit
  /** How many of the unit the word means: a fortnight is two weeks. */
  times: number
  next: number
}

function unitAfter(tokens: Tokens, at: number): NamedUnit | null {
  let next = at
  if (isDash(wordAt(tokens, next))) next++
  for (let steps = 0; steps < 2 && fillers.has(wordAt(tokens, next)); steps++) {
    next++
    if (isDash(wordAt(tokens, next))) next++
  }
  if (/^fortnights?$/.test(wordAt(tokens, next))) return { unit: 'week', times: 2, next: next + 1 }
  const unit = units.get(wordAt(tokens, next))
  return unit ? { unit, times: 1, next: next + 1 } : null
}

/** Whether the unit is one of time here: "a second" and "a quarter" mostly are not. */
function isDurationUnit(
  tokens: Tokens,
  at: number,
  count: Count,
  named: { unit: Unit; next: number },
): boolean {
  const article = wordAt(tokens, at) === 'a' || wordAt(tokens, at) === 'an'
  const word = wordAt(tokens, named.next - 1)
  if (!article)
    return !(named.unit === 'second' && word === 'second') && !(named.unit === 'quarter' && count.value === 1)
  if (count.value === null || count.value === 0.5 || count.value > 1) return true
  return named.unit !== 'second' && named.unit !== 'quarter' && !word.endsWith('s')
}

/** The rest of "27-year-old", "week-long", "two days and four hours" (the second count stays its own). */
function endOfCompound(tokens: Tokens, at: number): number {
  if (!isDash(wordAt(tokens, at))) return at
  const word = wordAt(tokens, at + 1)
  if (word === 'old' || word === 'olds' || word === 'long') return at + 2
  return at
}

interface Offset {
  sign: -1 | 1
  from: Origin
  next: number
}

/** The word after a duration that makes it a date: "ago", "later", "earlier", "from now", or a bare "before"/"after". */
function offsetAfter(tokens: Tokens, at: number): Offset | null {
  const word = wordAt(tokens, at)
  if (word === 'ago') return { sign: -1, from: 'speech', next: at + 1 }
  if (word === "'" && wordAt(tokens, at + 1) === 'time') return { sign: 1, from: 'speech', next: at + 2 }
  if (word === 'from' && (wordAt(tokens, at + 1) === 'now' || wordAt(tokens, at + 1) === 'today')) {
    return { sign: 1, from: 'speech', next: at + 2 }
  }
  if (wordAt(tokens, at + 1) === 'than') return null
  if (word === 'later' || word === 'afterwards' || word === 'afterward')
    return { sign: 1, from: 'focus', next: at + 1 }
  if (word === 'earlier' || word === 'previously') return { sign: -1, from: 'focus', next: at + 1 }
  if ((word === 'before' || word === 'after') && isClauseEnd(tokens, at + 1)) {
    return { sign: word === 'before' ? -1 : 1, from: 'focus', next: at + 1 }
  }
  return null
}

function isClauseEnd(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  return !token || token.lower === '.' || token.lower === ',' || token.lower === ';' || token.lower === ')'
}

/** "years", "decades" and the like without a count: "for years", "decades-long", "over the years". */
export function parseBarePlural(tokens: Tokens, at: number): Match[] | null {
  const word = wordAt(tokens, at)
  const unit = units.get(word)
  if (!unit || !word.endsWith('s') || unit === 'second' || unit === 'quarter' || unit === 'weekend')
    return null
  const after = wordAt(tokens, at + 1)
  if (after === 'ago') return [vagueOffset(at, at + 2, -1)]
  if (after === 'later') return [vagueOffset(at, at + 2, 1)]
  if (after === 'earlier' || after === 'before') return [vagueOffset(at, at + 2, -1)]
  const before = wordAt(tokens, at - 1)
  if (before === 'these')
    return [{ first: at - 1, next: at + 1, meaning: { kind: 'reference', value: 'PRESENT_REF' } }]
  if (isDash(after) && (wordAt(tokens, at + 2) === 'long' || wordAt(tokens, at + 2) === 'old')) {
    return [{ first: at, next: at + 3, meaning: durationMeaning(null, unit) }]
  }
  if (unit === 'hour' && /^(early|small|late|opening|closing)$/.test(before)) return null
  const spans = before === 'for' || after === 'of' || (before === 'the' && wordAt(tokens, at - 2) === 'over')
  return spans && (unit !== 'day' || before === 'for')
    ? [{ first: at, next: at + 1, meaning: durationMeaning(null, unit) }]
    : null
}

/** "year-long", "yearlong", "single-day", "half-hour". */
export function parseUnitCompound(tokens: Tokens, at: number): Match[] | null {
  const unit = units.get(wordAt(tokens, at))
  if (!unit || !isDash(wordAt(tokens, at + 1)) || wordAt(tokens, at + 2) !== 'long') return null
  return [{ first: at, next: at + 3, meaning: durationMeaning(1, unit) }]
}

/** "every Friday", "each year", "every two weeks", "every other day". */
export function parseEvery(tokens: Tokens, at: number): Match[] | null {
  let next = at + 1
  let amount = 1
  const count = wordAt(tokens, next) === 'a' ? null : countAt(tokens, next)
  if (wordAt(tokens, next) === 'other') {
    amount = 2
    next++
  } else if (count?.value) {
    amount = count.value
    next = count.next
  } else {
    const ordinal = digitsAt(tokens, next, 1, 3) === null ? ordinalAt(tokens, next) : null
    if (ordinal) {
      amount = ordinal.value
      next = ordinal.next
    }
  }
  const word = wordAt(tokens, next)
  const weekday = weekdays.get(word)
  if (weekday) return [setMatch(at, next + 1, `XXXX-WXX-${weekday}`)]
  const part = dayParts.get(word)
  if (part) return [setMatch(at, next + 1, `XXXX-XX-XXT${part}`)]
  const month = tokens[next]?.capital ? months.get(word) : undefined
  if (month) return [setMatch(at, next + 1, `XXXX-${String(month).padStart(2, '0')}`)]
  const season = seasons.get(word)
  if (season) return [setMatch(at, next + 1, `XXXX-${season}`)]
  const unit = units.get(word)
  return unit && unit !== 'quarter' ? [setMatch(at, next + 1, durationValue(amount, unit))] : null
}

/** "daily", "annually"; "per year" and "a year" in a rate stay with their number. */
export function parseSetWord(tokens: Tokens, at: number): Match[] | null {
  const value = setWords.get(wordAt(tokens, at))
  const token = tokens[at]
  const isName = token?.capital && at > 0 && wordAt(tokens, at - 1) !== '.'
  return value && !isName ? [setMatch(at, at + 1, value)] : null
}

export function setMatch(first: number, next: number, value: string): Match {
  return { first, next, meaning: { kind: 'set', value } }
}
