import { isOrphan, type Claim } from '../domain/claim.js'
import type { Source } from '../domain/source.js'

/** A claim and the number that it has all through a report, from 1. */
export interface NumberedClaim {
  number: number
  claim: Claim
}

/**
 * Claims in reading order: by the source's position, start and end, then by when they were made. Those that are not in the
 * current text of their source come after all the others, so that the numbers of these never hang on them.
 */
export function numberClaims(claims: readonly Claim[], sources: readonly Source[]): NumberedClaim[] {
  const rank = new Map(sources.map((source, index) => [source.id, index]))
  const rankOf = (claim: Claim): number => rank.get(claim.sourceId) ?? sources.length
  const current = new Map(sources.map((source) => [source.id, source]))
  const isLost = (claim: Claim): boolean => {
    const source = current.get(claim.sourceId)
    return source !== undefined && isOrphan(claim, source)
  }
  const lost = claims.filter(isLost)
  const standing = lost.length > 0 ? claims.filter((claim) => !isLost(claim)) : [...claims]
  const inOrder = (group: Claim[]): Claim[] =>
    group.sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        a.selector.start - b.selector.start ||
        a.selector.end - b.selector.end ||
        compare(a.createdAt, b.createdAt) ||
        compare(a.id, b.id),
    )
  return [...inOrder(standing), ...inOrder(lost)].map((claim, index) => ({ number: index + 1, claim }))
}

/** The order of two strings by code unit, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
