import { z } from 'zod'

/** What a person prefers in every case. Kept beside the program's own data, not in case files. */
export const preferencesSchema = z.strictObject({
  /** Who signs notes and log entries; empty means the name of the system's account. */
  author: z.string().max(200),
  theme: z.enum(['system', 'light', 'dark']),
  /** Size of the source text in CSS pixels. */
  textSize: z.int().min(12).max(32),
})

export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = { author: '', theme: 'system', textSize: 18 }

/** Where a person was in a case, so that the next start shows the same. */
export const viewStateSchema = z.strictObject({
  sourceId: z.string().max(64).nullable(),
  claimId: z.string().max(64).nullable(),
  fingerprint: z.string().max(64).nullable(),
  leftTab: z.enum(['sources', 'findings', 'claims', 'search']),
  /** For each source, the offset of the first visible character, in UTF-16 code units. */
  scroll: z.record(z.string().max(64), z.number().int().nonnegative()),
})

export type ViewState = z.infer<typeof viewStateSchema>

export const initialViewState: ViewState = {
  sourceId: null,
  claimId: null,
  fingerprint: null,
  leftTab: 'sources',
  scroll: {},
}
