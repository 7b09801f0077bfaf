import type { LogEntry } from '../../../shared/domain/case.js'
import type { RecordKind } from '../../../shared/domain/change.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb } from '../../database.js'
import { contentHash } from '../../digest.js'
import { emptyHash, entryHash, keysOf, logEntriesAfter, recordsOfEntries } from '../../tables/log.js'
import { notes } from '../../tables/notes.js'
import { findOpenNote } from '../../tables/open-note.js'
import { recordTables } from '../acts/record-tables.js'

/** Whether the log tells everything that happened, and nothing else. */
export interface LogVerdict {
  /** Null when all is right; else what is wrong, for a person. */
  problem: string | null
  /** How many entries are right, from the first. */
  entries: number
}

const entriesAtOnce = 500

/** The last state of each record that the log tells of: content hash, or null for a removed one. */
type Told = Map<string, { kind: RecordKind; key: string; hash: string | null }>

/**
 * Follows the log from its first entry: each must continue the one before (number and hash), each change must start
 * where the log left the record, and the records of the case must be what the log last said of them. So a changed,
 * missing or added entry shows, and a record that was changed past the log.
 */
export function verifyLog(db: ReadableDb): LogVerdict {
  const told: Told = new Map()
  let entries = 0
  let hash = emptyHash
  try {
    for (;;) {
      const page = logEntriesAfter(db, entries, entriesAtOnce)
      if (!page.length) break
      const unindexed = indexProblem(db, page)
      if (unindexed) return { problem: unindexed, entries }
      for (const entry of page) {
        const problem = entryProblem(entry, entries + 1, hash) ?? followChanges(entry, told)
        if (problem) return { problem, entries }
        entries = entry.sequence
        hash = entry.hash
      }
    }
    return { problem: recordsProblem(db, told), entries }
  } catch (thrown) {
    if (thrown instanceof StetError && thrown.kind === 'damaged') return { problem: thrown.message, entries }
    throw thrown
  }
}

function entryProblem(entry: LogEntry, sequence: number, previousHash: string): string | null {
  if (entry.sequence !== sequence) return `Entry ${sequence} of the log is missing.`
  if (entry.hash === entryHash(previousHash, entry)) return null
  return `Entry ${sequence} of the log (${entry.at}, ${entry.action}) was changed, or one before it was.`
}

/** The index that finds the history of a record must hold each entry under each record that it is about. */
function indexProblem(db: ReadableDb, page: readonly LogEntry[]): string | null {
  const [first, last] = [page[0]?.sequence ?? 0, page.at(-1)?.sequence ?? 0]
  const indexed = new Map<number, Set<string>>()
  for (const { sequence, key } of recordsOfEntries(db, first, last)) {
    indexed.set(sequence, (indexed.get(sequence) ?? new Set()).add(key))
  }
  for (const { sequence, changes } of page) {
    const keys = keysOf(changes)
    const found = indexed.get(sequence) ?? new Set()
    if (keys.size !== found.size || [...keys].some((key) => !found.has(key))) {
      return `Entry ${sequence} of the log is not found under the records that it is about.`
    }
  }
  return null
}

function followChanges({ sequence, changes }: LogEntry, told: Told): string | null {
  for (const { kind, key, before, after } of changes) {
    const id = `${kind} ${key}`
    if ((told.get(id)?.hash ?? null) !== hashOf(before)) {
      return `Entry ${sequence} of the log changes the ${id}, but not from what the log said of it before.`
    }
    told.set(id, { kind, key, hash: hashOf(after) })
  }
  return null
}

/**
 * The content hashes in the tables were checked by reading; here they must be those that the log ends with. The log knows a
 * note that is being written as it was before.
 */
function recordsProblem(db: ReadableDb, told: Told): string | null {
  const open = findOpenNote(db)
  const isOpen = (kind: string, key: string) => open !== null && kind === 'note' && key === open.noteId
  if (open && (told.get(`note ${open.noteId}`)?.hash ?? null) !== hashOf(open.before)) {
    return `The note ${open.noteId} is being written, but not from what the log last says of it.`
  }
  let present = open && notes.find(db, open.noteId) ? 1 : 0
  for (const { kind, key, hash } of told.values()) {
    if (isOpen(kind, key)) continue
    const record = recordTables[kind].find(db, key)
    if (hashOf(record) !== hash) return `The ${kind} ${key} is not what the log last says of it.`
    if (record) present++
  }
  const stored = Number(db.get(countRecords)?.number)
  return stored === present
    ? null
    : `The case holds ${stored - present} records that the log does not tell of.`
}

const recordCounts = [
  'sources',
  'claims',
  'notes',
  'evidence',
  'relations',
  'decisions',
  'people',
  'rounds',
  'assessments',
  'sign_offs',
]
  .concat('preferences')
  .map((table) => `(SELECT count(*) FROM ${table})`)
const countRecords = { text: `SELECT ${recordCounts.join(' + ')} AS number`, values: [] }

const hashOf = (record: object | null): string | null => record && contentHash(record)
