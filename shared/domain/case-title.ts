import { z } from 'zod'
import type { CasePreference } from './case-preference.js'

/** Under this key of its preferences a case keeps the title that it was given later; without it, it has its first one. */
export const caseTitleKey = 'case.title'

export const caseTitleSchema = z.string().trim().min(1).max(1000)

/** The title that these preferences give a case; null where none of them does that can be read. */
export function caseTitleIn(preferences: Iterable<CasePreference>): string | null {
  for (const { key, value } of preferences) {
    if (key === caseTitleKey) return caseTitleSchema.safeParse(value).data ?? null
  }
  return null
}
