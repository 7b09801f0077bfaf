import type { Claim } from '../domain/claim.js'
import type { KindRecord } from './record-fields.js'

/**
 * The quotes of the passages on which a claim that a merge brings stands beside one that the case has already, in the order of
 * `after`. `before` and `after` are the records of the case.
 */
export function sharedPassages(before: readonly KindRecord[], after: Iterable<KindRecord>): string[] {
  const own = new Set<string>(claimsIn(before).map(({ id }) => id))
  const passages = new Map<string, Claim[]>()
  for (const claim of claimsIn(after)) {
    const { sourceId, selector } = claim
    const place = [sourceId, selector.textVersionId, selector.start, selector.end].join(' ')
    passages.set(place, [...(passages.get(place) ?? []), claim])
  }
  return [...passages.values()].flatMap((claims) => {
    const isShared = claims.some(({ id }) => own.has(id)) && claims.some(({ id }) => !own.has(id))
    return isShared ? [claims[0]!.selector.exact] : []
  })
}

const claimsIn = (records: Iterable<KindRecord>): Claim[] =>
  [...records].flatMap(({ kind, record }) => (kind === 'claim' ? [record as Claim] : []))
