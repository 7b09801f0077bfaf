import type { DayInterval } from '../extract/calendar.js'
import type { DateMention } from '../extract/mention.js'
import { dayInAnyYear, daysInAnyYear, mayHoldLeapDay } from '../extract/yearless.js'

/**
 * The intervals of two dates of which the second is said to come later. Two days without a year are taken to be of one year,
 * or of two years in turn; null when a date is not known.
 */
export function endsOfTime(first: DateMention, last: DateMention): [DayInterval, DayInterval] | null {
  if (first.interval && last.interval) return [first.interval, last.interval]
  const [from, to] = [dayInAnyYear(first), dayInAnyYear(last)]
  if (from === null || to === null) return null
  const end = to < from ? to + daysInAnyYear : to
  return [
    { lo: from, hi: from },
    { lo: end, hi: mayHoldLeapDay(from, end) ? end + 1 : end },
  ]
}
