import type { LogEntry } from '../../../shared/domain/case.js'
import {
  keyOfRecord,
  recordSchemas,
  type Change,
  type RecordKind,
  type RecordOf,
} from '../../../shared/domain/change.js'
import { instantSchema } from '../../../shared/domain/ids.js'
import { StetError } from '../../../shared/ipc/result.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import type { WritableDb } from '../../database.js'
import { firstIssue, type RecordTable } from '../../stored-record.js'
import { appendLogEntry } from '../../tables/log.js'
import { continuesWriting, settleWriting, startWriting } from './note-burst.js'
import { recordTables } from './record-tables.js'
import { indexChange } from '../search/search-index.js'

/** Who does what when, as the log will say it. */
export interface Act {
  /** An instant, see `instantSchema`. */
  at: string
  actor: string
  /** For a person: "Add claim". */
  action: string
}

/**
 * Applies changes in their order and logs them as one entry, in one transaction. Throws, with nothing written:
 * 'conflict' when a record is not what `before` says or refers to one that is not there, 'invalid' when an `after` is
 * not a record of its kind. A source is never deleted: taking one away is a change of its `removedAt`.
 */
export function applyChanges(db: WritableDb, changes: readonly Change[], act: Act): LogEntry {
  requireAct(act)
  return db.transaction(() => {
    settleWriting(db)
    for (const change of changes) applyChange(db, change)
    return appendLogEntry(db, { ...act, changes: [...changes] })
  })
}

/**
 * Saves a note that is being typed: on the disk when this returns, but told to the log only once the writing is over (see
 * note-burst.ts). Throws as above.
 */
export function applyWriting(db: WritableDb, change: Change & { kind: 'note' }, act: Act): void {
  requireAct(act)
  const { at, actor, action } = act
  const writing = { noteId: change.key, actor, at }
  db.transaction(() => {
    if (!continuesWriting(db, writing)) {
      settleWriting(db)
      startWriting(db, change.before, writing, action)
    }
    applyChange(db, change)
  })
}

function requireAct({ at, actor }: Act): void {
  const named = actor.trim().length > 0 && actor.length <= 200
  if (named && instantSchema.safeParse(at).success) return
  const what = named ? `“${at}” is not an instant` : 'who does it must be said, in 1 to 200 characters'
  throw new StetError('invalid', `This cannot be logged: ${what}. Nothing was saved.`)
}

function applyChange(db: WritableDb, change: Change): void {
  const table: RecordTable<RecordOf<RecordKind>> = recordTables[change.kind]
  const { kind, key, before } = change
  if (!sameJson(table.find(db, key), before)) {
    throw new StetError(
      'conflict',
      `The ${kind} ${key} has changed since. Nothing was saved. Look at it and try again.`,
    )
  }
  if (change.after !== null) {
    table.put(db, validRecord(change))
    return indexChange(db, change)
  }
  if (kind === 'source')
    throw new StetError('invalid', `The source ${key} can be marked as removed, not deleted.`)
  table.remove(db, key)
  indexChange(db, change)
}

/** The record after a change, which is one of its kind and has the change's key: so it fits that kind's table. */
function validRecord({ kind, key, after }: Change): RecordOf<RecordKind> {
  const parsed = recordSchemas[kind].safeParse(after)
  if (!parsed.success) {
    throw new StetError(
      'invalid',
      `The ${kind} was not saved. ${firstIssue(parsed.error)}. Correct it and try again.`,
    )
  }
  const own = keyOfRecord(parsed.data)
  if (own !== key) throw new StetError('invalid', `The ${kind} ${own} cannot be saved as ${key}.`)
  return parsed.data
}
