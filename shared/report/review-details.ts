import { z } from 'zod'
import { webAddressSchema } from '../domain/web-address.js'
import type { ReportRequest } from './forms.js'

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

const needed: Record<keyof ReviewDetails, string> = {
  url: 'the web address where the review will be published',
  author: 'the name of who publishes it',
  authorKind: 'whether that is a person or an organisation',
  authorUrl: 'a web address (or none) of who publishes it',
  datePublished: 'a day such as 2026-02-03 (or none) on which it is published',
}

/** Details as somebody told them; one may be blank. */
export type ToldDetails = { [D in keyof ReviewDetails]?: ReviewDetails[D] | undefined }

/** What is needed where a detail is missing or is none, in words for a person, by detail. */
export type NeededDetails = Partial<Record<keyof ReviewDetails, string>>

/** The details as they were told; null when some are missing or are none, which are in `needed` then. A blank one was not told. */
export function readReviewDetails(told: ToldDetails): {
  details: ReviewDetails | null
  needed: NeededDetails
} {
  const filled = Object.entries(told).filter(([, value]) => value?.trim())
  const unknown = { authorKind: 'Organization', authorUrl: null, datePublished: null }
  const parsed = reviewDetailsSchema.safeParse({ ...unknown, ...Object.fromEntries(filled) })
  if (parsed.success) return { details: parsed.data, needed: {} }
  const wrong = parsed.error.issues.map(({ path }) => path[0] as keyof ReviewDetails)
  return { details: null, needed: Object.fromEntries(wrong.map((detail) => [detail, needed[detail]])) }
}

/** What a form needs to be told and was not; only a claim review needs anything. */
export function neededFor({ form, options }: ReportRequest): NeededDetails {
  return form === 'claim-review' ? readReviewDetails(options.review).needed : {}
}
