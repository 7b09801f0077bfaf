import { civilOf, type DayInterval, dayNumber, daysInMonth } from './calendar.js'
import { monthNames } from './en/calendar-words.js'
import { englishCalendar, monthName, yearInWords, type CalendarWords } from './date-wording.js'

type Civil = ReturnType<typeof civilOf>

/**
 * A span of days as a person reads it, as short as it can be without saying less: "4 May 2011", "May 2011", "2011",
 * "2010 to 2019", "24 February to 1 March 2022", "from 4 May 2011", "up to 2011".
 */
export function spanInWords({ lo, hi }: DayInterval, words: CalendarWords = englishCalendar): string {
  if (lo === -Infinity && hi === Infinity) return words.anyTime
  if (lo === -Infinity) return `${words.upTo} ${lastInWords(civilOf(hi), words)}`
  if (hi === Infinity) return `${words.from} ${firstInWords(civilOf(lo), words)}`
  const [first, last] = [civilOf(lo), civilOf(hi)]
  if (lo === hi) return dateInWords(last, words)
  return closedInWords(first, last, words)
}

/** A span of more than a day with both its ends. */
function closedInWords(first: Civil, last: Civil, words: CalendarWords): string {
  const between = (from: string, to: string): string => `${from} ${words.to} ${to}`
  const year = (at: Civil): string => yearInWords(at.year, words)
  const wholeMonths = first.day === 1 && last.day === daysInMonth(last.year, last.month)
  const isYears = wholeMonths && first.month === 1 && last.month === 12
  const sameYear = first.year === last.year
  const sameMonth = sameYear && first.month === last.month
  if (isYears) return sameYear ? year(first) : between(year(first), year(last))
  if (wholeMonths && sameMonth) return monthInWords(first, words)
  const to = wholeMonths ? monthInWords(last, words) : dateInWords(last, words)
  if (wholeMonths) {
    return between(sameYear ? monthName(first.month, words) : monthInWords(first, words), to)
  }
  if (sameMonth) return between(words.day(first.day), to)
  if (sameYear) return between(`${words.day(first.day)} ${monthName(first.month, words)}`, to)
  return between(dateInWords(first, words), to)
}

/** A year that begins with the day, or a month that does, or the day. */
function firstInWords(at: Civil, words: CalendarWords): string {
  if (at.day !== 1) return dateInWords(at, words)
  return at.month === 1 ? yearInWords(at.year, words) : monthInWords(at, words)
}

/** A year that ends with the day, or a month that does, or the day. */
function lastInWords(at: Civil, words: CalendarWords): string {
  if (at.day !== daysInMonth(at.year, at.month)) return dateInWords(at, words)
  return at.month === 12 ? yearInWords(at.year, words) : monthInWords(at, words)
}

function monthInWords({ year, month }: Civil, words: CalendarWords): string {
  return `${monthName(month, words)} ${yearInWords(year, words)}`
}

function dateInWords(at: Civil, words: CalendarWords): string {
  return `${words.day(at.day)} ${monthInWords(at, words)}`
}

/**
 * The days that a finding's explanation names in words: "Wednesday, 4 May 2011" or "1 May 2011 to 31 May 2011" (see
 * `intervalInWords`). Null for whatever else such an explanation resolves a quote to.
 */
export function spanFromWords(words: string): DayInterval | null {
  const [first = '', last, ...more] = words.split(' to ')
  const lo = dayFromWords(first)
  const hi = last === undefined ? lo : dayFromWords(last)
  if (lo === null || hi === null || more.length > 0 || lo > hi) return null
  return { lo, hi }
}

function dayFromWords(words: string): number | null {
  const match = /^(?:[A-Z][a-z]+day, )?(\d{1,2}) ([A-Z][a-z]+) (\d{1,6})( BC)?$/.exec(words)
  if (!match) return null
  const month = monthNames.indexOf((match[2] ?? '').toLowerCase()) + 1
  const year = match[4] ? 1 - Number(match[3]) : Number(match[3])
  const day = Number(match[1])
  if (month === 0 || day < 1 || day > daysInMonth(year, month)) return null
  return dayNumber(year, month, day)
}
