import {
  addMonths,
  civilOf,
  dayNumber,
  monthInterval,
  weekInterval,
  weekdayOf,
  yearInterval,
} from './calendar.js'
import type { DateContext } from './date-context.js'
import type { Unit } from './en/unit-words.js'
import type { Shift } from './expression.js'
import type { Granularity, Inference } from './mention.js'
import { known, type Of, type Resolution, unknown } from './resolution.js'
import { dayValue, monthValue, quarterInterval, quarterOf, weekValue, yearValue } from './timex.js'

/** The day that an expression counts from, and where it was found. */
function baseDay(
  from: 'speech' | 'focus',
  context: DateContext,
): { day: number; inference: Inference } | null {
  const { speech, focusDay } = context
  const speechDay = speech && speech.interval.lo === speech.interval.hi ? speech : null
  const wantsFocus = from === 'focus' || !speechDay
  if (wantsFocus && focusDay !== null) {
    return { day: focusDay, inference: { part: 'date', from: 'focus', value: dayValue(focusDay) } }
  }
  if (!speechDay) return null
  const day = speechDay.interval.lo
  return { day, inference: { part: 'date', from: speechDay.from, value: dayValue(day) } }
}

export function resolveWeekday(
  { weekday, shift, from, ofWeek }: Of<'weekday'>,
  ahead: boolean,
  context: DateContext,
): Resolution {
  const base = baseDay(from, context)
  if (!base) return unknown(`XXXX-WXX-${weekday}`)
  const fromFocus = base.inference.from === 'focus'
  const day = ofWeek
    ? weekInterval(base.day).lo + 7 * (shift ?? 0) + weekday - 1
    : weekdayNear(base.day, weekday, shift, fromFocus ? 'on' : ahead ? 'ahead' : 'back')
  return known('DATE', dayValue(day), { lo: day, hi: day }, 'day', [base.inference])
}

/** The weekday before, after or in the week of a day; without a pointer the nearest in the direction told. */
function weekdayNear(
  base: number,
  weekday: number,
  shift: Shift | null,
  way: 'on' | 'ahead' | 'back',
): number {
  const onward = (weekday - weekdayOf(base) + 7) % 7
  if (shift === -1) return base - (((weekdayOf(base) - weekday + 6) % 7) + 1)
  if (shift === 1) return base + (onward || 7)
  if (shift === 0) return weekInterval(base).lo + weekday - 1
  return way === 'back' ? base - ((weekdayOf(base) - weekday + 7) % 7) : base + onward
}

export function resolveShifted({ unit, shift, from }: Of<'shifted'>, context: DateContext): Resolution {
  const coarse = coarseBase(unit, from, context)
  if (!coarse) return unknown(unknownValues[unit])
  return unitAround(coarse.day, unit, shift, [coarse.inference])
}

const unknownValues: Readonly<Record<Unit, string>> = {
  second: 'XXXX-XX-XX',
  minute: 'XXXX-XX-XX',
  hour: 'XXXX-XX-XX',
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  quarter: 'XXXX-QX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
}

/** The day to count from; for months and years a date as coarse as the unit will do. */
function coarseBase(
  unit: Unit,
  from: 'speech' | 'focus',
  context: DateContext,
): { day: number; inference: Inference } | null {
  const { speech, focus } = context
  const fits = (granularity: Granularity): boolean =>
    isYears(unit) || (unit === 'month' && granularity !== 'year') || granularity === 'day'
  if (from === 'focus' && focus && focus.granularity !== 'years' && fits(focus.granularity)) {
    const value = dayValue(focus.interval.lo)
    return { day: focus.interval.lo, inference: { part: 'date', from: 'focus', value } }
  }
  if (from === 'speech' && speech && speech.interval.lo !== speech.interval.hi) {
    const days = speech.interval.hi - speech.interval.lo
    if (!isYears(unit) && !(unit === 'month' && days < 31)) return null
    return {
      day: speech.interval.lo,
      inference: { part: 'date', from: speech.from, value: dayValue(speech.interval.lo) },
    }
  }
  if (from === 'speech' && !speech) return null
  return baseDay(from, context)
}

function isYears(unit: Unit): boolean {
  return unit === 'year' || unit === 'decade' || unit === 'century'
}

/** The unit of time that lies `shift` units from the one around a day. */
function unitAround(base: number, unit: Unit, shift: number, inferred: Inference[]): Resolution {
  const { year, month } = civilOf(base)
  switch (unit) {
    case 'week':
      return known('DATE', weekValue(base + 7 * shift), weekInterval(base + 7 * shift), 'week', inferred)
    case 'weekend':
      return resolveWeekend(base, shift, inferred)
    case 'month': {
      const moved = civilOf(addMonths(dayNumber(year, month, 1), shift))
      return known(
        'DATE',
        monthValue(moved.year, moved.month),
        monthInterval(moved.year, moved.month),
        'month',
        inferred,
      )
    }
    case 'quarter': {
      const moved = civilOf(addMonths(dayNumber(year, month, 1), 3 * shift))
      const part = `Q${quarterOf(moved.month)}`
      return known(
        'DATE',
        `${yearValue(moved.year)}-${part}`,
        quarterInterval(moved.year, part),
        'quarter',
        inferred,
      )
    }
    case 'year':
      return known('DATE', yearValue(year + shift), yearInterval(year + shift), 'year', inferred)
    case 'decade':
    case 'century':
      return resolveYears(year, unit, shift, inferred)
    default:
      return known('DATE', dayValue(base + shift), { lo: base + shift, hi: base + shift }, 'day', inferred)
  }
}

function resolveYears(
  year: number,
  unit: 'decade' | 'century',
  shift: number,
  inferred: Inference[],
): Resolution {
  const length = unit === 'decade' ? 10 : 100
  const first = (Math.floor(year / length) + shift) * length
  const value = String(Math.floor(first / length)).padStart(unit === 'decade' ? 3 : 2, '0')
  return known('DATE', value, yearInterval(first, first + length - 1), 'years', inferred)
}

/** Weekends belong to the week they end; "the weekend" is the last one unless the week is at its weekend. */
/** So many days from the day of speech, a day told before still says which weekend is meant. */
const nearSpeech = 10

/** "the weekend": that of the week spoken of, else the coming one or, looking back, the last that has begun. */
export function resolveTheWeekend(ahead: boolean, context: DateContext): Resolution {
  const told = context.focusDay === null ? null : baseDay('focus', context)
  const spoken = baseDay('speech', context)
  const isNear = told && (!spoken || Math.abs(told.day - spoken.day) <= nearSpeech)
  const base = isNear ? told : spoken
  if (!base) return unknown(unknownValues.weekend)
  const isPast = base === spoken && base.inference.from !== 'focus' && !ahead && weekdayOf(base.day) < 6
  return resolveWeekend(base.day, isPast ? -1 : 0, [base.inference])
}

function resolveWeekend(base: number, shift: number, inferred: Inference[]): Resolution {
  const { hi } = weekInterval(base + 7 * shift)
  return known('DATE', `${weekValue(hi)}-WE`, { lo: hi - 1, hi }, 'week', inferred)
}

export function resolveOffset({ amount, unit, sign, from }: Of<'offset'>, context: DateContext): Resolution {
  const base =
    coarseBase(unit, from, context) ??
    (from === 'focus' && isYears(unit) ? coarseBase(unit, 'speech', context) : null)
  if (!base) return unknown(unknownValues[unit])
  const { day, inference } = base
  const whole = Math.round(amount)
  if (unit === 'hour' || unit === 'minute' || unit === 'second') return unitAround(day, 'day', 0, [inference])
  if (isYears(unit)) {
    const years = unit === 'year' ? amount : amount * (unit === 'decade' ? 10 : 100)
    if (!isReachable(years)) return unknown('XXXX')
    if (!Number.isInteger(years))
      return unitAround(addMonths(day, sign * Math.round(years * 12)), 'month', 0, [inference])
    return unitAround(day, 'year', sign * years, [inference])
  }
  if (!isReachable(amount)) return unknown(unknownValues[unit])
  return unitAround(day, unit, sign * whole, [inference])
}

/** Counts that leave the calendar ("65 million years ago") have no date. */
function isReachable(amount: number): boolean {
  return amount >= 0 && amount < 3000
}
