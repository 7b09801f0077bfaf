import type { CaseSnapshot } from '../domain/case.js'
import { caseScaleOf, isMustFix } from '../domain/case-scale.js'
import type { ClaimChoice } from './forms.js'

/** A snapshot with the chosen claims only, and what belongs to them; relations whose both ends are chosen. */
export function chooseClaims(snapshot: CaseSnapshot, choice: ClaimChoice): CaseSnapshot {
  if (choice === 'all') return snapshot
  const scale = caseScaleOf(snapshot.preferences)
  const claims = snapshot.claims.filter(({ verdict }) =>
    choice === 'must-fix' ? isMustFix(scale, verdict) : verdict !== null,
  )
  const chosen = new Set<string | null>(claims.map(({ id }) => id))
  const ofChosen = ({ claimId }: { claimId: string | null }): boolean => chosen.has(claimId)
  return {
    ...snapshot,
    claims,
    notes: snapshot.notes.filter(ofChosen),
    evidence: snapshot.evidence.filter(ofChosen),
    assessments: snapshot.assessments.filter(ofChosen),
    signOffs: snapshot.signOffs.filter((one) => one.claimId === null || ofChosen(one)),
    relations: snapshot.relations.filter(
      ({ fromClaimId, toClaimId }) => chosen.has(fromClaimId) && chosen.has(toClaimId),
    ),
  }
}
