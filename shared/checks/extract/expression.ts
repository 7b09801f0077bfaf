import type { FeastName } from './feasts.js'
import type { Unit } from './en/unit-words.js'

/**
 * What an expression says, before anything around it is known. Months are 1-12, weekdays ISO (1 is Monday), years
 * astronomical (1 BC is 0); null is "not said".
 */
export type Meaning =
  | CalendarMeaning
  /** With `ofWeek` the shift counts weeks: "Friday last week". */
  | { kind: 'weekday'; weekday: number; shift: Shift | null; from: Origin; ofWeek?: boolean }
  | { kind: 'shifted'; unit: Unit; shift: Shift; from: Origin }
  | { kind: 'offset'; amount: number; unit: Unit; sign: -1 | 1; from: Origin }
  | { kind: 'month'; month: number; shift: Shift; from: Origin; ofYear?: boolean }
  | { kind: 'season'; season: string; year: number | null; shift: Shift | null }
  | { kind: 'quarter'; part: string; year: number | null; shift: Shift | null }
  /** A feast that moves with Easter or is counted in weeks. */
  | { kind: 'feast'; feast: FeastName; year: number | null }
  /** A weekday counted in its month, from its end when `nth` is -1; the month is named or so many from that of speech. */
  | {
      kind: 'nth-weekday'
      nth: number
      weekday: number
      month: number | null
      year: number | null
      shift: Shift
    }
  /** "on the 5th", "Friday the 15th": of the month spoken of, or so many from that of speech ("the 20th of next month"). */
  | { kind: 'day-of-month'; day: number; weekday: number | null; shift: Shift | null }
  /** "the weekend": the last or the coming one. */
  | { kind: 'weekend' }
  /** "by that time": when what was told last was. */
  | { kind: 'that-time' }
  /** "the same period last year": the stretch spoken of last, a year before. */
  | { kind: 'year-before' }
  | { kind: 'years'; first: number; last: number; value: string }
  | { kind: 'fiscal'; year: number }
  | { kind: 'reference'; value: string }
  | { kind: 'duration'; value: string; amount: number | null; unit: Unit }
  | { kind: 'set'; value: string }
  | { kind: 'time' }

export interface CalendarMeaning {
  kind: 'calendar'
  year: number | null
  month: number | null
  day: number | null
  weekday: number | null
}

/** Units back (-1), this one (0), or on (1). */
export type Shift = -1 | 0 | 1

/** What an expression counts from: the day the text speaks on, or the date it spoke of last. */
export type Origin = 'speech' | 'focus'

/** How a date is written; two forms beside each other in one list look careless. */
export type DateForm =
  'day-month' | 'month-day' | 'month-ordinal' | 'ordinal-month' | 'iso' | 'numeric' | 'month-year' | 'year'

/** A time of day as written. Hours and minutes may be out of range: that is for a rule to say. */
export interface Clock {
  hour: number
  minute: number
  half: 'am' | 'pm' | null
  utc: boolean
}

/** What is wrong with an expression as written. */
export interface Defect {
  kind: 'no-such-day' | 'no-such-month' | 'no-such-time' | 'wrong-ordinal'
  detail: string
}

/** What a parser recognises: tokens [`first`, `next`). */
export interface Match {
  first: number
  next: number
  meaning: Meaning
  form?: DateForm
  clock?: Clock
  dayPart?: string
  defects?: Defect[]
  /** This match and the one before it are the two ends of a range. */
  closesRange?: boolean
}

/** A temporal expression of a paragraph: [`start`, `end`) in UTF-16 code units of the paragraph. */
export interface DateExpression {
  start: number
  end: number
  first: number
  next: number
  meaning: Meaning
  form: DateForm | null
  clock: Clock | null
  dayPart: string | null
  defects: readonly Defect[]
  closesRange: boolean
  /** Whether the clause looks ahead ("will open in May"), so that a missing year is this one or the next. */
  ahead: boolean
}
