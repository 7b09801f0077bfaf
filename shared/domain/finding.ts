import { z } from 'zod'
import { instantSchema, sha256Schema } from './ids.js'

/** `sign` stands for it in the margin and in lists, so that it is never told by colour alone. */
export const severities = [
  { id: 'error', label: 'Error', sign: '◆', means: 'cannot be true as written' },
  { id: 'likely', label: 'Likely', sign: '▲', means: 'probably wrong' },
  { id: 'check', label: 'Worth a look', sign: '●', means: 'may well be right; look before you rely on it' },
] as const

export type Severity = (typeof severities)[number]['id']

export function severitySign(severity: Severity): string {
  return severities.find(({ id }) => id === severity)!.sign
}

export const categories = [
  { id: 'weekday-mismatch', label: 'Weekday mismatch' },
  { id: 'impossible-date', label: 'Impossible date' },
  { id: 'garbled-date', label: 'Garbled date' },
  { id: 'duration-arithmetic', label: 'Duration arithmetic' },
  { id: 'order-conflict', label: 'Order conflict' },
  { id: 'event-date-conflict', label: 'Event date conflict' },
  { id: 'total-mismatch', label: 'Total mismatch' },
  { id: 'percentage-error', label: 'Percentage error' },
  { id: 'number-conflict', label: 'Number conflict' },
  { id: 'name-variant', label: 'Name variant' },
  { id: 'quote-altered', label: 'Quote altered' },
  { id: 'quote-attribution', label: 'Quote attribution' },
  { id: 'dangling-fragment', label: 'Dangling fragment' },
  { id: 'duplicate-sentence', label: 'Duplicate sentence' },
  { id: 'undated-relative', label: 'Undated relative' },
  { id: 'house-style', label: 'House style' },
] as const

export type Category = (typeof categories)[number]['id']

/** A passage that a finding is about: [`start`, `end`) in UTF-16 code units of the source's text; `quote` is that slice. */
export const findingSpanSchema = z.strictObject({
  source: z.string().min(1),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string(),
})

/**
 * Why a passage was flagged, so that a person can verify it without trusting the program: what each quoted expression
 * was resolved to, the arithmetic in words, what was assumed, and what would settle the question.
 */
export const explanationSchema = z.strictObject({
  reason: z.string(),
  resolved: z.array(z.strictObject({ quote: z.string(), value: z.string() })),
  arithmetic: z.array(z.string()),
  assumptions: z.array(z.string()),
  settle: z.string(),
})

/**
 * What a check reports: worth a human's eye, never proof. `fingerprint` is made of the category and the normalised
 * evidence, not of offsets, so that a decision about it survives re-checks and edits elsewhere.
 */
export const findingSchema = z.strictObject({
  rule: z.string(),
  category: z.enum(categories.map(({ id }) => id) as [Category, ...Category[]]),
  severity: z.enum(severities.map(({ id }) => id) as [Severity, ...Severity[]]),
  message: z.string(),
  explanation: explanationSchema,
  fingerprint: sha256Schema.or(z.string().regex(/^[0-9a-z]{8,64}$/)),
  spans: z.array(findingSpanSchema).min(1),
  /** What accepting the finding draws between the claims of its first two spans; null when there is only one passage. */
  suggests: z.enum(['contradicts', 'same-as']).nullable(),
})

/** A check that held where a reader would wonder: what was compared, and the values that agree. */
export const confirmationSchema = findingSchema.omit({ severity: true, fingerprint: true, suggests: true })

/** A person's answer to a finding, kept under its fingerprint. */
export const decisionSchema = z.strictObject({
  fingerprint: z.string(),
  state: z.enum(['accepted', 'dismissed']),
  reason: z.string().max(2000).nullable(),
  decidedAt: instantSchema,
  decidedBy: z.string().max(200),
})

export type FindingSpan = z.infer<typeof findingSpanSchema>
export type Explanation = z.infer<typeof explanationSchema>
export type Finding = z.infer<typeof findingSchema>
export type Confirmation = z.infer<typeof confirmationSchema>
export type Decision = z.infer<typeof decisionSchema>
