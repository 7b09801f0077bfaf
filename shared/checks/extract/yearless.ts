import { dayNumber } from './calendar.js'
import type { DateMention } from './mention.js'

/** A common year, in which days that say no year are counted. */
const anyYear = 2001

export const daysInAnyYear = 365

/** Whether a mention is a day of a month whose year nothing tells: "3 June" in a text without a date. */
export function isYearless(mention: DateMention): boolean {
  return dayInAnyYear(mention) !== null
}

/** The number of such a day in a common year that stands for any; null for other mentions. */
export function dayInAnyYear({ interval, expression: { meaning } }: DateMention): number | null {
  if (interval !== null || meaning.kind !== 'calendar') return null
  if (meaning.month === null || meaning.day === null || meaning.year !== null) return null
  return dayNumber(anyYear, meaning.month, meaning.day)
}

/** Whether 29 February may lie between two days of that year, of which the second may be one of the year after. */
export function mayHoldLeapDay(from: number, to: number): boolean {
  const march = dayNumber(anyYear, 3, 1)
  return (from < march && to >= march) || to >= march + daysInAnyYear
}
