import type { Severity } from '../../domain/finding.js'
import type { DateMention } from '../extract/mention.js'

/** That a text says one date comes before another although it lies after it. */
export interface OrderClaim {
  /** The date that must come first for the text to hold. */
  first: DateMention
  /** The date that must come later; its interval ends before `first` begins. */
  later: DateMention
  /** Which words say so, for the explanation. */
  because: string
  severity: Severity
}

/** Whether the date that must come later lies wholly before the other. */
export function isReversed(first: DateMention, later: DateMention): boolean {
  return first.interval !== null && later.interval !== null && later.interval.hi < first.interval.lo
}

/** Whether a mention is a date of the calendar, so that it places an event. */
export function isCalendarDate({ expression: { meaning }, interval }: DateMention): boolean {
  return (
    interval !== null &&
    (meaning.kind === 'calendar' || meaning.kind === 'season' || meaning.kind === 'quarter')
  )
}
