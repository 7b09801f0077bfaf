import type { Change } from '../../shared/domain/change.js'
import { unjudged, type Claim } from '../../shared/domain/claim.js'
import type { Command } from '../../shared/domain/command.js'
import { claims } from '../tables/claims.js'
import { signOffsOfClaim } from '../tables/sign-offs.js'
import { claimParts } from './claim-parts.js'
import { liveClaim, takenError } from './live-records.js'
import { changedFields, passageSelector, patched, type Plan, type Planning } from './plan.js'

export function planAddClaim({ db, at }: Planning, command: Command & { do: 'add-claim' }): Plan {
  if (claims.find(db, command.id)) throw takenError('claim', command.id)
  const claim: Claim = {
    ...patched(unjudged, command.fields),
    id: command.id,
    sourceId: command.sourceId,
    selector: passageSelector(db, command.sourceId, command.start, command.end),
    createdAt: at,
    updatedAt: at,
  }
  return { label: 'Add claim', changes: [{ kind: 'claim', key: claim.id, before: null, after: claim }] }
}

export function planEditClaim({ db, at }: Planning, command: Command & { do: 'edit-claim' }): Plan {
  const before = liveClaim(db, command.id)
  const after = patched(before, command.fields)
  if (after === before) return { label: 'Edit claim', changes: [] }
  const label = `Edit claim: ${changedFields(before, after)}`
  return { label, changes: [{ kind: 'claim', key: before.id, before, after: { ...after, updatedAt: at } }] }
}

/** What hangs on the claim goes with it, first. */
export function planRemoveClaim({ db }: Planning, command: Command & { do: 'remove-claim' }): Plan {
  const claim = liveClaim(db, command.id)
  const changes: Change[] = []
  const { relations, evidence, notes } = claimParts(db, claim.id)
  for (const before of relations) changes.push({ kind: 'relation', key: before.id, before, after: null })
  for (const before of evidence) changes.push({ kind: 'evidence', key: before.id, before, after: null })
  for (const before of notes) changes.push({ kind: 'note', key: before.id, before, after: null })
  for (const before of signOffsOfClaim(db, claim.id)) {
    changes.push({ kind: 'sign-off', key: before.id, before, after: null })
  }
  changes.push({ kind: 'claim', key: claim.id, before: claim, after: null })
  return { label: 'Remove claim', changes }
}
