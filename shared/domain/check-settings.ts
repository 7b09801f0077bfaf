import { z } from 'zod'
import { severities, type Severity } from './finding.js'
import type { CasePreference } from './case-preference.js'
import { houseRulesSchema } from './house-rules.js'

/** What the checks of a case are tuned to. Ids of rules that there are no longer are allowed: files outlive programs. */
export const checkSettingsSchema = z.strictObject({
  /** Ids of the rules that do not run. */
  off: z
    .array(z.string().regex(/^[a-z][a-z-]{0,63}$/))
    .max(200)
    .default([]),
  /** The least severity that is shown: `check` shows everything. */
  lowest: z.enum(severities.map(({ id }) => id) as [Severity, ...Severity[]]).default('check'),
  house: houseRulesSchema.prefault({}),
})

export type CheckSettings = z.infer<typeof checkSettingsSchema>

export const defaultCheckSettings: CheckSettings = checkSettingsSchema.parse({})

/** The part of it that is agreed for one case and travels with its file, under this key of its preferences. */
export const caseCheckKey = 'checks'

const caseCheckSettingsSchema = checkSettingsSchema.omit({ house: true })

export type CaseCheckSettings = z.infer<typeof caseCheckSettingsSchema>

/** What a case says of its checks; the defaults where it says nothing that can be read. */
export function caseCheckSettingsOf(preferences: Iterable<CasePreference>): CaseCheckSettings {
  const value = [...preferences].find(({ key }) => key === caseCheckKey)?.value ?? {}
  const parsed = caseCheckSettingsSchema.safeParse(value)
  return parsed.success ? parsed.data : caseCheckSettingsSchema.parse({})
}
