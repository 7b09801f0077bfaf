/**
 * Days as integers: the number of days since 1 January 1970, in the proleptic Gregorian calendar. A date of coarser
 * grain is an interval of days with both ends included.
 */
export interface DayInterval {
  lo: number
  hi: number
}

/** A day of the calendar: astronomical year (1 BC is 0), month 1-12, day 1-31. */
export interface CivilDay {
  year: number
  month: number
  day: number
}

const millisecondsPerDay = 86_400_000

/** The day number of a civil day. `Date.UTC` reads years 0-99 as 1900-1999, so those go through a later year. */
export function dayNumber(year: number, month: number, day: number): number {
  const shift = year >= 0 && year < 100 ? 400 : 0
  const days = Math.round(Date.UTC(year + shift, month - 1, day) / millisecondsPerDay)
  return shift ? days - daysPer400Years : days
}

const daysPer400Years = 146_097

export function civilOf(day: number): CivilDay {
  const date = new Date(day * millisecondsPerDay)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** ISO weekday of a day number: 1 is Monday, 7 is Sunday (day 0, 1 January 1970, was a Thursday). */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days in a month; 31 for a month that does not exist, so that callers can report the month instead. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The most days that a month has in any year. */
export function longestMonth(month: number): number {
  return daysInMonth(2000, month)
}

/** ISO 8601 week of a day: the week belongs to the year of its Thursday. */
export function isoWeekOf(day: number): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4
  const { year } = civilOf(thursday)
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 }
}

export function weekInterval(day: number): DayInterval {
  const monday = day - weekdayOf(day) + 1
  return { lo: monday, hi: monday + 6 }
}

export function monthInterval(year: number, month: number): DayInterval {
  const lo = dayNumber(year, month, 1)
  return { lo, hi: lo + daysInMonth(year, month) - 1 }
}

export function yearInterval(first: number, last = first): DayInterval {
  return { lo: dayNumber(first, 1, 1), hi: dayNumber(last, 12, 31) }
}

/** The day `months` later, with the day of the month cut to the length of the month it falls in. */
export function addMonths(day: number, months: number): number {
  const { year, month, day: date } = civilOf(day)
  const index = year * 12 + month - 1 + months
  const newYear = Math.floor(index / 12)
  const newMonth = index - newYear * 12 + 1
  return dayNumber(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)))
}

/** The last year in which a text may mean the Julian calendar without saying so (Britain changed in September 1752). */
export const lastJulianYear = 1752

/**
 * The weekday of a date of the Julian calendar, ISO numbered (algorithm of the Julian day number, Meeus, *Astronomical
 * Algorithms*, chapter 7). Texts on times before the Gregorian reform use it without saying so.
 */
export function julianWeekday(year: number, month: number, day: number): number {
  const a = Math.floor((14 - month) / 12)
  const y = year + 4800 - a
  const m = month + 12 * a - 3
  const julianDay = day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - 32083
  return (((julianDay % 7) + 7) % 7) + 1
}

export function intersects(a: DayInterval, b: DayInterval): boolean {
  return a.lo <= b.hi && b.lo <= a.hi
}
