import { months } from '../checks/extract/en/calendar-words.js'
import { isEdtf } from './edtf.js'

/** A day, a month by its English name and a year of four digits, in either order of day and month; the day may be missing. */
const written = [
  /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?)?(?<month>[a-z]+)\.?,? (?<year>\d{4})$/,
  /^(?<month>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/,
]

/**
 * The EDTF date that a person meant: EDTF as it is, or a date with the English name of its month, such as `14 June 2024` or
 * `June 2024`. Null for all else, and for `03/04/2024`, of which nobody can say whether it is in March or in April.
 */
export function dateMeant(typed: string): string | null {
  const date = typed.trim()
  if (date.length > 100) return null
  if (isEdtf(date)) return date
  const words = date.toLowerCase().replace(/\s+/g, ' ')
  for (const form of written) {
    const { day, month = '', year } = form.exec(words)?.groups ?? {}
    const number = months.get(month)
    if (number && year) return edtfOf(Number(year), number, day)
  }
  return null
}

/** Null for a day that the month does not have. */
function edtfOf(year: number, month: number, day: string | undefined): string | null {
  const instant = new Date(0)
  instant.setUTCFullYear(year, month - 1, Number(day ?? 1))
  if (instant.getUTCMonth() !== month - 1) return null
  return instant.toISOString().slice(0, day === undefined ? 7 : 10)
}
