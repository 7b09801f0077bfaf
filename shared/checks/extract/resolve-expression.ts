import {
  addMonths,
  civilOf,
  type DayInterval,
  dayNumber,
  daysInMonth,
  monthInterval,
  weekInterval,
  weekdayOf,
  yearInterval,
} from './calendar.js'
import { chooseYear, type ChosenYear, type DateContext } from './date-context.js'
import type { Unit } from './en/unit-words.js'
import type { CalendarMeaning, DateExpression, Meaning, Shift } from './expression.js'
import type { Granularity, Inference, TimexType } from './mention.js'
import {
  dayValue,
  monthValue,
  quarterInterval,
  quarterOf,
  seasonInterval,
  weekValue,
  yearValue,
} from './timex.js'

/** What an expression means at its place in a text. */
export interface Resolution {
  type: TimexType
  value: string
  interval: DayInterval | null
  granularity: Granularity | null
  inferred: Inference[]
}

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

type Of<Kind extends Meaning['kind']> = Extract<Meaning, { kind: Kind }>

function known(
  type: TimexType,
  value: string,
  interval: DayInterval | null,
  granularity: Granularity | null,
  inferred: Inference[] = [],
): Resolution {
  return { type, value, interval, granularity, inferred }
}

function resolveCalendar(meaning: CalendarMeaning, ahead: boolean, context: DateContext): Resolution {
  const { month, day } = meaning
  if (month === null) return meaning.year === null ? unknown('XXXX') : resolveYear(meaning.year)
  const choice =
    meaning.year === null ? fittingYear(meaning, chooseYear({ month, day }, ahead, context)) : null
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

/** The chosen year, or the nearest one in which the date falls on the weekday that stands beside it. */
function fittingYear({ month, day, weekday }: CalendarMeaning, choice: ChosenYear | null): ChosenYear | null {
  if (!choice || month === null || day === null || weekday === null || month > 12) return choice
  const fits = (year: number): boolean =>
    day <= daysInMonth(year, month) && weekdayOf(dayNumber(year, month, day)) === weekday
  const year = [0, 1, -1].map((step) => choice.year + step).find(fits)
  return year === undefined ? choice : { year, inference: { ...choice.inference, value: String(year) } }
}

function resolveYear(year: number): Resolution {
  return known('DATE', yearValue(year), yearInterval(year), 'year')
}

function unknown(value: string): Resolution {
  return known('DATE', value, null, null)
}

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

function resolveWeekday(
  { weekday, shift, from }: Of<'weekday'>,
  ahead: boolean,
  context: DateContext,
): Resolution {
  const base = baseDay(from, context)
  if (!base) return unknown(`XXXX-WXX-${weekday}`)
  const fromFocus = base.inference.from === 'focus'
  const day = weekdayNear(base.day, weekday, shift, fromFocus ? 'on' : ahead ? 'ahead' : 'back')
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

function resolveShifted({ unit, shift, from }: Of<'shifted'>, context: DateContext): Resolution {
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
function resolveWeekend(base: number, shift: number, inferred: Inference[]): Resolution {
  const { hi } = weekInterval(base + 7 * shift)
  return known('DATE', `${weekValue(hi)}-WE`, { lo: hi - 1, hi }, 'week', inferred)
}

function resolveOffset({ amount, unit, sign, from }: Of<'offset'>, context: DateContext): Resolution {
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

function resolvePointedMonth({ month, shift, ofYear }: Of<'month'>, context: DateContext): Resolution {
  const { speech } = context
  if (!speech) return unknown(`XXXX-${String(month).padStart(2, '0')}`)
  const now = civilOf(speech.interval.hi)
  let year = now.year
  if (shift === -1 && (ofYear || month >= now.month)) year--
  if (shift === 1 && (ofYear || month <= now.month)) year++
  const inference: Inference = { part: 'year', from: speech.from, value: String(year) }
  return known('DATE', monthValue(year, month), monthInterval(year, month), 'month', [inference])
}

const middleOfSeason: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 12 }

function resolveSeason(
  { season, year, shift }: Of<'season'>,
  ahead: boolean,
  context: DateContext,
): Resolution {
  const choice = year === null ? yearOfPart(middleOfSeason[season] ?? 1, shift, ahead, context) : null
  const told = year ?? choice?.year
  if (told === undefined) return unknown(`XXXX-${season}`)
  return known(
    'DATE',
    `${yearValue(told)}-${season}`,
    seasonInterval(told, season),
    'season',
    choice ? [choice.inference] : [],
  )
}

function resolveQuarter(
  { part, year, shift }: Of<'quarter'>,
  ahead: boolean,
  context: DateContext,
): Resolution {
  const middle = Number(part.slice(1)) * (part.startsWith('H') ? 6 : 3) - 1
  const choice = year === null ? yearOfPart(middle, shift, ahead, context) : null
  const told = year ?? choice?.year
  if (told === undefined) return unknown(`XXXX-${part}`)
  return known(
    'DATE',
    `${yearValue(told)}-${part}`,
    quarterInterval(told, part),
    'quarter',
    choice ? [choice.inference] : [],
  )
}

/** The year of a season or quarter: pointed at ("last summer") from the day of speech, else chosen as for a month. */
function yearOfPart(
  month: number,
  shift: Shift | null,
  ahead: boolean,
  context: DateContext,
): ChosenYear | null {
  const { speech } = context
  if (shift === null || !speech) return chooseYear({ month, day: null }, ahead, context)
  const now = civilOf(speech.interval.hi)
  const passed = month < now.month
  const year =
    shift === 0
      ? now.year
      : shift === 1
        ? passed
          ? now.year + 1
          : now.year
        : passed
          ? now.year
          : now.year - 1
  return { year, inference: { part: 'year', from: speech.from, value: String(year) } }
}
