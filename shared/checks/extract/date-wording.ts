import { monthTitles } from './en/calendar-words.js'

/** How days, months and years are said in one language. */
export interface CalendarWords {
  /** From January; the first three letters of each are its short name. */
  months: readonly string[]
  /** A day of a month before the name of the month. */
  day: (day: number) => string
  /** After a year before the first one. */
  beforeFirstYear: string
  /** Between the ends of a span. */
  to: string
  /** Before a day from which a span is open, and before one up to which it is. */
  from: string
  upTo: string
  anyTime: string
}

export const englishCalendar: CalendarWords = {
  months: monthTitles,
  day: String,
  beforeFirstYear: 'BC',
  to: 'to',
  from: 'from',
  upTo: 'up to',
  anyTime: 'any time',
}

/** A year; 0 is the one before the first. */
export function yearInWords(year: number, { beforeFirstYear }: CalendarWords): string {
  return year > 0 ? String(year) : `${1 - year} ${beforeFirstYear}`
}

/** The name of a month, counted from 1. */
export function monthName(month: number, { months }: CalendarWords): string {
  return months[month - 1] ?? ''
}
