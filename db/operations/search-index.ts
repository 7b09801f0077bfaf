import { paragraphsOf } from '../../shared/document/paragraphs.js'
import type { Change } from '../../shared/domain/change.js'
import type { Claim } from '../../shared/domain/claim.js'
import type { Evidence } from '../../shared/domain/evidence.js'
import type { Note } from '../../shared/domain/note.js'
import type { TextVersion } from '../../shared/domain/source.js'
import { StetError } from '../../shared/ipc/result.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { sql } from '../sql.js'
import { claimFromRow, claims } from '../tables/claims.js'
import { evidenceFromRow } from '../tables/evidence.js'
import { noteFromRow } from '../tables/notes.js'
import {
  addSearchEntry,
  clearSearch,
  removeSearchEntries,
  searchRulesOf,
  setSearchRules,
  type SearchEntry,
} from '../tables/search-entries.js'
import { findText } from '../tables/text-versions.js'

/** Changes with what is indexed and how it is cut; a file that was indexed by other rules is indexed anew. */
const searchRules = 1

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

/** Keeps the index right after a change of a record: its entries are what the record now says. */
export function indexChange(db: WritableDb, change: Change): void {
  const { kind, key, after } = change
  if (kind !== 'claim' && kind !== 'note' && kind !== 'evidence') return
  removeSearchEntries(db, kind, key)
  if (after === null) return
  const entry = entryOf(db, change as Change & { after: object })
  if (entry) addSearchEntry(db, entry, entry.body)
}

/** Indexes a new text version by its paragraphs. Only those of current versions are found. */
export function indexText(db: WritableDb, version: Pick<TextVersion, 'id' | 'sourceId' | 'text'>): void {
  for (const entry of textEntries(version)) addSearchEntry(db, entry, entry.body)
}

/** Makes the index anew from what is in the case. Records that cannot be trusted are left out. */
export function rebuildSearch(db: WritableDb): void {
  db.transaction(() => {
    clearSearch(db)
    for (const entry of allEntries(db)) addSearchEntry(db, entry, entry.body)
    setSearchRules(db, searchRules)
  })
}

/** Everything that the index must hold, and nothing else. */
export function* allEntries(db: ReadableDb): Generator<IndexedEntry> {
  const sourceOf = new Map<string, string>()
  for (const { id, source_id } of db.all(sql`SELECT id, source_id FROM text_versions ORDER BY id`)) {
    const text = trusted(() => findText(db, String(id)))
    if (text !== null) {
      yield* textEntries({
        id: String(id) as TextVersion['id'],
        sourceId: String(source_id) as TextVersion['sourceId'],
        text,
      })
    }
  }
  for (const row of db.all(sql`SELECT * FROM claims ORDER BY id`)) {
    sourceOf.set(String(row.id), String(row.source_id))
    const claim = trusted(() => claimFromRow(row))
    if (claim) yield claimEntry(claim)
  }
  for (const row of db.all(sql`SELECT * FROM notes ORDER BY id`)) {
    const note = trusted(() => noteFromRow(row))
    if (note) yield noteEntry(note, sourceOf.get(note.claimId) ?? '')
  }
  for (const row of db.all(sql`SELECT * FROM evidence ORDER BY id`)) {
    const piece = trusted(() => evidenceFromRow(row))
    if (piece) yield evidenceEntry(piece, sourceOf.get(piece.claimId) ?? '')
  }
}

/** What a search finds of a claim: its quote and the wording proposed for it. */
export const claimBody = ({ selector, correction }: Claim): string =>
  [selector.exact, correction].filter(Boolean).join('\n')

/** What a search finds of a piece of evidence. */
export const evidenceBody = ({ title, quote, url }: Evidence): string =>
  [title, quote, url].filter(Boolean).join('\n')

function entryOf(db: ReadableDb, { kind, after }: Change): IndexedEntry | null {
  if (kind === 'claim') return claimEntry(after as Claim)
  const { claimId } = after as Note | Evidence
  const sourceId = claims.find(db, claimId)?.sourceId ?? ''
  return kind === 'note' ? noteEntry(after as Note, sourceId) : evidenceEntry(after as Evidence, sourceId)
}

function* textEntries({
  id,
  sourceId,
  text,
}: Pick<TextVersion, 'id' | 'sourceId' | 'text'>): Generator<IndexedEntry> {
  for (const range of paragraphsOf(text)) {
    const body = text.slice(range.start, range.end)
    yield { kind: 'text', key: id, sourceId, claimId: null, range, body }
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
