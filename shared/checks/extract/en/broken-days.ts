import { editDistance } from '../edit-distance.js'
import { digitsFor } from './broken-numbers.js'
import { months, monthTitles } from './calendar-words.js'
import { ordinalAt, ordinalSuffix } from './counts.js'
import { isCounted, isDayNumber, isMonth, yearish } from './date-neighbours.js'
import type { DateSlip } from './date-slip.js'
import { misspeltMonth } from './misspelt-names.js'
import { digitsAt, type Tokens, touches, wordAt } from './token-tests.js'

/** "June 4h", "1Oth June", "lst May": the day beside the month at `at`, with a broken ending or letters for digits. */
export function brokenOrdinal(tokens: Tokens, at: number): DateSlip | null {
  if (!tokens[at]?.capital) return null
  const before = wordAt(tokens, at - 1) === 'of' ? at - 2 : at - 1
  const meantBefore = meantOrdinal(wordAt(tokens, before))
  const after = wordAt(tokens, at + 1) === 'the' ? at + 2 : at + 1
  const meant = meantBefore ?? meantOrdinal(wordAt(tokens, after))
  if (meant === null) return null
  const day = meantBefore === null ? after : before
  return {
    first: Math.min(day, at),
    next: Math.max(day, at) + 1,
    problem: `“${wordAt(tokens, day)}” is not a day`,
    reading: meant,
  }
}

/** The ordinal that a broken one most likely means; null for good ones, old ones ("3d") and anything else. */
function meantOrdinal(word: string): string | null {
  if (word.length < 2 || word.length > 5) return null
  return meantBy(/^([\doil]{1,2})([a-z]{1,3})$/.exec(word)) ?? meantBy(/^(\d{1,2})([a-z]{1,3})$/.exec(word))
}

function meantBy(parts: RegExpExecArray | null): string | null {
  const [, digits = '', ending = ''] = parts ?? []
  if (!parts || /^(d|am|pm)$/.test(ending)) return null
  const number = Number(digitsFor(digits))
  const right = ordinalSuffix(number)
  const isBroken =
    /\d/.test(digits) && !/^(st|nd|rd|th)$/.test(ending) && editDistance(ending, right, 1) === 1
  const hasLetter = /[oil]/.test(digits) && ending === right
  return number >= 1 && number <= 31 && (isBroken || hasLetter) ? `${number}${right}` : null
}

/** "March , 1911": a space where the day was, before the comma. */
export function droppedDay(tokens: Tokens, at: number): DateSlip | null {
  const comma = tokens[at + 1]
  const year = digitsAt(tokens, at + 2, 4, 4)
  if (!tokens[at]?.capital || comma?.lower !== ',' || !comma.spaced || isDayNumber(tokens, at - 1))
    return null
  if (year === null || year < 1000 || year > 2300) return null
  return { first: at, next: at + 3, problem: 'the day is missing', reading: null }
}

/** "March th, 2011", "the th of May": the ending of a day without its number, beside the month at `at`. */
export function missingDay(tokens: Tokens, at: number): DateSlip | null {
  const before = wordAt(tokens, at - 1) === 'of' ? at - 2 : at - 1
  const ending = [before, at + 1].find((place) => isBareEnding(tokens, place))
  if (ending === undefined || !tokens[at]?.capital || isDayNumber(tokens, ending - 1)) return null
  return {
    first: Math.min(ending, at),
    next: Math.max(ending, at) + 1,
    problem: `the number before “${wordAt(tokens, ending)}” is missing`,
    reading: null,
  }
}

function isBareEnding(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  return token !== undefined && !token.capital && /^(nd|rd|th)$/.test(token.lower)
}

/** "3 March2004": a month that is stuck to its year. */
export function gluedYear(tokens: Tokens, at: number): DateSlip | null {
  const [, name = '', year = ''] = /^([a-z]{3,9})(\d{4})$/.exec(wordAt(tokens, at)) ?? []
  const month = months.get(name)
  const dayBefore = isDayNumber(tokens, at - 1)
  if (month === undefined || Number(year) < 1500 || Number(year) > 2100 || touches(tokens, at)) return null
  if (!tokens[at]?.capital || (name.length < 4 && !dayBefore)) return null
  const reading = `${monthTitles[month - 1] ?? ''} ${year}`
  return { first: dayBefore ? at - 1 : at, next: at + 1, problem: 'the month is stuck to the year', reading }
}

/** "12March 2011", "June4th", "7Jnaury 1910": a day that is stuck to its month. */
export function gluedMonth(tokens: Tokens, at: number): DateSlip | null {
  const word = wordAt(tokens, at)
  const parts =
    /^(\d{1,2})(?:st|nd|rd|th)?([a-z]{3,9})$/.exec(word) ??
    /^([a-z]{3,9})(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)
  const [, a = '', b = ''] = parts ?? []
  const name = /^\d/.test(a) ? b : a
  const isDated = yearish(tokens, at + 1) !== null
  const month = months.get(name) ?? (isDated ? misspeltMonth(name) : null)
  if (month === null || (name.length < 5 && !isDated)) return null
  const title = monthTitles[month - 1] ?? ''
  return {
    first: at,
    next: yearish(tokens, at + 1) ?? at + 1,
    problem: 'the day is stuck to the month',
    reading: `${/^\d/.test(a) ? a : b} ${title}`,
  }
}

/** "the 1 5th of May", "1 5th May": a day with a space in it, whose first digit stands at `at`. */
export function splitOrdinal(tokens: Tokens, at: number): DateSlip | null {
  const tens = digitsAt(tokens, at, 1, 1)
  const rest = tens !== null && tokens[at + 1]?.kind === 'mixed' ? ordinalAt(tokens, at + 1) : null
  if (tens === null || !rest || rest.value > 9 || tens < 1 || 10 * tens + rest.value > 31) return null
  const month = wordAt(tokens, at + 2) === 'of' ? at + 3 : at + 2
  if (!isMonth(tokens, month) || !tokens[month]?.capital) return null
  const reading = `${10 * tens + rest.value}${rest.suffix}`
  return { first: at, next: month + 1, problem: 'the day is broken by a space', reading }
}

/** "April 1 5, 1932": a day with a space in it, behind the month at `at` and before a year. */
export function splitDay(tokens: Tokens, at: number): DateSlip | null {
  const tens = digitsAt(tokens, at + 1, 1, 1)
  const ones = digitsAt(tokens, at + 2, 1, 1)
  if (tens === null || ones === null || !tokens[at + 2]?.spaced || tens < 1 || tens > 3) return null
  const yearAt = wordAt(tokens, at + 3) === ',' ? at + 4 : at + 3
  const year = digitsAt(tokens, yearAt, 4, 4)
  const day = 10 * tens + ones
  if (year === null || year < 1000 || year > 2300 || day > 31 || isCounted(tokens, yearAt + 1)) return null
  return { first: at, next: yearAt + 1, problem: 'the day is broken by a space', reading: String(day) }
}
