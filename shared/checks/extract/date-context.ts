import { civilOf, type DayInterval } from './calendar.js'
import type { Granularity, Inference, InferredFrom } from './mention.js'

/** A date that later expressions may count from. */
export interface Anchor {
  interval: DayInterval
  granularity: Granularity
  /** Whether its year is written there, so that it can lend it. */
  saysYear: boolean
  /** Whether it sets the scene: a full date, or a year at the head of a sentence. */
  sets: boolean
  paragraph: number
}

/** The day the text speaks on: its date of publication, or the dateline in the text. */
export interface Speech {
  interval: DayInterval
  from: Extract<InferredFrom, 'published' | 'dateline'>
}

/** What is known at a point of a text about the dates around it. */
export interface DateContext {
  speech: Speech | null
  /** The date spoken of last. */
  focus: Anchor | null
  /** The day spoken of last, when the focus is coarser. */
  focusDay: number | null
  /** A year in the title or the heading above. */
  headingYear: number | null
  paragraph: number
}

export interface ChosenYear {
  year: number
  inference: Inference
}

/** What the place of a date in a year is judged by: its day of the year, counted roughly as month and day. */
export interface YearlyDate {
  month: number
  day: number | null
}

/**
 * The year of a date that does not say it: by the scene the text has set, else by the day it speaks on, else by the
 * heading. Null when nothing tells.
 */
export function chooseYear(date: YearlyDate, ahead: boolean, context: DateContext): ChosenYear | null {
  const { speech, focus } = context
  if (focus?.saysYear && (!speech || (focus.sets && focus.paragraph === context.paragraph))) {
    return chosen(yearNearFocus(date, focus), 'focus')
  }
  if (speech) return chosen(yearNearSpeech(date, ahead, speech.interval), speech.from)
  if (focus) return chosen(yearNearFocus(date, focus), 'focus')
  return context.headingYear === null ? null : chosen(context.headingYear, 'heading')
}

function chosen(year: number, from: InferredFrom): ChosenYear {
  return { year, inference: { part: 'year', from, value: String(year) } }
}

/** A year that was named is kept; beside a month or day the date is the nearest one, the later in a tie. */
function yearNearFocus(date: YearlyDate, focus: Anchor): number {
  const { year, month, day } = civilOf(focus.interval.lo)
  if (focus.granularity === 'year' || focus.granularity === 'years') return year
  const distance = (candidate: number): number =>
    Math.abs(roughDays(candidate, date) - roughDays(year, { month, day }))
  return [year + 1, year, year - 1].reduce((best, candidate) =>
    distance(candidate) < distance(best) ? candidate : best,
  )
}

/**
 * The date nearest to the day of speech; texts mostly tell what has happened, so a date ahead counts as twice as far,
 * unless the clause looks ahead: then the first date from that day on.
 */
function yearNearSpeech(date: YearlyDate, ahead: boolean, speech: DayInterval): number {
  const { year, month, day } = civilOf(speech.hi)
  const now = roughDays(year, { month, day })
  const cost = (candidate: number): number => {
    const distance = roughDays(candidate, date) - now
    const isSameMonth = date.day === null && candidate === year && date.month === month
    if (isSameMonth) return 0
    if (ahead) return distance >= 0 ? distance : -distance * 4
    return distance <= 0 ? -distance : distance * 2
  }
  return [year, year - 1, year + 1].reduce((best, candidate) =>
    cost(candidate) < cost(best) ? candidate : best,
  )
}

/** Days since year 0 in months of 30.5 days: enough to tell which of two dates is nearer. */
function roughDays(year: number, { month, day }: YearlyDate): number {
  return year * 366 + (month - 1) * 30.5 + (day ?? 15)
}
