import { dayNumber, weekdayOf } from './calendar.js'

/** Feasts that fall on another date each year. */
export type FeastName =
  | 'easter'
  | 'easter-monday'
  | 'good-friday'
  | 'ash-wednesday'
  | 'ascension'
  | 'pentecost'
  | 'whit-monday'
  | 'thanksgiving'

/** Days from Easter Sunday. */
const fromEaster: Readonly<Record<Exclude<FeastName, 'thanksgiving'>, number>> = {
  easter: 0,
  'easter-monday': 1,
  'good-friday': -2,
  'ash-wednesday': -46,
  ascension: 39,
  pentecost: 49,
  'whit-monday': 50,
}

/** The month in which a feast mostly falls, to tell which year is meant. */
export function monthOfFeast(feast: FeastName): number {
  if (feast === 'thanksgiving') return 11
  return fromEaster[feast] < -10 ? 2 : fromEaster[feast] > 10 ? 5 : 4
}

/** The day of a feast in a year of the Gregorian calendar. Thanksgiving is that of the United States. */
export function dayOfFeast(feast: FeastName, year: number): number {
  if (feast !== 'thanksgiving') return easterSunday(year) + fromEaster[feast]
  const first = dayNumber(year, 11, 1)
  return first + ((4 - weekdayOf(first) + 7) % 7) + 21
}

/** Easter Sunday (the anonymous Gregorian algorithm; Meeus, *Astronomical Algorithms*, chapter 8). */
function easterSunday(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1)
}
