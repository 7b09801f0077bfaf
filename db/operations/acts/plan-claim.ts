import type { Change } from '../../../shared/domain/change.js'
import { unjudged, type Claim, type ClaimPatch } from '../../../shared/domain/claim.js'
import type { Command } from '../../../shared/domain/command.js'
import type { PersonId } from '../../../shared/domain/ids.js'
import type { ReadableDb } from '../../database.js'
import { assessmentsOfClaim } from '../../tables/assessments.js'
import { claims } from '../../tables/claims.js'
import { people } from '../../tables/people.js'
import { signOffsOfClaim } from '../../tables/sign-offs.js'
import { claimParts } from '../reading/claim-parts.js'
import { liveClaim, missingError, requireVerdict, takenError } from '../reading/live-records.js'
import { changedFields, passageSelector, patched, type Plan, type Planning } from './plan.js'

export function planAddClaim({ db, at }: Planning, command: Command & { do: 'add-claim' }): Plan {
  if (claims.find(db, command.id)) throw takenError('claim', command.id)
  requireVerdict(db, command.fields.verdict)
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
  requireAssignee(db, command.fields)
  requireVerdict(db, command.fields.verdict)
  const after = edited(before, command.fields)
  if (after === before) return { label: 'Edit claim', changes: [] }
  const label = `Edit claim: ${changedFields(before, after)}`
  return { label, changes: [{ kind: 'claim', key: before.id, before, after: { ...after, updatedAt: at } }] }
}

/** Claims that are so already are left as they are. */
export function planEditClaims({ db, at }: Planning, command: Command & { do: 'edit-claims' }): Plan {
  requireAssignee(db, command.fields)
  requireVerdict(db, command.fields.verdict)
  const changes: Change[] = []
  const fields = new Set<string>()
  for (const id of new Set(command.ids)) {
    const before = liveClaim(db, id)
    const after = edited(before, patchOf(before, command))
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
): ClaimPatch {
  const left = (fields.tags ?? tags).filter((tag) => !removeTags?.includes(tag))
  const isEarly = status === 'unchecked' || status === 'in-progress'
  return {
    ...fields,
    tags: [...new Set([...left, ...(addTags ?? [])])],
    ...(marksChecked && isEarly ? { status: 'checked' } : {}),
  }
}

/** The claim with what a patch sets; the claim itself when that changes nothing. */
function edited(claim: Claim, { assigneeId, ...fields }: ClaimPatch): Claim {
  const after = patched(claim, fields as Partial<Claim>)
  if (assigneeId === undefined || assigneeId === (claim.assigneeId ?? null)) return after
  return withAssignee(after, assigneeId)
}

/** The claim with somebody else to check it, or nobody. */
export function withAssignee({ assigneeId: _before, ...claim }: Claim, assigneeId: PersonId | null): Claim {
  return assigneeId === null ? claim : { ...claim, assigneeId }
}

function requireAssignee(db: ReadableDb, { assigneeId }: ClaimPatch): void {
  if (assigneeId && !people.find(db, assigneeId)) throw missingError('person', assigneeId)
}

/** What hangs on the claim goes with it, first. */
export function planRemoveClaim({ db }: Planning, command: Command & { do: 'remove-claim' }): Plan {
  const claim = liveClaim(db, command.id)
  const changes: Change[] = []
  const { relations, evidence, notes } = claimParts(db, claim.id)
  for (const before of relations) changes.push({ kind: 'relation', key: before.id, before, after: null })
  for (const before of evidence) changes.push({ kind: 'evidence', key: before.id, before, after: null })
  for (const before of notes) changes.push({ kind: 'note', key: before.id, before, after: null })
  for (const before of assessmentsOfClaim(db, claim.id)) {
    changes.push({ kind: 'assessment', key: before.id, before, after: null })
  }
  for (const before of signOffsOfClaim(db, claim.id)) {
    changes.push({ kind: 'sign-off', key: before.id, before, after: null })
  }
  changes.push({ kind: 'claim', key: claim.id, before: claim, after: null })
  return { label: 'Remove claim', changes }
}
