import { z } from 'zod'
import type { CaseSnapshot } from '../domain/case.js'
import type { Claim } from '../domain/claim.js'
import type { Source } from '../domain/source.js'
import { caseScaleOf, verdictLabel, type CaseScale } from '../domain/case-scale.js'
import { webAddressSchema } from '../domain/web-address.js'
import { StetError } from '../ipc/result.js'
import { numberClaims } from './claim-numbers.js'
import { plainDate } from './citations/cited-works.js'
import type { Pieces } from './pieces.js'
import { readReviewDetails, type ReviewDetails, type ToldDetails } from './review-details.js'
import { safeJson } from './safe-json.js'

const named = z.object({ '@type': z.enum(['Organization', 'Person']), name: z.string().min(1) })

/** What readers of ClaimReview need of one: schema.org's type with the properties that may not be left out. */
export const claimReviewSchema = z.object({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('ClaimReview'),
  url: webAddressSchema,
  claimReviewed: z.string().min(1),
  author: named.extend({ url: webAddressSchema.optional() }),
  reviewRating: z.object({ '@type': z.literal('Rating'), alternateName: z.string().min(1) }),
  itemReviewed: z.looseObject({ '@type': z.literal('Claim') }),
  datePublished: z.iso.date().optional(),
})

/**
 * The claims that have a verdict as schema.org ClaimReview in JSON-LD, one list in reading order. The rating is the verdict
 * in words: the scale has no numbers. Who said the claim is named without saying whether that is a person or a body, which
 * a case does not know. Throws 'invalid' when details are missing or are none.
 */
export function reportClaimReview(snapshot: CaseSnapshot, details: ToldDetails): Pieces {
  const ordered = [...snapshot.sources].sort((a, b) => a.position - b.position)
  const sources = new Map(ordered.map((source) => [source.id, source]))
  const known = completeDetails(details)
  const scale = caseScaleOf(snapshot.preferences)
  const reviews = numberClaims(snapshot.claims, ordered).flatMap(({ number, claim }) =>
    claim.verdict ? [review({ number, claim, scale }, sources.get(claim.sourceId), known)] : [],
  )
  return safeJson(reviews.map((one) => claimReviewSchema.parse(one)))
}

/** Throws 'invalid' when details are missing or are none. */
export function completeDetails(told: ToldDetails): ReviewDetails {
  const { details, needed } = readReviewDetails(told)
  if (details) return details
  throw new StetError('invalid', `A claim review also needs ${Object.values(needed).join(' and ')}.`)
}

interface Reviewed {
  number: number
  claim: Claim
  scale: CaseScale
}

function review(
  { number, claim, scale }: Reviewed,
  source: Source | undefined,
  details: ReviewDetails,
): object {
  const { url, author, authorKind, authorUrl, datePublished } = details
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: `${url.replace(/#.*$/s, '')}#claim-${number}`,
    claimReviewed: claim.selector.exact,
    author: { '@type': authorKind, name: author, ...(authorUrl && { url: authorUrl }) },
    reviewRating: { '@type': 'Rating', alternateName: verdictLabel(scale, claim.verdict) },
    itemReviewed: {
      '@type': 'Claim',
      ...(claim.claimant && { author: { name: claim.claimant } }),
      ...(source && { appearance: appearance(source) }),
    },
    ...(datePublished && { datePublished }),
  }
}

function appearance({ title, url, author, publisher, published }: Source): object {
  return {
    '@type': 'CreativeWork',
    name: title,
    ...(url && { url }),
    ...(author && { author: { name: author } }),
    ...(publisher && { publisher: { name: publisher } }),
    ...(published && plainDate(published) && { datePublished: published }),
  }
}
