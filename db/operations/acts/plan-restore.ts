import type { Change, RecordKind } from '../../../shared/domain/change.js'
import type { Command } from '../../../shared/domain/command.js'
import { StetError } from '../../../shared/ipc/result.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import type { ReadableDb } from '../../database.js'
import { logEntriesOf } from '../../tables/log.js'
import { people } from '../../tables/people.js'
import { liveSource, missingError } from '../reading/live-records.js'
import type { Plan, Planning } from './plan.js'
import { recordTables } from './record-tables.js'

type Restorable = Change & { kind: 'claim' | 'note' | 'evidence' }

/** A claim before what hangs on it when it comes back; the other way round when it goes. */
const order = { claim: 0, note: 1, evidence: 2 } as const

/**
 * A claim, its notes and its evidence as they were after an entry of the log: what was added since goes, what was removed
 * comes back. Relations and sign-offs are acts on more than the claim, judgements are somebody's own, and stay as they are; a claim that was not there at
 * that time cannot be restored.
 */
export function planRestoreClaim({ db, at }: Planning, command: Command & { do: 'restore-claim' }): Plan {
  const entries = logEntriesOf(db, command.id)
  if (!entries.some(({ sequence }) => sequence === command.sequence)) {
    throw missingError('log entry of this claim', String(command.sequence))
  }
  const then = new Map<string, Restorable>()
  for (const { sequence, changes } of entries) {
    for (const change of changes) {
      if (!isOfClaim(change, command.id)) continue
      const known = then.get(change.key)
      // A record that was made since was not there then.
      const after = sequence <= command.sequence ? change.after : (known?.after ?? null)
      then.set(change.key, { ...change, after } as Restorable)
    }
  }
  const claim = then.get(command.id)?.after
  if (!claim || !('sourceId' in claim) || claim.sourceId === null) {
    throw new StetError('conflict', 'The claim was not there at that time. Nothing was changed.')
  }
  liveSource(db, claim.sourceId)
  const changes = [...then.values()].flatMap((record) => restoring(db, record, at))
  return { label: 'Restore claim', changes: inOrder(changes) }
}

function isOfClaim(change: Change, claimId: string): change is Restorable {
  if (change.kind === 'claim') return change.key === claimId
  if (change.kind !== 'note' && change.kind !== 'evidence') return false
  return (change.after ?? change.before)?.claimId === claimId
}

/** The change from what a record is to what it was; none when that is the same but for the time of writing. */
function restoring(db: ReadableDb, { kind, key, after: then }: Restorable, at: string): Change[] {
  const before = recordTables[kind as RecordKind].find(db, key)
  const after = then && { ...then, updatedAt: at }
  // Whoever was to check it then may have left the case.
  if (after && 'assigneeId' in after && !people.find(db, after.assigneeId)) delete after.assigneeId
  if (before && after && 'selector' in before && 'selector' in after && before.selector) {
    // The passage stays where the current text has it.
    if (before.selector.textVersionId !== after.selector?.textVersionId) {
      after.selector = before.selector
      if ('quote' in before && 'quote' in after) after.quote = before.quote
    }
  }
  if (before === null && after === null) return []
  if (before && after && sameJson({ ...before, updatedAt: at }, after)) return []
  return [{ kind, key, before, after } as Change]
}

function inOrder(changes: Change[]): Change[] {
  const place = ({ kind, after }: Change) =>
    after === null ? -order[kind as keyof typeof order] - 1 : order[kind as keyof typeof order]
  return changes.sort((one, other) => place(one) - place(other))
}
