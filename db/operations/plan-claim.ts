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

/** Claims that are so already are left as they are. */
export function planEditClaims({ db, at }: Planning, command: Command & { do: 'edit-claims' }): Plan {
  const changes: Change[] = []
  const fields = new Set<string>()
  for (const id of new Set(command.ids)) {
    const before = liveClaim(db, id)
    const after = patched(before, patchOf(before, command))
    if (after === before) continue
    for (const name of changedFields(before, after).split(', ')) fields.add(name)
    changes.push({ kind: 'claim', key: id, before, after: { ...after, updatedAt: at } })
  }
  const what = changes.length === 1 ? 'claim' : `${changes.length} claims`
  return { label: changes.length ? `Edit ${what}: ${[...fields].join(', ')}` : 'Edit claims', changes }
}

function patchOf(
  { tags, status }: Claim,
  { fields, addTags, removeTags, marksChecked }: Command & { do: 'edit-claims' },
): Partial<Claim> {
  const left = (fields.tags ?? tags).filter((tag) => !removeTags?.includes(tag))
  const isEarly = status === 'unchecked' || status === 'in-progress'
  return {
    ...(fields as Partial<Claim>),
    tags: [...new Set([...left, ...(addTags ?? [])])],
    ...(marksChecked && isEarly ? { status: 'checked' } : {}),
  }
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
