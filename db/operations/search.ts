import type { TextRange } from '../../shared/document/paragraphs.js'
import type { SearchHit, SearchKind, SearchPage } from '../../shared/domain/search.js'
import { parseSearchQuery, type SearchFilters, type SearchTerm } from '../../shared/domain/search-query.js'
import { StetError } from '../../shared/ipc/result.js'
import type { ReadableDb } from '../database.js'
import type { Row, SqlValue } from '../sql.js'
import { claims } from '../tables/claims.js'
import { evidence } from '../tables/evidence.js'
import { notes } from '../tables/notes.js'
import { searchable } from '../tables/search-entries.js'
import { claimBody, evidenceBody } from './search-index.js'
import { snippetAround } from './snippet.js'
import { wordsOfVersion } from './live-records.js'

/** Which hits to give: `limit` after the first `offset`. */
export interface PageRequest {
  limit: number
  offset: number
}

/** `limit` is brought into 0 to 1,000, `offset` to 0 or more. */
const mostHits = 1000

/**
 * Finds words in the current texts, claims, notes and evidence of the sources that are in the case, the best first. With
 * filters alone it lists the claims that pass them, in the order of the texts. No query is refused, see
 * `parseSearchQuery`.
 */
export function searchCase(db: ReadableDb, query: string, { limit, offset }: PageRequest): SearchPage {
  const { terms, filters, ignored } = parseSearchQuery(query)
  if (terms.length === 0 && !hasFilters(filters)) return { hits: [], total: 0, ignored }
  const expression = expressionOf(terms)
  const { text, values } = entriesQuery(expression, filters)
  const total = Number(db.get({ text: `SELECT count(*) AS number FROM (${text})`, values })?.number)
  const page = [Math.min(Math.max(0, Math.trunc(limit)), mostHits), Math.max(0, Math.trunc(offset))]
  const rows = db.all({
    text: `SELECT * FROM (${text}) ORDER BY rank, position, start, id LIMIT ? OFFSET ?`,
    values: [...values, ...page],
  })
  const bodies = new Map(rows.map((row) => [Number(row.id), searchable(bodyOf(db, row))]))
  const ranges = expression === null ? new Map<number, TextRange[]>() : db.matchRanges(expression, bodies)
  const hits = rows.map((row) =>
    hitOf(row, bodies.get(Number(row.id)) ?? '', ranges.get(Number(row.id)) ?? []),
  )
  return { hits, total, ignored }
}

function hasFilters({ since, ...lists }: SearchFilters): boolean {
  return since !== null || Object.values(lists).some((list) => list.length > 0)
}

/** The words for SQLite, each in quotes: nothing in them is an operator. Null when there are none. */
function expressionOf(terms: readonly SearchTerm[]): string | null {
  if (terms.length === 0) return null
  return terms
    .map(({ text, isPrefix }) => `"${text.replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`)
    .join(' AND ')
}

const columns = `entry.id, entry.kind, entry.key, entry.source_id, entry.claim_id,
  coalesce(entry.range_start, claim.range_start) AS start, coalesce(entry.range_end, claim.range_end) AS "end",
  source.position`

const joins = `JOIN sources AS source ON source.id = entry.source_id AND source.removed_at IS NULL
  LEFT JOIN claims AS claim ON claim.id = entry.claim_id
  LEFT JOIN notes AS note ON entry.kind = 'note' AND note.id = entry.key
  LEFT JOIN evidence AS piece ON entry.kind = 'evidence' AND piece.id = entry.key
  LEFT JOIN text_versions AS version ON entry.kind = 'text' AND version.id = entry.key`

function entriesQuery(
  expression: string | null,
  filters: SearchFilters,
): { text: string; values: SqlValue[] } {
  const { conditions, values } = filterConditions(filters)
  if (expression === null) {
    const where = [`entry.kind = 'claim'`, ...conditions].join(' AND ')
    return {
      text: `SELECT ${columns}, 0 AS rank FROM search_entries AS entry ${joins} WHERE ${where}`,
      values,
    }
  }
  const where = [`(entry.kind <> 'text' OR entry.key = source.current_version_id)`, ...conditions].join(
    ' AND ',
  )
  return {
    text: `SELECT ${columns}, found.rank AS rank FROM
      (SELECT rowid AS id, rank FROM search WHERE search MATCH ?) AS found
      JOIN search_entries AS entry ON entry.id = found.id ${joins} WHERE ${where}`,
    values: [expression, ...values],
  }
}

function filterConditions(filters: SearchFilters): { conditions: string[]; values: SqlValue[] } {
  const conditions: string[] = []
  const values: SqlValue[] = []
  const add = (condition: string, value?: SqlValue) => {
    conditions.push(condition)
    if (value !== undefined) values.push(value)
  }
  const list = (wanted: readonly string[]) => JSON.stringify(wanted)
  if (filters.verdict.length) {
    add(
      `claim.id IS NOT NULL AND coalesce(claim.verdict, 'none') IN (SELECT value FROM json_each(?))`,
      list(filters.verdict),
    )
  }
  if (filters.type.length) add('claim.type IN (SELECT value FROM json_each(?))', list(filters.type))
  if (filters.status.length) add('claim.status IN (SELECT value FROM json_each(?))', list(filters.status))
  if (filters.tag.length) {
    add(
      `EXISTS (SELECT 1 FROM json_each(claim.tags) AS tag, json_each(?) AS wanted
        WHERE tag.value = wanted.value COLLATE NOCASE)`,
      list(filters.tag),
    )
  }
  if (filters.source.length) {
    add(
      `EXISTS (SELECT 1 FROM json_each(?) AS wanted
        WHERE source.id = wanted.value OR instr(lower(source.title), lower(wanted.value)) > 0)`,
      list(filters.source),
    )
  }
  if (filters.has.includes('note')) add('EXISTS (SELECT 1 FROM notes WHERE notes.claim_id = claim.id)')
  if (filters.has.includes('evidence'))
    add('EXISTS (SELECT 1 FROM evidence WHERE evidence.claim_id = claim.id)')
  if (filters.since) {
    add(
      `CASE entry.kind WHEN 'claim' THEN claim.updated_at WHEN 'note' THEN note.updated_at
        WHEN 'evidence' THEN piece.updated_at ELSE version.created_at END >= ?`,
      filters.since,
    )
  }
  return { conditions, values }
}

/** What an entry says, from the record itself; nothing for one that cannot be trusted. */
function bodyOf(db: ReadableDb, { kind, key, start, end }: Row): string {
  try {
    const id = String(key)
    if (kind === 'text') return wordsOfVersion(db, id).slice(Number(start), Number(end))
    if (kind === 'note') return notes.find(db, id)?.text ?? ''
    const piece = kind === 'evidence' ? evidence.find(db, id) : null
    const claim = kind === 'claim' ? claims.find(db, id) : null
    return piece ? evidenceBody(piece) : claim ? claimBody(claim) : ''
  } catch (thrown) {
    if (thrown instanceof StetError && thrown.kind === 'damaged') return ''
    throw thrown
  }
}

function hitOf(row: Row, body: string, ranges: TextRange[]): SearchHit {
  const { source_id: sourceId, claim_id: claimId } = row
  const kind = row.kind as SearchKind
  const passage = { start: Number(row.start), end: Number(row.end) }
  const first = ranges[0]
  const shown =
    kind === 'text' && first
      ? { start: passage.start + first.start, end: passage.start + first.end }
      : passage
  return {
    kind,
    id: String(kind === 'text' ? sourceId : row.key),
    sourceId: sourceId as SearchHit['sourceId'],
    claimId: claimId as SearchHit['claimId'],
    ...shown,
    snippet: snippetAround(body, ranges),
  }
}
