import { z } from 'zod'
import { webAddressSchema } from '../domain/web-address.js'

/** What a claim review must have and a case does not know. Nothing of it is ever made up. */
export const reviewDetailsSchema = z.strictObject({
  /** Where the report will be published; the review of claim 3 is at `#claim-3` of it. */
  url: webAddressSchema,
  /** Who publishes the review. */
  author: z.string().trim().min(1).max(1000),
  authorKind: z.enum(['Organization', 'Person']),
  authorUrl: webAddressSchema.nullable(),
  /** A day, `2026-02-03`. */
  datePublished: z.iso.date().nullable(),
})

export type ReviewDetails = z.infer<typeof reviewDetailsSchema>
