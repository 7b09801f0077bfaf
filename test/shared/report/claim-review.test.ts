import { describe, expect, it } from 'vitest'
import { claimReviewSchema, reportClaimReview } from '../../../shared/report/claim-review.js'
import { readReviewDetails, type ReviewDetails } from '../../../shared/report/review-details.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { CaseBuilder } from './case-builder.js'
import { harbourCase } from './harbour-case.js'
import { oddTexts } from './odd-texts.js'

const details: ReviewDetails = {
  url: 'https://example.org/checks/bridge#top',
  author: 'The Sandmouth Record',
  authorKind: 'Organization',
  authorUrl: 'https://example.org/',
  datePublished: '2026-02-05',
}
const reviewsOf = (build: CaseBuilder, given: Partial<ReviewDetails> = details): Record<string, unknown>[] =>
  JSON.parse(wholeOf(reportClaimReview(build.snapshot, given))) as Record<string, unknown>[]

describe('claim reviews', () => {
  it('are made of the claims that have a verdict, each at its place in the report', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang at noon.', {
      url: 'https://example.org/bells',
      publisher: 'The Gazette',
      published: '1983-03',
    })
    build.claim(source, 'The bells')
    build.claim(source, 'at noon', { verdict: 'contradicted', claimant: 'The sexton' })
    expect(reviewsOf(build)).toEqual([
      {
        '@context': 'https://schema.org',
        '@type': 'ClaimReview',
        url: 'https://example.org/checks/bridge#claim-2',
        claimReviewed: 'at noon',
        author: { '@type': 'Organization', name: 'The Sandmouth Record', url: 'https://example.org/' },
        reviewRating: { '@type': 'Rating', alternateName: 'Contradicted' },
        itemReviewed: {
          '@type': 'Claim',
          author: { name: 'The sexton' },
          appearance: {
            '@type': 'CreativeWork',
            name: 'Bells',
            url: 'https://example.org/bells',
            publisher: { name: 'The Gazette' },
            datePublished: '1983-03',
          },
        },
        datePublished: '2026-02-05',
      },
    ])
  })

  it('have all that is required', () => {
    const build = harbourCase()
    const reviews = reviewsOf(build)
    expect(reviews).toHaveLength(build.snapshot.claims.filter(({ verdict }) => verdict).length)
    for (const review of reviews) expect(claimReviewSchema.safeParse(review).success).toBe(true)
  })

  it.each<[Partial<ReviewDetails>, string]>([
    [{}, 'the web address where the review will be published and the name of who publishes it'],
    [{ author: 'A' }, 'the web address where the review will be published'],
    [{ url: 'javascript:alert(1)', author: 'A' }, 'the web address where the review will be published'],
    [{ url: 'https://example.org/', author: ' ' }, 'the name of who publishes it'],
    [{ ...details, datePublished: 'soon' }, 'a day such as 2026-02-03'],
  ])('asks for what is missing of %j', (given, missing) => {
    expect(() => reviewsOf(harbourCase(), given)).toThrow(missing)
  })

  it('need a blank address as much as one that is missing, and say at which detail', () => {
    const { details: read, needed } = readReviewDetails({ url: ' ', author: 'A', authorUrl: 'nowhere' })
    expect(read).toBeNull()
    expect(Object.keys(needed)).toEqual(['url', 'authorUrl'])
    expect(readReviewDetails({ ...details, authorUrl: '' }).details).toEqual({ ...details, authorUrl: null })
  })

  it('say nothing that was not told', () => {
    const build = new CaseBuilder()
    build.claim(build.source('Bells', 'The bells rang.', { published: '198X' }), 'bells', {
      verdict: 'supported',
    })
    const [review] = reviewsOf(build, { url: details.url, author: 'A' })
    expect(review).not.toHaveProperty('datePublished')
    expect(review!['itemReviewed']).toEqual({
      '@type': 'Claim',
      appearance: { '@type': 'CreativeWork', name: 'Bells' },
    })
  })

  it.each(oddTexts.filter((text) => /\S/.test(text)))('carry %j and stay safe in a script', (text) => {
    const build = new CaseBuilder()
    const source = build.source(text, `Said: ${text}`)
    build.claimAt(source, 6, 6 + text.length, { verdict: 'garbled', claimant: text })
    expect(wholeOf(reportClaimReview(build.snapshot, details))).not.toMatch(/[<>&\u2028\u2029]/)
    expect(reviewsOf(build)[0]).toMatchObject({
      claimReviewed: text,
      itemReviewed: { author: { name: text }, appearance: { name: text } },
    })
  })
})
