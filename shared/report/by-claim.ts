import type { ClaimId } from '../domain/ids.js'
import { compare } from './claim-numbers.js'

/** Records by the claim that they belong to. */
export function byClaim<T extends { claimId: ClaimId }>(records: readonly T[]): Map<ClaimId, T[]> {
  const groups = new Map<ClaimId, T[]>()
  for (const record of records) {
    const group = groups.get(record.claimId)
    if (group) group.push(record)
    else groups.set(record.claimId, [record])
  }
  return groups
}

/** The oldest first. */
export function byTime<T extends { createdAt: string; id: string }>(records: readonly T[] = []): T[] {
  return [...records].sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id))
}
