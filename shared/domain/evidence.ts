import { z } from 'zod'
import { edtfSchema, keptEdtfSchema } from './edtf.js'
import { claimIdSchema, evidenceIdSchema, instantSchema, sourceIdSchema } from './ids.js'
import { selectorSchema } from './claim.js'
import { webAddressSchema } from './web-address.js'
import { credibilityGrades, reliabilityGrades } from './source.js'

/** What a piece of evidence does to its claim; `sign` is the second cue beside a colour. */
export const stances = [
  { id: 'supports', label: 'Supports', sign: '✓' },
  { id: 'contradicts', label: 'Contradicts', sign: '✗' },
  { id: 'context', label: 'Gives context', sign: 'i' },
] as const

export type Stance = (typeof stances)[number]['id']

const wordsSchema = z.string().trim().min(1).max(1000)

/**
 * Who made what is cited, and when. What is not known has no field, so that evidence of a time before there were these, in a
 * row or in the log, is what it was, with its digest.
 */
const citedSchema = z.strictObject({
  author: wordsSchema.exactOptional(),
  publisher: wordsSchema.exactOptional(),
  published: edtfSchema.exactOptional(),
})

/** What a person says of a piece of evidence; unknown is null. */
export const evidenceFieldsSchema = citedSchema.extend({
  stance: z.enum(stances.map(({ id }) => id) as [Stance, ...Stance[]]),
  title: z.string().min(1).max(1000),
  url: webAddressSchema.nullable(),
  archivedUrl: webAddressSchema.nullable(),
  accessed: edtfSchema.nullable(),
  quote: z.string().max(20_000).nullable(),
  reliability: z.enum(reliabilityGrades).nullable(),
  credibility: z.enum(credibilityGrades).nullable(),
})

/** What an edit of a piece of evidence sets: some of its fields; null takes one away that need not be there. */
export const evidencePatchSchema = evidenceFieldsSchema.partial().extend({
  author: wordsSchema.nullable().optional(),
  publisher: wordsSchema.nullable().optional(),
  published: edtfSchema.nullable().optional(),
})

/** A citation, or, with `sourceId` and `selector`, a passage of a source in the case. */
export const evidenceSchema = evidenceFieldsSchema.extend({
  published: keptEdtfSchema.exactOptional(),
  accessed: keptEdtfSchema.nullable(),
  id: evidenceIdSchema,
  claimId: claimIdSchema,
  sourceId: sourceIdSchema.nullable(),
  selector: selectorSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})

export type EvidencePatch = z.infer<typeof evidencePatchSchema>
export type EvidenceFields = z.infer<typeof evidenceFieldsSchema>
export type Evidence = z.infer<typeof evidenceSchema>
