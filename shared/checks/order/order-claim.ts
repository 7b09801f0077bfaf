import type { Severity } from '../../domain/finding.js'
import type { DateMention } from '../extract/mention.js'
import { dayInAnyYear, isYearless } from '../extract/yearless.js'

/** That a text says one date comes before another although it lies after it. */
export interface OrderClaim {
  /** The date that must come first for the text to hold. */
  first: DateMention
  /** The date that must come later; its interval ends before `first` begins. */
  later: DateMention
  /** Which words say so, for the explanation. */
  because: string
  severity: Severity
  /** By how many minutes two times of one day are reversed; not there for dates. */
  minutes?: number
}

/** How many days apart two days without a year may stand for the later one not to be of the year after. */
const mostApart = 60

/** How many days the later date lies before the other; 0 when it does not, or when they cannot be compared. */
export function daysReversed(first: DateMention, later: DateMention): number {
  if (first.interval && later.interval) return Math.max(0, first.interval.lo - later.interval.hi)
  const [a, b] = [dayInAnyYear(first), dayInAnyYear(later)]
  return a !== null && b !== null && b < a && a - b <= mostApart ? a - b : 0
}

/** Whether the date that must come later lies wholly before the other; of days without a year, shortly before it. */
export function isReversed(first: DateMention, later: DateMention): boolean {
  return daysReversed(first, later) > 0
}

/** Whether a mention is a date of the calendar, so that it places an event. */
export function isCalendarDate(mention: DateMention): boolean {
  const { expression, interval } = mention
  const { meaning } = expression
  return (
    (interval !== null || isYearless(mention)) &&
    (meaning.kind === 'calendar' || meaning.kind === 'season' || meaning.kind === 'quarter')
  )
}
