import { addMonths, civilOf, dayNumber, daysInMonth, weekdayOf } from './calendar.js'
import { chooseYear, type DateContext } from './date-context.js'
import type { Inference } from './mention.js'
import { known, type Of, type Resolution, unknown } from './resolution.js'
import { dayValue, monthValue, yearValue } from './timex.js'

/** "the first Monday in May": the year is chosen as for any date that does not say it. */
export function resolveNthWeekday(
  { nth, weekday, month, year, shift }: Of<'nth-weekday'>,
  ahead: boolean,
  context: DateContext,
): Resolution {
  if (month === null) return nthWeekdayFrom(nth, weekday, shift, context)
  const near = nth < 0 ? 28 : nth * 7 - 3
  const choice = year === null ? chooseYear({ month, day: near }, ahead, context) : null
  const told = year ?? choice?.year
  if (told === undefined) return unknown(`XXXX-${String(month).padStart(2, '0')}`)
  const day = nthWeekdayOf(told, month, weekday, nth)
  if (day === null) return unknown(monthValue(told, month))
  return known('DATE', dayValue(day), { lo: day, hi: day }, 'day', choice ? [choice.inference] : [])
}

/** "the first Friday of next month". */
function nthWeekdayFrom(nth: number, weekday: number, shift: number, { speech }: DateContext): Resolution {
  if (!speech) return unknown('XXXX-XX')
  const { year, month } = civilOf(addMonths(speech.interval.lo, shift))
  const day = nthWeekdayOf(year, month, weekday, nth)
  if (day === null) return unknown(monthValue(year, month))
  const inference: Inference = { part: 'date', from: speech.from, value: dayValue(speech.interval.lo) }
  return known('DATE', dayValue(day), { lo: day, hi: day }, 'day', [inference])
}

/** The day number of the nth weekday of a month, or of the last when `nth` is -1; null for a fifth that is not there. */
function nthWeekdayOf(year: number, month: number, weekday: number, nth: number): number | null {
  const length = daysInMonth(year, month)
  const first = dayNumber(year, month, 1)
  const date = 1 + ((weekday - weekdayOf(first) + 7) % 7)
  const all = [0, 7, 14, 21, 28].map((step) => date + step).filter((one) => one <= length)
  const chosen = nth < 0 ? all.at(-1) : all[nth - 1]
  return chosen === undefined ? null : first + chosen - 1
}

/** "on the 5th": of the month spoken of last, else of the month around the day of speech that the tense or weekday asks for. */
export function resolveDayOfMonth(
  { day, weekday, shift }: Of<'day-of-month'>,
  ahead: boolean,
  { focus, speech, paragraph }: DateContext,
): Resolution {
  const tail = String(day).padStart(2, '0')
  if (shift !== null && speech)
    return dayOfMonthAround(addMonths(speech.interval.lo, shift), day, speech.from)
  const isNear =
    shift === null && focus && focus.paragraph === paragraph && /^(day|week|month)$/.test(focus.granularity)
  if (isNear) return dayOfMonthAround(monthWith(focus.interval.lo, day, weekday, 0), day, 'focus')
  if (shift !== null || !speech || speech.interval.lo !== speech.interval.hi)
    return unknown(`XXXX-XX-${tail}`)
  const today = civilOf(speech.interval.lo).day
  const step = ahead && day < today ? 1 : !ahead && day > today ? -1 : 0
  return dayOfMonthAround(monthWith(speech.interval.lo, day, weekday, step), day, speech.from)
}

/** A day in the month that is `step` months on, or in the nearest one in which the day falls on the weekday. */
function monthWith(around: number, day: number, weekday: number | null, step: number): number {
  const fits = (months: number): boolean => {
    const { year, month } = civilOf(addMonths(around, months))
    return day <= daysInMonth(year, month) && weekdayOf(dayNumber(year, month, day)) === weekday
  }
  const found = weekday === null ? step : [step, 0, -1, 1, -2, 2, -3, 3].find(fits)
  return addMonths(around, found ?? step)
}

function dayOfMonthAround(around: number, day: number, from: Inference['from']): Resolution {
  const { year, month } = civilOf(around)
  if (day > daysInMonth(year, month)) return unknown(`${yearValue(year)}-XX-${String(day).padStart(2, '0')}`)
  const number = dayNumber(year, month, day)
  const inference: Inference = { part: 'date', from, value: dayValue(around) }
  return known('DATE', dayValue(number), { lo: number, hi: number }, 'day', [inference])
}

/** "by that time": the value of the date spoken of last. Rules are not to count from it, so it has no interval. */
export function resolveThatTime({ focus }: DateContext): Resolution {
  if (!focus) return unknown('PAST_REF')
  const { year, month } = civilOf(focus.interval.lo)
  if (focus.granularity === 'day') return known('DATE', dayValue(focus.interval.lo), null, null)
  return known('DATE', focus.granularity === 'month' ? monthValue(year, month) : yearValue(year), null, null)
}
