import { dayNumber, weekdayOf } from '../calendar.js'
import type { Match } from '../expression.js'
import { parseDayMonth, parseMonthFirst, skipStop } from './calendar-dates.js'
import { dayParts, weekdays } from './calendar-words.js'
import { parseIsoDate, parseNumericDate } from './numeric-dates.js'
import { type Tokens, wordAt } from './token-tests.js'

/** "Tuesday, 4 May 2011", "Tuesday, May 4th", "Tuesday the 4th of May": a weekday with the rest of its date. */
export function parseWeekdayDate(tokens: Tokens, at: number): Match[] | null {
  const weekday = weekdays.get(wordAt(tokens, at))
  if (weekday === undefined) return null
  let next = skipStop(tokens, at + 1)
  if (dayParts.has(wordAt(tokens, next))) next++
  if (wordAt(tokens, next) === ',' || wordAt(tokens, next) === '(') next++
  if (wordAt(tokens, next) === 'the' || wordAt(tokens, next) === 'on') next++
  const matches =
    parseDayMonth(tokens, next) ?? parseMonthFirst(tokens, next) ?? parseNumericOn(tokens, next, weekday)
  const [date] = matches ?? []
  if (!matches || !date || date.meaning.kind !== 'calendar' || date.meaning.day === null) return null
  return [{ ...date, first: at, meaning: { ...date.meaning, weekday } }, ...matches.slice(1)]
}

/** A numeric date beside its weekday, read in the order in which it falls on that weekday, if it does in one. */
function parseNumericOn(tokens: Tokens, at: number, weekday: number): Match[] | null {
  const matches = parseIsoDate(tokens, at) ?? parseNumericDate(tokens, at)
  const [date] = matches ?? []
  if (!date || date.meaning.kind !== 'calendar' || date.form !== 'numeric') return matches
  const { year, month, day } = date.meaning
  if (year === null || month === null || day === null || day > 12) return matches
  const isSwapped =
    weekdayOf(dayNumber(year, month, day)) !== weekday && weekdayOf(dayNumber(year, day, month)) === weekday
  return isSwapped ? [{ ...date, meaning: { ...date.meaning, month: day, day: month } }] : matches
}
