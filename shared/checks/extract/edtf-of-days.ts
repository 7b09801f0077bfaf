import { civilOf, type CivilDay, type DayInterval, daysInMonth } from './calendar.js'

/**
 * The shortest EDTF date of just these days: a day, month, year or decade (`2011-05-04`, `2011-05`, `2011`, `201X`), else the
 * interval of days, months or years from the first to the last. Null for an open end and for years of more than four digits.
 */
export function edtfOfDays({ lo, hi }: DayInterval): string | null {
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) return null
  const [first, last] = [civilOf(lo), civilOf(hi)]
  if (Math.abs(first.year) > 9999 || Math.abs(last.year) > 9999) return null
  if (isDecade(first, last)) return year(first).replace(/\d$/, 'X')
  const grain = grainOf(first, last)
  const [from, to] = [grain(first), grain(last)]
  return from === to ? from : `${from}/${to}`
}

/** The coarsest way of writing dates that begins and ends with these days. */
function grainOf(first: CivilDay, last: CivilDay): (civil: CivilDay) => string {
  const wholeMonths = first.day === 1 && last.day === daysInMonth(last.year, last.month)
  if (!wholeMonths) return day
  return first.month === 1 && last.month === 12 ? year : month
}

function isDecade(first: CivilDay, last: CivilDay): boolean {
  return (
    grainOf(first, last) === year && first.year >= 0 && first.year % 10 === 0 && last.year === first.year + 9
  )
}

function day(civil: CivilDay): string {
  return `${month(civil)}-${String(civil.day).padStart(2, '0')}`
}

function month(civil: CivilDay): string {
  return `${year(civil)}-${String(civil.month).padStart(2, '0')}`
}

function year(civil: CivilDay): string {
  return `${civil.year < 0 ? '-' : ''}${String(Math.abs(civil.year)).padStart(4, '0')}`
}
