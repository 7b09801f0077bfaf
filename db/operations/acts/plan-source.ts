import type { Command } from '../../../shared/domain/command.js'
import { liveSource } from '../reading/live-records.js'
import { changedFields, patchedOptional, type Plan, type Planning } from './plan.js'

export function planEditSource({ db }: Planning, command: Command & { do: 'edit-source' }): Plan {
  const before = liveSource(db, command.id)
  const after = patchedOptional(before, command.fields, ['language'])
  if (after === before) return { label: 'Edit source', changes: [] }
  const label = `Edit source: ${changedFields(before, after)}`
  return { label, changes: [{ kind: 'source', key: before.id, before, after }] }
}

/** The source keeps its row, its claims and its texts; they are out of sight until this is taken back. */
export function planRemoveSource({ db, at }: Planning, command: Command & { do: 'remove-source' }): Plan {
  const before = liveSource(db, command.id)
  const after = { ...before, removedAt: at }
  return { label: 'Remove source', changes: [{ kind: 'source', key: before.id, before, after }] }
}
