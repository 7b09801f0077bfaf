import { paragraphsOf } from '../../../shared/document/paragraphs.js'
import type { Change } from '../../../shared/domain/change.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { Evidence } from '../../../shared/domain/evidence.js'
import type { Note } from '../../../shared/domain/note.js'
import type { SearchKind } from '../../../shared/domain/search.js'
import type { Source } from '../../../shared/domain/source.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb, WritableDb } from '../../database.js'
import { sql, type Row } from '../../sql.js'
import { claimFromRow, claims } from '../../tables/claims.js'
import { evidence, evidenceFromRow } from '../../tables/evidence.js'
import { noteFromRow, notes } from '../../tables/notes.js'
import {
  addSearchEntry,
  clearSearch,
  removeSearchEntries,
  searchRulesOf,
  setSearchRules,
  type SearchEntry,
} from '../../tables/search-entries.js'
import { findText } from '../../tables/text-versions.js'

/** Changes with what is indexed and how it is cut; a file that was indexed by other rules is indexed anew. */
const searchRules = 3

/** One entry on its way into the index. */
export interface IndexedEntry extends SearchEntry {
  body: string
}

export const isSearchCurrent = (db: ReadableDb): boolean => searchRulesOf(db) === searchRules

/** Whether the index can be read at all; that it says what the records say, only `verifyCase` looks at. */
export function isSearchWhole(db: ReadableDb): boolean {
  const rows = db.all(sql`PRAGMA integrity_check(search)`)
  return rows.every((row) => Object.values(row)[0] === 'ok')
}

/**
 * Keeps the index right after a change of a record: it holds the current text of each source that is in the case, and the
 * claims, notes and evidence of those sources; nothing else, so that a search need not ask what is still there. A text
 * version must be in the case before the source names it.
 */
export function indexChange(db: WritableDb, change: Change): void {
  const { kind, key, after } = change
  if (kind === 'source') return indexSource(db, change)
  if (kind !== 'claim' && kind !== 'note' && kind !== 'evidence') return
  if (change.before !== null) removeSearchEntries(db, kind, key)
  if (after === null) return
  const entry = entryOf(db, change as Change & { after: object })
  if (entry) addEntry(db, entry)
  if (change.kind === 'claim' && change.before && change.before.sourceId !== change.after?.sourceId)
    indexAnew(db, partsOfClaim(db, key), entry && entry.sourceId)
}

/** Makes the index anew from what is in the case. Records that cannot be trusted are left out. */
export function rebuildSearch(db: WritableDb): void {
  db.transaction(() => {
    clearSearch(db)
    for (const entry of allEntries(db)) addEntry(db, entry)
    setSearchRules(db, searchRules)
  })
}

/** Everything that the index must hold, and nothing else; of each kind what was changed last comes last. */
export function* allEntries(db: ReadableDb): Generator<IndexedEntry> {
  const inCase = db.all(
    sql`SELECT id, current_version_id FROM sources WHERE removed_at IS NULL ORDER BY position, id`,
  )
  for (const { id, current_version_id } of inCase)
    yield* textEntries(db, String(id), String(current_version_id))
  const sourceOf = new Map<string, string>()
  const claimRows = db.all(sql`SELECT claims.* FROM claims JOIN sources ON sources.id = claims.source_id
    WHERE sources.removed_at IS NULL ORDER BY claims.updated_at, claims.id`)
  for (const row of claimRows) {
    sourceOf.set(String(row.id), String(row.source_id))
    const claim = trusted(() => claimFromRow(row))
    if (claim) yield claimEntry(claim)
  }
  for (const row of db.all(sql`SELECT * FROM notes ORDER BY updated_at, id`)) {
    const sourceId = sourceOf.get(String(row.claim_id))
    const note = sourceId === undefined ? null : trusted(() => noteFromRow(row))
    if (note) yield noteEntry(note, sourceId!)
  }
  for (const row of db.all(sql`SELECT * FROM evidence ORDER BY updated_at, id`)) {
    const sourceId = sourceOf.get(String(row.claim_id))
    const piece = sourceId === undefined ? null : trusted(() => evidenceFromRow(row))
    if (piece) yield evidenceEntry(piece, sourceId!)
  }
}

/** What a search finds of a claim: its quote and the wording proposed for it. */
export const claimBody = ({ selector, correction }: Claim): string =>
  [selector.exact, correction].filter(Boolean).join('\n')

/** What a search finds of a piece of evidence. */
export const evidenceBody = ({ title, quote, url, author, publisher }: Evidence): string =>
  [title, quote, url, author, publisher].filter(Boolean).join('\n')

const addEntry = (db: WritableDb, entry: IndexedEntry): void => addSearchEntry(db, entry, entry.body)

/** Another text in place of the one before; with a source that goes or comes back, all that hangs on it. */
function indexSource(db: WritableDb, { key, before, after }: Change & { kind: 'source' }): void {
  const [old, current] = [shownVersion(before), shownVersion(after)]
  if (old === current) return
  if (old) removeSearchEntries(db, 'text', old)
  if (current) for (const entry of textEntries(db, key, current)) addEntry(db, entry)
  if (before === null || (old && current)) return
  indexAnew(db, recordsOfSource(db, key), current && key)
}

/** Records that belong to a source from now on, or, with null, to none that is in the case. */
function indexAnew(db: WritableDb, records: readonly RecordName[], sourceId: string | null): void {
  for (const { kind, id } of records) {
    removeSearchEntries(db, kind, id)
    const entry = sourceId === null ? null : trusted(() => recordEntry(db, kind, id, sourceId))
    if (entry) addEntry(db, entry)
  }
}

/** The text version of a source that a search finds. */
const shownVersion = (source: Source | null): string | null =>
  source && source.removedAt === null ? source.currentVersionId : null

interface RecordName {
  kind: Exclude<SearchKind, 'text'>
  id: string
}

/** What hangs on a claim that a search could find. */
function partsOfClaim(db: ReadableDb, claimId: string): RecordName[] {
  const rows =
    db.all(sql`SELECT 1 AS place, 'note' AS kind, id, updated_at FROM notes WHERE claim_id = ${claimId}
    UNION ALL SELECT 2, 'evidence', id, updated_at FROM evidence WHERE claim_id = ${claimId}
    ORDER BY place, updated_at, id`)
  return rows.map(nameFromRow)
}

const nameFromRow = ({ kind, id }: Row): RecordName => ({ kind: kind as RecordName['kind'], id: String(id) })

/** The claims of a source and what hangs on them that a search could find; of each kind what was changed last comes last. */
function recordsOfSource(db: ReadableDb, sourceId: string): RecordName[] {
  const rows =
    db.all(sql`SELECT 1 AS place, 'claim' AS kind, id, updated_at FROM claims WHERE source_id = ${sourceId}
    UNION ALL SELECT 2, 'note', id, updated_at FROM notes
      WHERE claim_id IN (SELECT id FROM claims WHERE source_id = ${sourceId})
    UNION ALL SELECT 3, 'evidence', id, updated_at FROM evidence
      WHERE claim_id IN (SELECT id FROM claims WHERE source_id = ${sourceId})
    ORDER BY place, updated_at, id`)
  return rows.map(nameFromRow)
}

function recordEntry(
  db: ReadableDb,
  kind: RecordName['kind'],
  id: string,
  sourceId: string,
): IndexedEntry | null {
  if (kind === 'claim') {
    const claim = claims.find(db, id)
    return claim && claimEntry(claim)
  }
  if (kind === 'note') {
    const note = notes.find(db, id)
    return note && noteEntry(note, sourceId)
  }
  const piece = evidence.find(db, id)
  return piece && evidenceEntry(piece, sourceId)
}

/** Null when the source of the record is not in the case. */
function entryOf(db: ReadableDb, { kind, after }: Change): IndexedEntry | null {
  if (kind === 'claim') {
    const claim = after as Claim
    const source = db.get(
      sql`SELECT 1 AS found FROM sources WHERE id = ${claim.sourceId} AND removed_at IS NULL`,
    )
    return source && claimEntry(claim)
  }
  const { claimId } = after as Note | Evidence
  const source = db.get(sql`SELECT sources.id FROM claims JOIN sources ON sources.id = claims.source_id
    WHERE claims.id = ${claimId} AND sources.removed_at IS NULL`)
  if (!source) return null
  const sourceId = String(source.id)
  return kind === 'note' ? noteEntry(after as Note, sourceId) : evidenceEntry(after as Evidence, sourceId)
}

function* textEntries(db: ReadableDb, sourceId: string, versionId: string): Generator<IndexedEntry> {
  const text = trusted(() => findText(db, versionId))
  if (text === null) return
  for (const range of paragraphsOf(text)) {
    const body = text.slice(range.start, range.end)
    yield { kind: 'text', key: versionId, sourceId, claimId: null, range, body }
  }
}

const claimEntry = (claim: Claim): IndexedEntry => ({
  kind: 'claim',
  key: claim.id,
  sourceId: claim.sourceId,
  claimId: claim.id,
  range: null,
  body: claimBody(claim),
})

const noteEntry = ({ id, claimId, text }: Note, sourceId: string): IndexedEntry => ({
  kind: 'note',
  key: id,
  sourceId,
  claimId,
  range: null,
  body: text,
})

const evidenceEntry = (piece: Evidence, sourceId: string): IndexedEntry => ({
  kind: 'evidence',
  key: piece.id,
  sourceId,
  claimId: piece.claimId,
  range: null,
  body: evidenceBody(piece),
})

function trusted<T>(read: () => T): T | null {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof StetError && thrown.kind === 'damaged') return null
    throw thrown
  }
}
