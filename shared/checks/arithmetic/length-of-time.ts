import { civilOf, type DayInterval } from '../extract/calendar.js'
import type { Unit } from '../extract/en/unit-words.js'

/** Mean lengths of units in days (Gregorian year: 365.2425 days). */
const daysIn: Readonly<Record<Unit, number>> = {
  second: 1 / 86_400,
  minute: 1 / 1_440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  weekend: 7,
  month: 30.436875,
  quarter: 91.310625,
  year: 365.2425,
  decade: 3652.425,
  century: 36_524.25,
}

/**
 * Whether a length of time fits between two dates, either of which may be coarser than a day. Lengths are rounded as
 * people round them: half a unit is allowed, a day for weeks counted with both ends, and for years the plain difference
 * of the years.
 */
export function fitsBetween(from: DayInterval, to: DayInterval, amount: number, unit: Unit): boolean {
  const expected = amount * daysIn[unit]
  const tolerance = unit === 'day' ? 0 : unit === 'week' ? 3.5 : daysIn[unit] / 2
  const least = to.lo - from.hi
  const most = to.hi - from.lo
  if (expected >= least - tolerance && expected <= most + tolerance) return true
  return unit === 'year' && civilOf(to.hi).year - civilOf(from.lo).year === amount
}

/** "5 days", "about 3 weeks", "2 years": the length between two dates in the unit that was used. */
export function lengthInWords(from: DayInterval, to: DayInterval, unit: Unit): string {
  const days = Math.abs(to.lo - from.lo)
  const [least, most] = [to.lo - from.hi, to.hi - from.lo]
  const isVague = (unit === 'day' || unit === 'week') && least >= 0 && least !== most
  if (isVague) return `${least} to ${counted(most, 'day')}`
  if (unit === 'day' || days < 14) return counted(days, 'day')
  const amount = days / daysIn[unit]
  const rounded = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)
  return `about ${counted(rounded, unit)}`
}

function counted(amount: number, unit: string): string {
  return `${amount} ${amount === 1 ? unit : unit === 'century' ? 'centuries' : `${unit}s`}`
}
