import edtf from 'edtf'
import { type DayInterval, dayNumber, daysInMonth } from '../checks/extract/calendar.js'
import { quarterInterval, seasonInterval } from '../checks/extract/timex.js'
import { namesMissingLeapDay } from '../domain/edtf.js'

/** The days that a date may mean: an open end is an infinity. `uncertain` when the date itself says so (`?`, `~`, `%`). */
export interface EdtfSpan extends DayInterval {
  uncertain: boolean
  /** Whether the ends are less sure than the middle: an uncertain date, a season of no hemisphere, an end not known. */
  soft: boolean
}

const millisecondsPerDay = 86_400_000

/**
 * The farthest day from 1970 that has a place on an axis: some 260,000 years. Dates of JavaScript reach a little farther,
 * and the rounding of ticks needs that room: past their end it would look for the next one for ever.
 */
export const farthestDay = 95_000_000

/** Dates come up again and again in a case, and the grammar of EDTF takes its time over each. */
const known = new Map<string, EdtfSpan | null>()
const mostKnown = 20_000

/**
 * The days of an EDTF date in UTC; null for one without a place on an axis: both ends unknown, or past `farthestDay`. A
 * time of day is read as the day it is written on, whatever its time zone.
 */
export function spanOfEdtf(value: string): EdtfSpan | null {
  const found = known.get(value)
  if (found !== undefined) return found
  if (known.size >= mostKnown) known.clear()
  const span = plainDay(value) ?? readSpan(value)
  known.set(value, span)
  return span
}

/** A day without any sign of doubt, as most dates are, read without the grammar. */
function plainDay(value: string): EdtfSpan | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  const at = dayNumber(year, month, day)
  return { lo: at, hi: at, uncertain: false, soft: false }
}

function readSpan(value: string): EdtfSpan | null {
  const uncertain = /[?~%]/.test(value)
  const season = seasonOf(value)
  if (season) return { ...season.interval, uncertain, soft: uncertain || season.soft }
  const days = value.replace(/T[\d:.]+(Z|[+-][\d:]+)?/g, '')
  const ends = endsOf(days)
  if (!ends) return null
  const { min, max } = ends
  if (min === null && max === null) return null
  const lo = dayOf(min ?? -Infinity)
  const hi = dayOf(max ?? Infinity)
  if (!isDrawable(lo) || !isDrawable(hi) || lo > hi) return null
  const isOneOf = value.startsWith('[')
  return { lo, hi, uncertain: uncertain || isOneOf, soft: uncertain || min === null || max === null }
}

/** Milliseconds since 1970; null for an end that is not known. */
function endsOf(value: string): { min: number | null; max: number | null } | null {
  if (namesMissingLeapDay(value)) return null
  try {
    const { min, max } = edtf(value)
    return { min, max }
  } catch {
    return null
  }
}

function dayOf(milliseconds: number): number {
  return Math.floor(milliseconds / millisecondsPerDay)
}

function isDrawable(day: number): boolean {
  return Math.abs(day) === Infinity || Math.abs(day) <= farthestDay
}

const quarterCodes = ['SP', 'SU', 'FA', 'WI'] as const
const southernMonths = [9, 12, 3, 6] as const

/**
 * The parts of a year by the codes of ISO 8601-2: 21-24 seasons, 25-28 northern, 29-32 southern, 33-36 quarters, 37-39
 * thirds, 40-41 halves. Seasons are whole months, as where texts are read for dates. Null for any other date.
 */
function seasonOf(value: string): { interval: DayInterval; soft: boolean } | null {
  const match = /^(-?\d{4})-(2[1-9]|3\d|4[01])[?~%]?$/.exec(value)
  if (!match) return null
  const year = Number(match[1])
  const code = Number(match[2])
  const northern = (season: number): DayInterval => seasonInterval(year, quarterCodes[season] ?? 'SP')
  if (code <= 24) return { interval: northern(code - 21), soft: true }
  if (code <= 28) return { interval: northern(code - 25), soft: false }
  if (code <= 32) return { interval: monthsFrom(year, southernMonths[code - 29] ?? 9, 3), soft: false }
  if (code <= 36) return { interval: quarterInterval(year, `Q${code - 32}`), soft: false }
  if (code <= 39) return { interval: monthsFrom(year, (code - 37) * 4 + 1, 4), soft: false }
  return { interval: quarterInterval(year, `H${code - 39}`), soft: false }
}

function monthsFrom(year: number, month: number, count: number): DayInterval {
  const after = month + count
  const end = after > 12 ? dayNumber(year + 1, after - 12, 1) : dayNumber(year, after, 1)
  return { lo: dayNumber(year, month, 1), hi: end - 1 }
}
