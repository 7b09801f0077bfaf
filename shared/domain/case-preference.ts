import { z } from 'zod'

/** Names of preferences: lower-case words joined by dots and hyphens, such as `report.sections`. */
export const preferenceKeySchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/)
  .max(64)

const longestValue = 20_000

/** Any JSON of at most 20,000 characters. */
const preferenceValueSchema = z
  .json()
  .refine((value) => JSON.stringify(value).length <= longestValue, 'Too long')

/** What is agreed for one case and travels with its file, such as the scale of verdicts or the sections of its report. */
export const casePreferenceSchema = z.strictObject({ key: preferenceKeySchema, value: preferenceValueSchema })

export type CasePreference = z.infer<typeof casePreferenceSchema>
