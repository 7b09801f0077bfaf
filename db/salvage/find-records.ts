import Database from 'better-sqlite3'
import type { LogEntry } from '../../shared/domain/case.js'
import type { RecordKind, RecordOf } from '../../shared/domain/change.js'
import { keyOfRecord } from '../../shared/domain/change.js'
import type { TextVersion } from '../../shared/domain/source.js'
import { sha256 } from '../digest.js'
import { migrate } from '../migrate.js'
import type { Row, SqlValue } from '../sql.js'
import { caseInfoFromRow, type StoredInfo } from '../tables/case-info.js'
import { assessmentFromRow } from '../tables/assessments.js'
import { claimFromRow } from '../tables/claims.js'
import { decisionFromRow } from '../tables/decisions.js'
import { evidenceFromRow } from '../tables/evidence.js'
import { logEntryFromRow } from '../tables/log.js'
import { noteFromRow } from '../tables/notes.js'
import { personFromRow } from '../tables/people.js'
import { preferenceFromRow } from '../tables/preferences.js'
import { relationFromRow } from '../tables/relations.js'
import { roundFromRow } from '../tables/rounds.js'
import { signOffFromRow } from '../tables/sign-offs.js'
import { sourceFromRow } from '../tables/sources.js'
import { textVersionFromRow } from '../tables/text-versions.js'
import type { RawRow } from './raw-rows.js'

/** A sound record that was found; `isLive` when the case's own trees lead to it, so that it was not deleted. */
export interface FoundRecord {
  record: RecordOf<RecordKind>
  isLive: boolean
}

/** Everything in a file that has its own digest, or stands in a log entry that has. */
export interface Findings {
  info: StoredInfo | null
  originals: Map<string, Uint8Array>
  texts: Map<string, TextVersion>
  /** By kind, then by key; several states of a record can be found. */
  records: Map<RecordKind, Map<string, FoundRecord[]>>
  /** By number; whether they form a chain is for `soundLog` to say. */
  log: Map<number, LogEntry[]>
}

const recordReaders: { table: string; kind: RecordKind; fromRow: (row: Row) => RecordOf<RecordKind> }[] = [
  { table: 'sources', kind: 'source', fromRow: sourceFromRow },
  { table: 'claims', kind: 'claim', fromRow: claimFromRow },
  { table: 'notes', kind: 'note', fromRow: noteFromRow },
  { table: 'evidence', kind: 'evidence', fromRow: evidenceFromRow },
  { table: 'relations', kind: 'relation', fromRow: relationFromRow },
  { table: 'decisions', kind: 'decision', fromRow: decisionFromRow },
  { table: 'people', kind: 'person', fromRow: personFromRow },
  { table: 'rounds', kind: 'round', fromRow: roundFromRow },
  { table: 'assessments', kind: 'assessment', fromRow: assessmentFromRow },
  { table: 'sign_offs', kind: 'sign-off', fromRow: signOffFromRow },
  { table: 'preferences', kind: 'preference', fromRow: preferenceFromRow },
]

export const salvagedTables = [
  ...recordReaders.map(({ table }) => table),
  'case_info',
  'log',
  'originals',
  'text_versions',
]

/** The columns of each table, in their order, as the newest schema has them. */
export function columnsOfTables(nativeBinding?: string): Map<string, string[]> {
  const empty = new Database(':memory:', nativeBinding === undefined ? {} : { nativeBinding })
  try {
    migrate(empty)
    const names = empty
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?) ORDER BY cid')
      .pluck()
    return new Map(salvagedTables.map((table) => [table, names.all(table)]))
  } finally {
    empty.close()
  }
}

/** How many columns at the end of a table came after its first rows, which were not written again for them. */
const addedColumns: Readonly<Record<string, number>> = { sources: 1, claims: 1, evidence: 3 }

export const nothingFound = (): Findings => ({
  info: null,
  originals: new Map(),
  texts: new Map(),
  records: new Map(),
  log: new Map(),
})

/** Adds a row of a known table to what was found, when it is sound. */
export function addRow(findings: Findings, table: string, row: Row, isLive: boolean): boolean {
  const reader = recordReaders.find((it) => it.table === table)
  if (reader) {
    const record = sound(() => reader.fromRow(row))
    if (record) addRecord(findings, reader.kind, record, isLive)
    return record !== null
  }
  if (table === 'originals') return addOriginal(findings, row)
  if (table === 'text_versions') {
    const text = sound(() => textVersionFromRow(row))
    if (text) findings.texts.set(text.id, text)
    return text !== null
  }
  if (table === 'log') {
    const entry = sound(() => logEntryFromRow(row))
    if (entry) findings.log.set(entry.sequence, [...(findings.log.get(entry.sequence) ?? []), entry])
    return entry !== null
  }
  const info = sound(() => caseInfoFromRow(row))
  if (info) findings.info = isLive ? info : (findings.info ?? info)
  return info !== null
}

/** Adds a row of an unknown table; the table under which its digest is right, or null. */
export function addRawRow(findings: Findings, columns: Map<string, string[]>, raw: RawRow): string | null {
  for (const [table, names] of columns) {
    const missing = names.length - raw.values.length
    if (missing < 0 || missing > (addedColumns[table] ?? 0)) continue
    const row = Object.fromEntries(names.map((name, index) => [name, raw.values[index] ?? null]))
    // A number that is the row's own is not stored twice.
    const first = names[0] ?? ''
    const own: Row =
      ['log', 'case_info'].includes(table) && row[first] === null ? { ...row, [first]: raw.rowid } : row
    if (addRow(findings, table, own, false)) return table
  }
  return null
}

function addRecord(
  findings: Findings,
  kind: RecordKind,
  record: RecordOf<RecordKind>,
  isLive: boolean,
): void {
  const ofKind = findings.records.get(kind) ?? new Map<string, FoundRecord[]>()
  findings.records.set(kind, ofKind)
  const key = keyOfRecord(record)
  ofKind.set(key, [...(ofKind.get(key) ?? []), { record, isLive }])
}

function addOriginal(findings: Findings, { sha256: digest, bytes }: Record<string, SqlValue>): boolean {
  if (!(bytes instanceof Uint8Array) || typeof digest !== 'string' || sha256(bytes) !== digest) return false
  findings.originals.set(digest, new Uint8Array(bytes))
  return true
}

/** Whatever goes wrong with a row of a damaged file, it is not a sound one. */
function sound<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
