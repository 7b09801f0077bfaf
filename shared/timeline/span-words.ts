import { civilOf, type DayInterval, dayNumber, daysInMonth } from '../checks/extract/calendar.js'
import { dateInWords, monthTitle } from '../checks/explain.js'
import { monthNames } from '../checks/extract/en/calendar-words.js'

/**
 * A span of days as a person reads it, as short as it can be without saying less: "4 May 2011", "May 2011", "2011",
 * "2010 to 2019", "24 February to 1 March 2022", "from 4 May 2011", "up to 2011".
 */
export function spanInWords({ lo, hi }: DayInterval): string {
  if (lo === -Infinity && hi === Infinity) return 'any time'
  if (lo === -Infinity) return `up to ${lastInWords(hi)}`
  if (hi === Infinity) return `from ${firstInWords(lo)}`
  const [first, last] = [civilOf(lo), civilOf(hi)]
  if (lo === hi) return dateInWords(lo)
  const wholeMonths = first.day === 1 && last.day === daysInMonth(last.year, last.month)
  const isYears = wholeMonths && first.month === 1 && last.month === 12
  if (isYears && first.year === last.year) return yearInWords(first.year)
  if (isYears) return `${yearInWords(first.year)} to ${yearInWords(last.year)}`
  const sameYear = first.year === last.year
  const sameMonth = sameYear && first.month === last.month
  if (wholeMonths && sameMonth) return monthInWords(first)
  if (wholeMonths)
    return `${sameYear ? monthTitle(first.month) : monthInWords(first)} to ${monthInWords(last)}`
  if (sameMonth) return `${first.day} to ${dateInWords(hi)}`
  if (sameYear) return `${first.day} ${monthTitle(first.month)} to ${dateInWords(hi)}`
  return `${dateInWords(lo)} to ${dateInWords(hi)}`
}

/** A year that begins with the day, or a month that does, or the day. */
function firstInWords(at: number): string {
  const { year, month, day } = civilOf(at)
  if (day !== 1) return dateInWords(at)
  return month === 1 ? yearInWords(year) : monthInWords({ year, month })
}

/** A year that ends with the day, or a month that does, or the day. */
function lastInWords(at: number): string {
  const { year, month, day } = civilOf(at)
  if (day !== daysInMonth(year, month)) return dateInWords(at)
  return month === 12 ? yearInWords(year) : monthInWords({ year, month })
}

function yearInWords(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`
}

function monthInWords({ year, month }: { year: number; month: number }): string {
  return `${monthTitle(month)} ${yearInWords(year)}`
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
