import { civilOf, type DayInterval, dayNumber, isoWeekOf, monthInterval, yearInterval } from './calendar.js'

/** TIMEX3 values (ISO-TimeML) of calendar units. */

export function dayValue(day: number): string {
  const { year, month, day: date } = civilOf(day)
  return `${monthValue(year, month)}-${pad(date)}`
}

export function monthValue(year: number, month: number): string {
  return `${yearValue(year)}-${pad(month)}`
}

/** Four digits; years before our era as `BC0044`. */
export function yearValue(year: number): string {
  return year > 0 ? String(year).padStart(4, '0') : `BC${String(1 - year).padStart(4, '0')}`
}

export function weekValue(day: number): string {
  const { year, week } = isoWeekOf(day)
  return `${yearValue(year)}-W${pad(week)}`
}

export function quarterOf(month: number): number {
  return Math.floor((month - 1) / 3) + 1
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

/** The days of a quarter or half of a year, by its code: Q1-Q4, H1, H2. */
export function quarterInterval(year: number, part: string): DayInterval {
  const number = Number(part.slice(1))
  const length = part.startsWith('H') ? 6 : 3
  const last = number * length
  return { lo: dayNumber(year, last - length + 1, 1), hi: monthInterval(year, last).hi }
}

/** The days of a season of the northern year, by its code. Winter runs into the next year. */
export function seasonInterval(year: number, season: string): DayInterval {
  const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] ?? 1
  const lastMonth = first + 2
  const end = lastMonth > 12 ? monthInterval(year + 1, lastMonth - 12) : monthInterval(year, lastMonth)
  return { lo: dayNumber(year, first, 1), hi: end.hi }
}

/** The interval that a date in the form YYYY, YYYY-MM or YYYY-MM-DD begins with (an EDTF prefix); null for others. */
export function intervalOfPrefix(date: string | null): DayInterval | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date ?? '')
  if (!parts) return null
  const year = Number(parts[1])
  const month = Number(parts[2] ?? 0)
  const day = Number(parts[3] ?? 0)
  if (month < 1 || month > 12) return yearInterval(year)
  if (day < 1 || day > 31) return monthInterval(year, month)
  return { lo: dayNumber(year, month, day), hi: dayNumber(year, month, day) }
}
