import {
  addMonths,
  civilOf,
  dayNumber,
  daysInMonth,
  monthInterval,
  weekdayOf,
  yearInterval,
} from './calendar.js'
import { chooseYear, type ChosenYear, type DateContext } from './date-context.js'
import type { CalendarMeaning, DateExpression } from './expression.js'
import { dayOfFeast, monthOfFeast } from './feasts.js'
import type { Inference } from './mention.js'
import { known, type Of, type Resolution, unknown } from './resolution.js'
import { resolveOffset, resolveShifted, resolveTheWeekend, resolveWeekday } from './resolve-counted.js'
import { resolveDayOfMonth, resolveNthWeekday, resolveThatTime } from './resolve-in-month.js'
import { resolvePointedMonth, resolveQuarter, resolveSeason } from './resolve-part-of-year.js'
import { dayValue, monthValue, quarterInterval, quarterOf, yearValue } from './timex.js'

/** Resolves an expression. Times of day without a date are left to `withTimeOfDay`. */
export function resolveExpression(expression: DateExpression, context: DateContext): Resolution {
  const { meaning, ahead } = expression
  switch (meaning.kind) {
    case 'calendar':
      return resolveCalendar(meaning, ahead, context)
    case 'weekday':
      return resolveWeekday(meaning, ahead, context)
    case 'shifted':
      return resolveShifted(meaning, context)
    case 'offset':
      return resolveOffset(meaning, context)
    case 'month':
      return resolvePointedMonth(meaning, context)
    case 'season':
      return resolveSeason(meaning, ahead, context)
    case 'quarter':
      return resolveQuarter(meaning, ahead, context)
    case 'feast':
      return resolveFeast(meaning, ahead, context)
    case 'nth-weekday':
      return resolveNthWeekday(meaning, ahead, context)
    case 'day-of-month':
      return resolveDayOfMonth(meaning, ahead, context)
    case 'weekend':
      return resolveTheWeekend(ahead, context)
    case 'that-time':
      return resolveThatTime(context)
    case 'year-before':
      return resolveYearBefore(context)
    case 'years':
      return known('DATE', meaning.value, yearInterval(meaning.first, meaning.last), 'years')
    case 'fiscal':
      return known('DATE', `FY${meaning.year}`, null, null)
    case 'reference':
      return known('DATE', meaning.value, null, null)
    case 'duration':
      return known('DURATION', meaning.value, null, null)
    case 'set':
      return known('SET', meaning.value, null, null)
    case 'time':
      return known('TIME', 'XXXX-XX-XX', null, null)
  }
}

function resolveCalendar(meaning: CalendarMeaning, ahead: boolean, context: DateContext): Resolution {
  const { month, day } = meaning
  if (month === null) return meaning.year === null ? unknown('XXXX') : resolveYear(meaning.year)
  const choice =
    meaning.year === null ? fittingYear(meaning, chooseYear({ month, day }, ahead, context), context) : null
  const year = meaning.year ?? choice?.year ?? null
  const inferred = choice ? [choice.inference] : []
  const tail = `${String(month).padStart(2, '0')}${day === null ? '' : `-${String(day).padStart(2, '0')}`}`
  if (year === null) return unknown(`XXXX-${tail}`)
  if (month < 1 || month > 12) return unknown(`${yearValue(year)}-${tail}`)
  if (day === null)
    return known('DATE', monthValue(year, month), monthInterval(year, month), 'month', inferred)
  if (day < 1 || day > daysInMonth(year, month)) return { ...unknown(`${yearValue(year)}-${tail}`), inferred }
  const number = dayNumber(year, month, day)
  return known('DATE', dayValue(number), { lo: number, hi: number }, 'day', inferred)
}

function resolveFeast({ feast, year }: Of<'feast'>, ahead: boolean, context: DateContext): Resolution {
  const choice = year === null ? chooseYear({ month: monthOfFeast(feast), day: null }, ahead, context) : null
  const told = year ?? choice?.year
  if (told === undefined) return unknown('XXXX-XX-XX')
  const day = dayOfFeast(feast, told)
  return known('DATE', dayValue(day), { lo: day, hi: day }, 'day', choice ? [choice.inference] : [])
}

/** A year before the date spoken of last, as coarse as that is; without one the year before that of speech. */
function resolveYearBefore({ focus, speech }: DateContext): Resolution {
  const interval = focus?.interval ?? speech?.interval
  if (!interval) return unknown('XXXX')
  const { year, month } = civilOf(addMonths(interval.lo, -12))
  const from = focus ? 'focus' : (speech?.from ?? 'published')
  const inferred: Inference[] = [{ part: 'date', from, value: dayValue(interval.lo) }]
  if (focus?.granularity === 'month')
    return known('DATE', monthValue(year, month), monthInterval(year, month), 'month', inferred)
  if (focus?.granularity === 'quarter') {
    const part = `Q${quarterOf(month)}`
    return known('DATE', `${yearValue(year)}-${part}`, quarterInterval(year, part), 'quarter', inferred)
  }
  return known('DATE', yearValue(year), yearInterval(year), 'year', inferred)
}

/** So many days around the day of publication a date without a year is one of that year, whatever weekday stands there. */
const sureOfYear = 45

/** The chosen year, or the nearest one in which the date falls on the weekday that stands beside it. */
function fittingYear(
  { month, day, weekday }: CalendarMeaning,
  choice: ChosenYear | null,
  { speech }: DateContext,
): ChosenYear | null {
  if (!choice || month === null || day === null || weekday === null || month > 12) return choice
  const distance = speech ? Math.abs(dayNumber(choice.year, month, day) - speech.interval.hi) : Infinity
  if (distance <= sureOfYear) return choice
  const fits = (year: number): boolean =>
    day <= daysInMonth(year, month) && weekdayOf(dayNumber(year, month, day)) === weekday
  const year = [0, 1, -1].map((step) => choice.year + step).find(fits)
  return year === undefined ? choice : { year, inference: { ...choice.inference, value: String(year) } }
}

function resolveYear(year: number): Resolution {
  return known('DATE', yearValue(year), yearInterval(year), 'year')
}
