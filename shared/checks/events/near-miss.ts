import { civilOf } from '../extract/calendar.js'
import { type DateMention, isExplicit } from '../extract/mention.js'

/** Whether a slip turns one written date into the other: one part of it differs, or two digits of the year changed places. */
export function isNearMiss({ date: a }: { date: DateMention }, { date: b }: { date: DateMention }): boolean {
  if (a.granularity !== b.granularity || !a.interval || !b.interval || !isWritten(a) || !isWritten(b))
    return false
  const [x, y] = [civilOf(a.interval.lo), civilOf(b.interval.lo)]
  const agreeing = [x.year === y.year, x.month === y.month, x.day === y.day].filter(Boolean).length
  if (a.granularity === 'day') return agreeing === 2
  if (a.granularity === 'month')
    return x.year === y.year || (x.month === y.month && areSwapped(x.year, y.year))
  return a.granularity === 'year' && areSwapped(x.year, y.year)
}

/** Whether nothing of a date but the year of a day is taken from elsewhere. */
export function isWritten(date: DateMention): boolean {
  const isDayOfMonth = date.granularity === 'day' && date.expression.meaning.kind === 'calendar'
  return isExplicit(date) || (isDayOfMonth && date.inferred.every(({ part }) => part === 'year'))
}

/** 1978 and 1987. */
function areSwapped(a: number, b: number): boolean {
  // What is left of nine stays the same however digits are placed.
  if ((a - b) % 9 !== 0) return false
  const [x, y] = [[...String(a)], [...String(b)]]
  const places = x.flatMap((digit, place) => (digit === y[place] ? [] : [place]))
  const [first, last] = places
  if (x.length !== y.length || places.length !== 2 || first === undefined || last === undefined) return false
  return x[first] === y[last] && x[last] === y[first]
}

/** Whether two dates are one day of different years, as those of what happens every year are. */
export function isYearApart({ date: a }: { date: DateMention }, { date: b }: { date: DateMention }): boolean {
  const [x, y] = [civilOf(a.interval?.lo ?? 0), civilOf(b.interval?.lo ?? 0)]
  return x.month === y.month && x.day === y.day
}

/** Whether two dates are one day of different months of a year, as those of what happens every month are. */
export function isMonthApart(
  { date: a }: { date: DateMention },
  { date: b }: { date: DateMention },
): boolean {
  const [x, y] = [civilOf(a.interval?.lo ?? 0), civilOf(b.interval?.lo ?? 0)]
  return x.year === y.year && x.day === y.day
}

/**
 * Whether two days differ as a slip of one digit has it, in one part only: 5 and 15, 12 and 21, 3 and 30 of a month, the
 * same day of two months, or one day of two years that one digit tells apart.
 */
export function isDigitSlip(a: { date: DateMention }, b: { date: DateMention }): boolean {
  if (a.date.granularity !== 'day' || !isNearMiss(a, b)) return false
  if (isMonthApart(a, b)) return true
  const [x, y] = [a, b].map(({ date }) => civilOf(date.interval?.lo ?? 0))
  if (!x || !y) return false
  return isYearApart(a, b) ? areSlips(String(x.year), String(y.year)) : areSlips(String(x.day), String(y.day))
}

/** One digit too many or another one before the last, or two that changed places. */
function areSlips(a: string, b: string): boolean {
  if (a.length !== b.length) return a.includes(b) || b.includes(a)
  return (a.at(-1) === b.at(-1) && differing(a, b) === 1) || areSwapped(Number(a), Number(b))
}

function differing(a: string, b: string): number {
  return [...a].filter((digit, place) => digit !== b[place]).length
}
