import { civilOf, type DayInterval } from '../extract/calendar.js'
import type { Unit } from '../extract/en/unit-words.js'
import { areSlipsOfEachOther } from '../numbers/slip-likeness.js'

/** Mean lengths of units in days (Gregorian year: 365.2425 days). */
export const daysIn: Readonly<Record<Unit, number>> = {
  second: 1 / 86_400,
  minute: 1 / 1_440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  weekend: 7,
  month: 30.436875,
  quarter: 91.310625,
  year: 365.2425,
  decade: 3652.425,
  century: 36_524.25,
}

/**
 * Whether a length of time fits between two dates, either of which may be coarser than a day. Lengths are rounded as
 * people round them: half a unit is allowed, a day for weeks counted with both ends, and for years the plain difference
 * of the years.
 */
export function fitsBetween(from: DayInterval, to: DayInterval, amount: number, unit: Unit): boolean {
  const expected = amount * daysIn[unit]
  const tolerance = unit === 'day' ? 0 : unit === 'week' ? 3.5 : daysIn[unit] / 2
  const least = to.lo - from.hi
  const most = to.hi - from.lo
  if (expected >= least - tolerance && expected <= most + tolerance) return true
  return unit === 'year' && civilOf(to.hi).year - civilOf(from.lo).year === amount
}

/** Lengths below this have no digit in common with others. */
const leastSlip = 10

/**
 * Whether one wrong digit, or two in the wrong order, made a told length of the shorter one between two dates. A length that
 * is shorter than the time between them may be that of something that began later.
 */
export function isOverLength(from: DayInterval, to: DayInterval, amount: number, unit: Unit): boolean {
  const least = Math.floor((to.lo - from.hi) / daysIn[unit])
  const most = Math.ceil((to.hi - from.lo) / daysIn[unit])
  for (let real = Math.max(leastSlip, least); real <= most; real++)
    if (amount > real && areSlipsOfEachOther(real, amount)) return true
  return false
}

/** How the words around a length bound it; `vague` for those that bound it in no way that could be wrong. */
export type LengthBound = 'exact' | 'about' | 'nearly' | 'least' | 'most' | 'vague'

const bounds: readonly [LengthBound, RegExp][] = [
  ['vague', /\b(within|several|just|past|last|next|old|up to|a few|only)\b/],
  [
    'least',
    /\b(more than|over(?! (the|those|these|his|her|its|their|all)\b)|at least|no less than|longer than)\b/,
  ],
  ['most', /\b(less than|fewer than|under|at most|not quite)\b/],
  ['nearly', /\b(nearly|almost)\b/],
  ['about', /\b(about|around|approximately|roughly|some)\b/],
]

/** The bound that a length with the words right before it has. */
export function lengthBoundOf(words: string): LengthBound {
  const lower = words.toLowerCase()
  return bounds.find(([, pattern]) => pattern.test(lower))?.[0] ?? 'exact'
}

/** How far a length with "about" or "nearly" may be off, as a share of it; a unit of it is always allowed. */
const looseness = { about: 0.2, nearly: 0.15 }

/** The same as `fitsBetween` for a length that is told with "about", "more than" or "less than". */
export function fitsLoosely(
  from: DayInterval,
  to: DayInterval,
  amount: number,
  unit: Unit,
  bound: LengthBound,
): boolean {
  if (bound === 'vague' || fitsBetween(from, to, amount, unit)) return true
  const expected = amount * daysIn[unit]
  const [least, most] = [to.lo - from.hi, to.hi - from.lo]
  if (bound === 'least') return most >= expected * 0.95
  if (bound === 'most') return least <= expected * 1.05
  if (bound !== 'about' && bound !== 'nearly') return false
  const slack = Math.max(expected * looseness[bound], daysIn[unit])
  // What is nearly so long is shorter, or as long but for half a unit, which `fitsBetween` allows.
  return most >= expected - slack && least <= expected + (bound === 'about' ? slack : 0)
}

/** "5 days", "about 3 weeks", "2 years": the length between two dates in the unit that was used. */
export function lengthInWords(from: DayInterval, to: DayInterval, unit: Unit): string {
  const days = Math.abs(to.lo - from.lo)
  const [least, most] = [to.lo - from.hi, to.hi - from.lo]
  const isVague = (unit === 'day' || unit === 'week') && least >= 0 && least !== most
  if (isVague) return `${least} to ${counted(most, 'day')}`
  if (unit === 'day' || days < 14) return counted(days, 'day')
  const amount = days / daysIn[unit]
  const rounded = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)
  return `about ${counted(rounded, unit)}`
}

function counted(amount: number, unit: string): string {
  return `${amount} ${amount === 1 ? unit : unit === 'century' ? 'centuries' : `${unit}s`}`
}
