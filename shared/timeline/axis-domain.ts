import { scaleUtc } from 'd3-scale'
import { civilOf, type DayInterval } from '../checks/extract/calendar.js'
import {
  englishCalendar,
  monthName,
  yearInWords,
  type CalendarWords,
} from '../checks/extract/date-wording.js'
import { farthestDay } from './edtf-span.js'
import type { TimelineEntry } from './entry.js'

/** The days at the left and the right edge of an axis, fractions included. A day is drawn from its number to the next. */
export interface AxisDomain {
  lo: number
  hi: number
}

/** A day of the axis with a line and a label; `isYear` where a year begins. */
export interface AxisTick {
  day: number
  label: string
  isYear: boolean
}

const fewestDays = 7
const millisecondsPerDay = 86_400_000
/** About how far apart ticks stand, in CSS pixels: the round unit that is chosen may bring them a third closer. */
const tickSpacing = 110

/** Room for a sign before the first mark of an axis, and for a label after the last one, in CSS pixels. */
const sideRoom = { left: 24, right: 168 }

/** The days that an axis so many CSS pixels wide shows when all ends of the entries that are not open stand on it. */
export function fittingDomain(entries: readonly TimelineEntry[], width: number): AxisDomain {
  let [lo, hi] = [Infinity, -Infinity]
  for (const { span } of entries) {
    for (const end of [span.lo, span.hi]) {
      if (Math.abs(end) === Infinity) continue
      lo = Math.min(lo, end)
      hi = Math.max(hi, end + 1)
    }
  }
  if (lo > hi) return { lo: 0, hi: 40 * 365.25 }
  const perPixel =
    Math.max(hi - lo, fewestDays) / Math.max(width - sideRoom.left - sideRoom.right, width / 2, 1)
  return within({ lo: lo - sideRoom.left * perPixel, hi: hi + sideRoom.right * perPixel })
}

/** The domain with a factor more (above 1) or fewer (below 1) days on it, keeping a day where it stands. */
export function zoomed({ lo, hi }: AxisDomain, factor: number, day = (lo + hi) / 2): AxisDomain {
  const width = Math.min(Math.max((hi - lo) * factor, fewestDays), 2 * farthestDay)
  const share = (day - lo) / (hi - lo)
  return within({ lo: day - width * share, hi: day + width * (1 - share) })
}

export function panned({ lo, hi }: AxisDomain, days: number): AxisDomain {
  return within({ lo: lo + days, hi: hi + days })
}

/** Moves a domain so that some days are in it, no farther than it must, or leaves it where it is. */
export function domainShowing(domain: AxisDomain, { lo, hi }: DayInterval): AxisDomain {
  const room = (domain.hi - domain.lo) * 0.1
  if (lo < domain.lo + room / 2) return panned(domain, lo - room - domain.lo)
  const last = Math.min(hi + 1, lo + (domain.hi - domain.lo) * 0.6)
  if (last > domain.hi - room / 2) return panned(domain, last + room - domain.hi)
  return domain
}

/** Keeps a domain within the days that dates reach. */
function within({ lo, hi }: AxisDomain): AxisDomain {
  const missing = Math.max(0, fewestDays - (hi - lo)) / 2
  const [from, to] = [lo - missing, hi + missing]
  const shift = Math.max(0, -farthestDay - from) + Math.min(0, farthestDay - to)
  return { lo: Math.max(from + shift, -farthestDay), hi: Math.min(to + shift, farthestDay) }
}

/** The ticks of an axis so many CSS pixels wide: round calendar units, the first labelled in full. */
export function axisTicks(
  { lo, hi }: AxisDomain,
  width: number,
  words: CalendarWords = englishCalendar,
): AxisTick[] {
  const scale = scaleUtc().domain([new Date(lo * millisecondsPerDay), new Date(hi * millisecondsPerDay)])
  const days = scale
    .ticks(Math.max(2, Math.floor(width / tickSpacing)))
    .map((date) => date.getTime() / millisecondsPerDay)
    .filter((day) => Number.isInteger(day))
  return days.map((day, index) => ({
    day,
    label: tickLabel(day, index === 0, words),
    isYear: isYearStart(day),
  }))
}

const isYearStart = (day: number): boolean => {
  const civil = civilOf(day)
  return civil.month === 1 && civil.day === 1
}

function tickLabel(at: number, inFull: boolean, words: CalendarWords): string {
  const { year, month, day } = civilOf(at)
  const yearName = yearInWords(year, words)
  if (month === 1 && day === 1) return yearName
  const short = monthName(month, words).slice(0, 3)
  const name = day === 1 ? short : `${words.day(day)} ${short}`
  return inFull ? `${name} ${yearName}` : name
}
