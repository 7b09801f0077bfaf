import type { CaseSnapshot } from '../domain/case.js'
import { verdicts } from '../domain/verdicts.js'
import type { ClaimChoice } from './forms.js'

const mustFix = new Set<string | null>(verdicts.flatMap(({ id, mustFix }) => (mustFix ? [id] : [])))

/** A snapshot with the chosen claims only, and what belongs to them; relations whose both ends are chosen. */
export function chooseClaims(snapshot: CaseSnapshot, choice: ClaimChoice): CaseSnapshot {
  if (choice === 'all') return snapshot
  const claims = snapshot.claims.filter(({ verdict }) =>
    choice === 'must-fix' ? mustFix.has(verdict) : verdict !== null,
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
