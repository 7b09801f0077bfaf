import type { Command } from '../../../shared/domain/command.js'
import type { Evidence } from '../../../shared/domain/evidence.js'
import { StetError } from '../../../shared/ipc/result.js'
import { evidence } from '../../tables/evidence.js'
import { liveClaim, onLiveClaim, takenError } from '../reading/live-records.js'
import { changedFields, passageSelector, patchedOptional, type Plan, type Planning } from './plan.js'

/** A passage of a source brings its own quote; what `fields` says of it is put aside. */
export function planAddEvidence({ db, at }: Planning, command: Command & { do: 'add-evidence' }): Plan {
  const { id, claimId, fields, passage } = command
  liveClaim(db, claimId)
  if (evidence.find(db, id)) throw takenError('piece of evidence', id)
  const selector = passage && passageSelector(db, passage.sourceId, passage.start, passage.end)
  const after: Evidence = {
    ...fields,
    ...(selector && { quote: selector.exact }),
    id,
    claimId,
    sourceId: passage?.sourceId ?? null,
    selector,
    createdAt: at,
    updatedAt: at,
  }
  return { label: 'Add evidence', changes: [{ kind: 'evidence', key: id, before: null, after }] }
}

export function planEditEvidence({ db, at }: Planning, command: Command & { do: 'edit-evidence' }): Plan {
  const before = onLiveClaim(db, evidence.find(db, command.id), 'piece of evidence', command.id)
  const after = patchedOptional(before, command.fields, ['author', 'publisher', 'published'])
  if (after === before) return { label: 'Edit evidence', changes: [] }
  if (before.selector && after.quote !== before.quote) {
    throw new StetError(
      'invalid',
      'The quote is a passage of a source and stays as it stands there. Nothing was changed.',
    )
  }
  const label = `Edit evidence: ${changedFields(before, after)}`
  return {
    label,
    changes: [{ kind: 'evidence', key: before.id, before, after: { ...after, updatedAt: at } }],
  }
}

export function planRemoveEvidence({ db }: Planning, command: Command & { do: 'remove-evidence' }): Plan {
  const before = onLiveClaim(db, evidence.find(db, command.id), 'piece of evidence', command.id)
  return { label: 'Remove evidence', changes: [{ kind: 'evidence', key: before.id, before, after: null }] }
}
