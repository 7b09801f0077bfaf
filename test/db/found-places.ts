import { paragraphsOf } from '../../shared/document/paragraphs.js'
import type { CaseRecords } from '../../shared/domain/case.js'
import type { Claim } from '../../shared/domain/claim.js'
import type { SearchHit } from '../../shared/domain/search.js'
import { parseSearchQuery, type SearchQuery } from '../../shared/domain/search-query.js'
import { someText } from './case-data.js'

/** One place that can be found, found without an index. */
interface Place {
  name: string
  body: string
  claim: Claim | null
  changedAt: string
}

/** What a case holds in which every source has the text `someText`. */
export type Searched = Pick<CaseRecords, 'sources' | 'claims' | 'notes' | 'evidence'>

/** The names of all places that a query finds, in no order: words are compared one by one. */
export function foundNames(searched: Searched, query: string): string[] {
  const parsed = parseSearchQuery(query)
  return placesOf(searched)
    .filter((place) => isFound(place, parsed))
    .map(({ name }) => name)
}

function placesOf({ sources, claims, notes, evidence }: Searched): Place[] {
  const claimOf = new Map<string, Claim>(claims.map((claim) => [claim.id, claim]))
  const onClaim = (kind: string, id: string, claimId: string, body: string, changedAt: string): Place => {
    return { name: `${kind} ${id}`, body, claim: claimOf.get(claimId) ?? null, changedAt }
  }
  return [
    ...sources.flatMap(({ id, createdAt }) =>
      paragraphsOf(someText).map(({ start, end }) => ({
        name: `text ${id} ${start}`,
        body: someText.slice(start, end),
        claim: null,
        changedAt: createdAt,
      })),
    ),
    ...claims.map(({ id, selector, correction, updatedAt }) =>
      onClaim('claim', id, id, `${selector.exact}\n${correction ?? ''}`, updatedAt),
    ),
    ...notes.map(({ id, claimId, text, updatedAt }) => onClaim('note', id, claimId, text, updatedAt)),
    ...evidence.map(({ id, claimId, title, quote, updatedAt }) =>
      onClaim('evidence', id, claimId, `${title}\n${quote ?? ''}`, updatedAt),
    ),
  ]
}

function isFound({ name, body, claim, changedAt }: Place, { terms, filters }: SearchQuery): boolean {
  const words = body.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const hasAll = terms.every(({ text, isPrefix }) =>
    words.some((word) => (isPrefix ? word.startsWith(text) : word === text)),
  )
  const hasVerdict =
    filters.verdict.length === 0 || (claim !== null && filters.verdict.includes(claim.verdict ?? 'none'))
  const isLate = filters.since === null || changedAt >= filters.since
  // Filters alone list claims.
  return hasAll && hasVerdict && isLate && (terms.length > 0 || name.startsWith('claim'))
}

/** The name of a hit as above: a text's by the paragraph that it is in. */
export function nameOfHit({ kind, id, start }: SearchHit): string {
  if (kind !== 'text') return `${kind} ${id}`
  const paragraph = paragraphsOf(someText).find((range) => range.start <= start && start < range.end)
  return `text ${id} ${paragraph?.start}`
}
