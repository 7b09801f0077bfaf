import type { Change } from '../../../shared/domain/change.js'
import type { Claim } from '../../../shared/domain/claim.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import type { ReadableDb } from '../../database.js'
import { claims } from '../../tables/claims.js'
import { signOffsOfClaim } from '../../tables/sign-offs.js'
import type { Plan, Planning } from '../acts/plan.js'
import { signedPartOf } from './signed-content.js'

/**
 * The plan with what it does to signatures: a claim that somebody signed and that the plan changes gets the status
 * "stale", in the same act, so that taking the act back takes that back too. Whoever sets the status in the same act is
 * left alone.
 */
export function withStaleClaims({ db, at }: Planning, plan: Plan): Plan {
  const changes = [...plan.changes]
  const places = new Map(changes.map(({ kind, key }, place) => [`${kind} ${key}`, place]))
  for (const claimId of touchedClaims(plan.changes)) {
    const place = places.get(`claim ${claimId}`) ?? -1
    const planned = changes[place]
    if (planned && (planned.kind !== 'claim' || !planned.before || !planned.after)) continue
    const before = planned?.kind === 'claim' ? planned.before : claims.find(db, claimId)
    const after = planned?.kind === 'claim' ? planned.after : before
    if (!before || !after || before.status !== after.status || !isSigned(db, before)) continue
    const stale: Change = {
      kind: 'claim',
      key: claimId,
      before,
      after: { ...after, status: 'stale', updatedAt: at },
    }
    if (place < 0) changes.push(stale)
    else changes[place] = stale
  }
  return { ...plan, changes }
}

function isSigned(db: ReadableDb, { id, status }: Claim): boolean {
  return status !== 'stale' && signOffsOfClaim(db, id).length > 0
}

/** The claims that the changes are about, themselves or something that hangs on them. */
export function touchedClaims(changes: readonly Change[]): Set<string> {
  const touched = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'claim' && saysOther(change.before, change.after)) touched.add(change.key)
    const record = change.after ?? change.before
    if (!record) continue
    if (change.kind === 'note' || change.kind === 'evidence')
      touched.add((record as { claimId: string }).claimId)
    if (change.kind === 'relation') {
      const { fromClaimId, toClaimId } = record as { fromClaimId: string; toClaimId: string }
      touched.add(fromClaimId).add(toClaimId)
    }
  }
  return touched
}

function saysOther(before: Claim | null, after: Claim | null): boolean {
  return before !== null && after !== null && !sameJson(signedPartOf(before), signedPartOf(after))
}
