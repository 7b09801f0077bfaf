import type { SearchKind } from '../../shared/domain/search.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { sql } from '../sql.js'

/** What the index finds: a paragraph of a text version, or a record on a claim. */
export interface SearchEntry {
  kind: SearchKind
  /** The id of the text version, claim, note or piece of evidence. */
  key: string
  sourceId: string
  claimId: string | null
  /** The paragraph, in UTF-16 code units of the text version; null for a record. */
  range: { start: number; end: number } | null
}

/** Adds an entry with the words that find it. */
export function addSearchEntry(
  db: WritableDb,
  { kind, key, sourceId, claimId, range }: SearchEntry,
  body: string,
) {
  const [start, end] = range ? [range.start, range.end] : [null, null]
  db.run(sql`INSERT INTO search_entries (kind, key, source_id, claim_id, range_start, range_end)
    VALUES (${kind}, ${key}, ${sourceId}, ${claimId}, ${start}, ${end})`)
  db.run(sql`INSERT INTO search (rowid, body) VALUES (last_insert_rowid(), ${searchable(body)})`)
}

/** Takes all entries of a record away. */
export function removeSearchEntries(db: WritableDb, kind: SearchKind, key: string): void {
  for (const { id } of db.all(sql`SELECT id FROM search_entries WHERE kind = ${kind} AND key = ${key}`)) {
    db.run(sql`DELETE FROM search WHERE rowid = ${id ?? null}`)
    db.run(sql`DELETE FROM search_entries WHERE id = ${id ?? null}`)
  }
}

/** Empties the index. */
export function clearSearch(db: WritableDb): void {
  db.run(sql`INSERT INTO search (search) VALUES ('delete-all')`)
  db.run(sql`DELETE FROM search_entries`)
}

/** The rules by which the index was made; 0 for none. */
export function searchRulesOf(db: ReadableDb): number {
  return Number(db.get(sql`SELECT rules FROM search_state`)?.rules ?? 0)
}

export function setSearchRules(db: WritableDb, rules: number): void {
  db.run(sql`INSERT INTO search_state (number, rules) VALUES (1, ${rules})
    ON CONFLICT (number) DO UPDATE SET rules = excluded.rules`)
}

/**
 * A text as the index takes it, of the same length in UTF-16 code units: control characters, at which SQLite would stop or
 * which mark matches, become spaces, and so do half characters.
 */
export function searchable(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\0-\x08\x0e-\x1f]|\p{Surrogate}/gu, ' ')
}
