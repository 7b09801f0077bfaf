import { logEntrySchema, type LogEntry } from '../../shared/domain/case.js'
import type { Change } from '../../shared/domain/change.js'
import { canonicalJson } from '../../shared/domain/canonical-json.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { sha256 } from '../digest.js'
import { insert, sql, type Row } from '../sql.js'
import { storedJson, storedValue } from '../stored-record.js'

/** What stands in for the hash of the entry before the first. */
export const emptyHash = '0'.repeat(64)

/** SHA-256 over the hash of the entry before, a line break, and the canonical JSON of the entry without its hash. */
export function entryHash(previousHash: string, entry: Omit<LogEntry, 'hash'>): string {
  return hashOver(previousHash, entry, canonicalJson(entry.changes))
}

/** The same for changes that have been spelled already; they stand where their key comes in order. */
function hashOver(
  previousHash: string,
  { sequence, at, actor, action }: Omit<LogEntry, 'hash'>,
  changes: string,
): string {
  const before = canonicalJson({ action, actor, at }).slice(0, -1)
  const after = canonicalJson({ sequence }).slice(1)
  return sha256(`${previousHash}\n${before},"changes":${changes},${after}`)
}

/** Throws 'damaged' for a row that is not a log entry; whether its hash is right, only the chain can tell. */
export function logEntryFromRow(row: Row): LogEntry {
  const name = `log entry ${String(row.sequence)}`
  const { sequence, at, actor, action, hash } = row
  const changes = storedJson(row.changes ?? null, name)
  return storedValue(logEntrySchema, { sequence, at, actor, action, changes, hash }, name)
}

/** Where a log ends: the number of its last entry and the hash that chains it to all before. */
export type LogPlace = Pick<LogEntry, 'sequence' | 'hash'>

/** The end of the log as it is; 0 and `emptyHash` for one without entries. */
export function lastEntry(db: ReadableDb): LogPlace {
  const last = db.get(sql`SELECT sequence, hash FROM log ORDER BY sequence DESC LIMIT 1`)
  return { sequence: Number(last?.sequence ?? 0), hash: String(last?.hash ?? emptyHash) }
}

/** Adds an entry at the end, chained to the one before. */
export function appendLogEntry(
  db: WritableDb,
  act: { at: string; actor: string; action: string; changes: Change[] },
): LogEntry {
  const last = lastEntry(db)
  const unsigned = { sequence: last.sequence + 1, ...act }
  const changes = canonicalJson(act.changes)
  const entry = { ...unsigned, hash: hashOver(last.hash, unsigned, changes) }
  putLogEntry(db, entry, changes)
  return entry
}

/** Adds an entry of another log as it is; it must continue this one. */
export function copyLogEntry(db: WritableDb, entry: LogEntry): void {
  putLogEntry(db, entry, canonicalJson(entry.changes))
}

function putLogEntry(db: WritableDb, entry: LogEntry, changes: string): void {
  db.run(insert('log', { ...entry, changes }))
  for (const key of keysOf(entry.changes)) {
    db.run(sql`INSERT INTO log_records (key, sequence) VALUES (${key}, ${entry.sequence})`)
  }
}

/** The records that changes are about: themselves, and the claims that they hang on. */
export function keysOf(changes: readonly Change[]): Set<string> {
  const keys = new Set<string>()
  for (const change of changes) {
    keys.add(change.key)
    for (const record of [change.before, change.after]) {
      if (!record) continue
      if ('claimId' in record && record.claimId) keys.add(record.claimId)
      if ('fromClaimId' in record) keys.add(record.fromClaimId).add(record.toClaimId)
    }
  }
  return keys
}

/** At most `limit` entries after `sequence`, in order. */
export function logEntriesAfter(db: ReadableDb, sequence: number, limit: number): LogEntry[] {
  return db
    .all(sql`SELECT * FROM log WHERE sequence > ${sequence} ORDER BY sequence LIMIT ${limit}`)
    .map(logEntryFromRow)
}

/** At most `limit` entries before `sequence`, the newest first. */
export function logEntriesBefore(db: ReadableDb, sequence: number, limit: number): LogEntry[] {
  return db
    .all(sql`SELECT * FROM log WHERE sequence < ${sequence} ORDER BY sequence DESC LIMIT ${limit}`)
    .map(logEntryFromRow)
}

/** The newest `limit` entries without their changes, the newest first. */
export function logActs(
  db: ReadableDb,
  limit: number,
): Pick<LogEntry, 'sequence' | 'at' | 'actor' | 'action'>[] {
  const rows = db.all(sql`SELECT sequence, at, actor, action FROM log ORDER BY sequence DESC LIMIT ${limit}`)
  return rows.map(({ sequence, at, actor, action }) => ({
    sequence: Number(sequence),
    at: String(at),
    actor: String(actor),
    action: String(action),
  }))
}

/** The entries that touch the record with this key, or what hangs on it when it is a claim's; oldest first. */
export function logEntriesOf(db: ReadableDb, key: string): LogEntry[] {
  const rows = db.all(sql`SELECT log.* FROM log_records JOIN log USING (sequence)
    WHERE log_records.key = ${key} ORDER BY log.sequence`)
  return rows.map(logEntryFromRow)
}

/** The keys under which the entries from `first` to `last` are found. */
export function recordsOfEntries(
  db: ReadableDb,
  first: number,
  last: number,
): { sequence: number; key: string }[] {
  const rows = db.all(sql`SELECT sequence, key FROM log_records WHERE sequence BETWEEN ${first} AND ${last}`)
  return rows.map(({ sequence, key }) => ({ sequence: Number(sequence), key: String(key) }))
}
