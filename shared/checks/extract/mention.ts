import type { DayInterval } from './calendar.js'
import type { DateExpression } from './expression.js'

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

export type Granularity = 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'years'

/** Where a part of a date that the expression does not say was taken from. */
export type InferredFrom = 'published' | 'dateline' | 'focus' | 'heading' | 'range'

/** A part of a date that the text does not say, and why it is believed to be `value`. */
export interface Inference {
  part: 'year' | 'date'
  from: InferredFrom
  value: string
}

/**
 * A temporal expression placed in its source and resolved as far as the source allows: [`start`, `end`) in UTF-16 code
 * units of the source, `interval` in days with both ends included, null when it is not known.
 */
export interface DateMention {
  start: number
  end: number
  type: TimexType
  /** The TIMEX3 value, with `X` for digits that are not known. */
  value: string
  interval: DayInterval | null
  granularity: Granularity | null
  inferred: readonly Inference[]
  expression: DateExpression
  /** Indexes of the paragraph in the source and of the sentence in the paragraph. */
  paragraph: number
  sentence: number
  /** Whether it stands in a quotation, whose speaker counts from another day than the text. */
  quoted: boolean
}

/** Whether every part of the date stands in the text. */
export function isExplicit(mention: DateMention): boolean {
  return mention.inferred.every(({ from }) => from === 'range')
}

/** Whether the mention names one known day. */
export function isDay({ interval, granularity }: DateMention): boolean {
  return granularity === 'day' && interval !== null
}
