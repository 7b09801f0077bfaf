import {
  brokenOrdinal,
  droppedDay,
  gluedMonth,
  gluedYear,
  missingDay,
  splitDay,
  splitOrdinal,
} from './broken-days.js'
import {
  digitInName,
  monthMisspelling,
  splitName,
  tightMonthSlip,
  weekdayMisspelling,
} from './broken-names.js'
import {
  brokenRangeYear,
  longBareYear,
  doubledSeparator,
  groupedYear,
  letterInDigits,
  letterInNumericDate,
  longYear,
  spacedYear,
  splitYear,
} from './broken-numbers.js'
import { months, weekdays } from './calendar-words.js'
import { ordinalAt } from './counts.js'
import { isCounted, isDayNumber, yearish } from './date-neighbours.js'
import type { DateSlip } from './date-slip.js'
import { digitsAt, type Tokens, wordAt } from './token-tests.js'

/**
 * Dates that a tagger would read "successfully" or pass over: misspelt months, letters among digits, doubled or broken
 * parts. Looks only at months, month-like words and digits, so most tokens cost one look.
 */
export function dateSlipsOf(tokens: Tokens): DateSlip[] {
  const slips: DateSlip[] = []
  for (let at = 0; at < tokens.length; at++) {
    const slip = slipAt(tokens, at)
    if (!slip) continue
    const whole = withYear(tokens, slip)
    slips.push(whole)
    at = Math.max(at, whole.next - 1)
  }
  return slips
}

/** "3 Febuary 2O14": a damaged year right behind a damaged month is of the same date. */
function withYear(tokens: Tokens, slip: DateSlip): DateSlip {
  const year = wordAt(tokens, slip.next)
  const isDamaged = /^[12il][\doil]{3}$/.test(year) && /\d/.test(year) && /[oil]/.test(year)
  const isMonthSlip = months.has(slip.reading?.split(' ').at(-1)?.toLowerCase() ?? '')
  return isDamaged && isMonthSlip ? { ...slip, next: slip.next + 1 } : slip
}

function slipAt(tokens: Tokens, at: number): DateSlip | null {
  const token = tokens[at]
  if (!token) return null
  if (token.kind === 'mixed') return mixedSlip(tokens, at)
  if (token.kind === 'number') return numberSlip(tokens, at)
  if (token.kind !== 'word' || token.lower.length < 2) return null
  if (months.has(token.lower)) return monthSlip(tokens, at)
  if (weekdays.has(token.lower)) return token.lower.length > 5 ? doubledWeekday(tokens, at) : null
  return wordSlip(tokens, at)
}

function numberSlip(tokens: Tokens, at: number): DateSlip | null {
  return (
    doubledNumber(tokens, at) ??
    doubledSeparator(tokens, at) ??
    letterInNumericDate(tokens, at) ??
    tightMonthSlip(tokens, at) ??
    splitOrdinal(tokens, at) ??
    longYear(tokens, at) ??
    spacedYear(tokens, at) ??
    splitYear(tokens, at) ??
    brokenRangeYear(tokens, at) ??
    longBareYear(tokens, at)
  )
}

function mixedSlip(tokens: Tokens, at: number): DateSlip | null {
  return (
    letterInNumericDate(tokens, at) ??
    letterInDigits(tokens, at) ??
    gluedMonth(tokens, at) ??
    gluedYear(tokens, at) ??
    digitInName(tokens, at)
  )
}

/** What may be wrong around a month that is spelt right. */
function monthSlip(tokens: Tokens, at: number): DateSlip | null {
  return (
    splitName(tokens, at) ??
    doubledMonth(tokens, at) ??
    splitDay(tokens, at) ??
    brokenYear(tokens, at) ??
    doubledDay(tokens, at) ??
    groupedYear(tokens, at) ??
    brokenOrdinal(tokens, at) ??
    missingDay(tokens, at) ??
    droppedDay(tokens, at)
  )
}

/** What may be a month or a weekday that is spelt wrong. */
function wordSlip(tokens: Tokens, at: number): DateSlip | null {
  if (!tokens[at]?.capital && !isNumberish(tokens, at - 1) && tokens[at + 1]?.kind !== 'number') return null
  return splitName(tokens, at) ?? monthMisspelling(tokens, at) ?? weekdayMisspelling(tokens, at)
}

function isNumberish(tokens: Tokens, at: number): boolean {
  return digitsAt(tokens, at, 1, 2) !== null || ordinalAt(tokens, at) !== null
}

/** "12 12 March", "12 13 March", "2011 2011". */
function doubledNumber(tokens: Tokens, at: number): DateSlip | null {
  const next = tokens[at + 1]
  if (!next || next.kind !== 'number' || !next.spaced) return null
  const year = digitsAt(tokens, at, 4, 4)
  if (year !== null && year === digitsAt(tokens, at + 1, 4, 4) && year >= 1500 && year < 2100) {
    return { first: at, next: at + 2, problem: `the year ${year} stands there twice`, reading: String(year) }
  }
  if (!isDayNumber(tokens, at) || !isDayNumber(tokens, at + 1)) return null
  const isSame = wordAt(tokens, at) === wordAt(tokens, at + 1)
  if (digitsAt(tokens, at, 1, 2) === null || !months.has(wordAt(tokens, at + 2))) return null
  const isListed = wordAt(tokens, at - 1) === ',' && !(isSame && yearish(tokens, at + 3) !== null)
  if (isListed || (wordAt(tokens, at + 2) === 'may' && !tokens[at + 2]?.capital)) return null
  const problem = isSame ? 'the day stands there twice' : 'two days stand before one month'
  return { first: at, next: yearish(tokens, at + 3) ?? at + 3, problem, reading: null }
}

/** "March March", "March April 12": two months where one belongs. */
function doubledMonth(tokens: Tokens, at: number): DateSlip | null {
  const isSplit = wordAt(tokens, at + 1) === ',' && wordAt(tokens, at) === wordAt(tokens, at + 2)
  if (isSplit && isDayNumber(tokens, at - 1) && tokens[at]?.capital && !isShortName(wordAt(tokens, at)))
    return { first: at - 1, next: at + 3, problem: 'the month stands there twice', reading: null }
  const next = wordAt(tokens, at + 1)
  if (!months.has(next) || !tokens[at]?.capital || !tokens[at + 1]?.capital) return null
  const isFull = isDayNumber(tokens, at - 1) && yearish(tokens, at + 2) !== null
  if (!isFull && (isShortName(wordAt(tokens, at)) || isShortName(next))) return null
  const dated = isDayNumber(tokens, at - 1) || isDayNumber(tokens, at + 2) || yearish(tokens, at + 2) !== null
  const same = next === wordAt(tokens, at)
  if (!dated && !same) return null
  const first = isDayNumber(tokens, at - 1) ? at - 1 : at
  return {
    first,
    next: at + 2,
    problem: same ? 'the month stands there twice' : 'two months stand beside each other',
    reading: null,
  }
}

function isShortName(word: string): boolean {
  return word === 'may' || word.length === 3
}

/** "June 4, 20255", "12 March 203", "March 0203": a year with a digit too many or too few. */
function brokenYear(tokens: Tokens, at: number): DateSlip | null {
  if (!tokens[at]?.capital) return null
  const dayBefore = isDayNumber(tokens, at - 1)
  const dayAfter = isDayNumber(tokens, at + 1)
  if (!dayBefore && !dayAfter) return brokenMonthYear(tokens, at)
  const yearAt = dayBefore && !dayAfter ? at + 1 : wordAt(tokens, at + 2) === ',' ? at + 3 : at + 2
  const raw = wordAt(tokens, yearAt)
  if (digitsAt(tokens, yearAt, 3, 5) === null || !isBrokenYear(raw) || isCounted(tokens, yearAt + 1))
    return null
  const first = dayBefore ? at - 1 : at
  return { first, next: yearAt + 1, problem: `“${raw}” is not a year`, reading: null }
}

function brokenMonthYear(tokens: Tokens, at: number): DateSlip | null {
  const isStopped = isShortName(wordAt(tokens, at)) && wordAt(tokens, at + 1) === '.'
  if (isStopped) return yearSlip(tokens, at, at + 2)
  return yearSlip(tokens, at, at + 1)
}

function yearSlip(tokens: Tokens, at: number, yearAt: number): DateSlip | null {
  const raw = wordAt(tokens, yearAt)
  if (digitsAt(tokens, yearAt, 3, 5) === null || !/^(1[5-9]|20|0)\d+$/.test(raw) || !isBrokenYear(raw))
    return null
  if (isCounted(tokens, yearAt + 1)) return null
  return { first: at, next: yearAt + 1, problem: `“${raw}” is not a year`, reading: null }
}

/** Three digits, five digits, or four that begin with 0 or lie far ahead. */
function isBrokenYear(raw: string): boolean {
  if (raw.length === 3 || raw.length === 5) return true
  return raw.startsWith('0') || Number(raw) > 2300
}

/** "March 12 12", "June 4th 4th", "May 15, 15, 2003". */
function doubledDay(tokens: Tokens, at: number): DateSlip | null {
  if (!tokens[at]?.capital || !isDayNumber(tokens, at + 1)) return null
  const isListed = wordAt(tokens, at + 2) === ','
  const second = isListed ? at + 3 : at + 2
  if (!isDayNumber(tokens, second) || wordAt(tokens, at + 1) !== wordAt(tokens, second)) return null
  if (isListed ? yearish(tokens, second + 1) === null : isCounted(tokens, second + 1)) return null
  return { first: at, next: second + 1, problem: 'the day stands there twice', reading: null }
}

function doubledWeekday(tokens: Tokens, at: number): DateSlip | null {
  const next = wordAt(tokens, at + 1)
  if (!tokens[at]?.capital || !weekdays.has(next) || next.length < 6 || !tokens[at + 1]?.spaced) return null
  const same = next === wordAt(tokens, at)
  if (!same) return null
  return { first: at, next: at + 2, problem: 'the weekday stands there twice', reading: null }
}
