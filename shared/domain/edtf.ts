import { z } from 'zod'
import edtf from 'edtf'

/**
 * Whether a string is a date of the Extended Date/Time Format (ISO 8601-2), for example `2022-02`, `2022-02-24?`.
 * A year has four digits: shorter ones are typing, not centuries.
 */
export function isEdtf(value: string): boolean {
  if (/^\d{1,3}$/.test(value)) return false
  try {
    edtf(value)
    return true
  } catch {
    return false
  }
}

export const edtfSchema = z
  .string()
  .max(100)
  .refine(isEdtf, 'Not an EDTF date. Examples: 2022, 2022-02, 2022-02-24, 2022-02-24?, 2022-02/2022-04')
