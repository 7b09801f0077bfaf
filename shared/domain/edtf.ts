import { z } from 'zod'
import edtf from 'edtf'
import { isLeapYear } from '../checks/extract/calendar.js'

/**
 * Whether a string is a date of the Extended Date/Time Format (ISO 8601-2), for example `2022-02`, `2022-02-24?`, and each
 * of its days is one that a calendar has. A year has four digits: shorter ones are typing, not centuries.
 */
export function isEdtf(value: string): boolean {
  return isWellFormed(value) && !namesMissingLeapDay(value)
}

/** A year, a month or a day as nearly all dates are: told without the grammar, which takes a hundred times as long. */
const plainDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|(?<!-02-)30|(?<=-(01|03|05|07|08|10|12)-)31))?)?$/

function isWellFormed(value: string): boolean {
  if (plainDate.test(value)) return true
  if (/^\d{1,3}$/.test(value)) return false
  try {
    edtf(value)
    return true
  } catch {
    return false
  }
}

/** Whether a date names 29 February of a year without one, which the grammar lets through: it knows the days of all other months. */
export function namesMissingLeapDay(value: string): boolean {
  const certain = value.replace(/[?~%]/g, '')
  const leapDays = certain.matchAll(/(?<![\dX])(-?[\dX]{4})-02-29/g)
  return [...leapDays].some(([, year = '']) => !mayBeLeapYear(year))
}

/** Whether a year with digits that are not said (`X`) can be a leap year. */
function mayBeLeapYear(year: string): boolean {
  if (!year.includes('X')) return isLeapYear(Number(year))
  return [...'0123456789'].some((digit) => mayBeLeapYear(year.replace('X', digit)))
}

const advice = 'Not an EDTF date. Examples: 2022, 2022-02, 2022-02-24, 2022-02-24?, 2022-02/2022-04'

export const edtfSchema = z.string().max(100).refine(isEdtf, advice)

/** A date of a record that is kept: it may be of a time when 29 February was taken in every year, and must stay readable. */
export const keptEdtfSchema = z.string().max(100).refine(isWellFormed, advice)
