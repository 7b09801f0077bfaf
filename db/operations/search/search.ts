import type { SearchPage } from '../../../shared/domain/search.js'
import { parseSearchQuery, type SearchFilters, type SearchTerm } from '../../../shared/domain/search-query.js'
import type { ReadableDb } from '../../database.js'
import type { Row, SqlValue } from '../../sql.js'
import { scaleOfCase } from '../../tables/preferences.js'
import { claimConditions, entryConditions, hasFilters } from './search-filters.js'
import { hitsOf } from './search-hits.js'

/** Which hits to give: `limit` after the first `offset`. */
export interface PageRequest {
  limit: number
  offset: number
}

/** `limit` is brought into 0 to 1,000, `offset` to 0 or more. */
const mostHits = 1000

/**
 * How many hits are weighed against each other. Weighing takes a thousandth of a millisecond or two for each, and a word
 * that stands in a hundred thousand entries hardly tells them apart: beyond this number only what was indexed last is weighed.
 */
const mostRanked = 1000

/**
 * Finds words in the current texts, claims, notes and evidence of the sources that are in the case, the best first. With
 * filters alone it lists the claims that pass them, in the order of the texts. No query is refused, see
 * `parseSearchQuery`. Pages of one query together are all hits, each once, as long as nothing is changed in between.
 * `weighed` is how many hits are weighed against each other, see `SearchPage`.
 */
export function searchCase(
  db: ReadableDb,
  query: string,
  request: PageRequest,
  weighed: number = mostRanked,
): SearchPage {
  const { terms, filters, ignored } = parseSearchQuery(query, scaleOfCase(db))
  const limit = Math.min(Math.max(0, Math.trunc(request.limit)), mostHits)
  const page = { limit, offset: Math.max(0, Math.trunc(request.offset)) }
  if (terms.length === 0) return { ...listedClaims(db, filters, page), ignored }
  const expression = expressionOf(terms)
  const matches = hasFilters(filters)
    ? filteredMatches(db, expression, filters, weighed)
    : allMatches(db, expression, weighed)
  const { total, ranked } = matches
  return { hits: hitsOf(db, entryRows(db, matches.page(page)), expression), total, ranked, ignored }
}

/** The words for SQLite, each in quotes: nothing in them is an operator. */
function expressionOf(terms: readonly SearchTerm[]): string {
  return terms
    .map(({ text, isPrefix }) => `"${text.replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`)
    .join(' AND ')
}

/** The entries that were found; a page of them as their ids, in an order that is the same for every page. */
interface Matches {
  total: number
  ranked: number
  page(request: PageRequest): number[]
}

/** Without filters the index alone answers: it holds nothing but what is to be found. */
function allMatches(db: ReadableDb, expression: string, weighed: number): Matches {
  const found = 'FROM search WHERE search MATCH ?'
  const total = Number(db.get({ text: `SELECT count(*) AS number ${found}`, values: [expression] })?.number)
  const ids = (more: string, ...values: SqlValue[]) =>
    idsOf(db.all({ text: `SELECT rowid AS id ${found} ${more}`, values: [expression, ...values] }))
  if (total <= weighed) {
    const page = ({ limit, offset }: PageRequest) =>
      ids('ORDER BY rank, rowid DESC LIMIT ? OFFSET ?', limit, offset)
    return { total, ranked: total, page }
  }
  const [last = 0] = ids('ORDER BY rowid DESC LIMIT 1 OFFSET ?', weighed)
  const best = ({ limit, offset }: PageRequest) =>
    ids('AND rowid > ? ORDER BY rank, rowid DESC LIMIT ? OFFSET ?', last, limit, offset)
  const others = ({ limit, offset }: PageRequest) =>
    ids('AND rowid <= ? ORDER BY rowid DESC LIMIT ? OFFSET ?', last, limit, offset)
  return { total, ranked: weighed, page: bestFirst(weighed, best, others) }
}

/** With filters each entry is looked at once; its place among the best is asked only for those that pass. */
function filteredMatches(
  db: ReadableDb,
  expression: string,
  filters: SearchFilters,
  weighed: number,
): Matches {
  const { texts, values } = entryConditions(filters)
  // `+` keeps SQLite from asking the index of words for one entry after the other.
  const passing = idsOf(
    db.all({
      text: `SELECT entry.id FROM search CROSS JOIN search_entries AS entry ON entry.id = +search.rowid
        WHERE search MATCH ? AND ${texts.join(' AND ')} ORDER BY search.rowid DESC`,
      values: [expression, ...values],
    }),
  )
  const latest = JSON.stringify(passing.slice(0, weighed))
  const oldest = passing[Math.min(passing.length, weighed) - 1] ?? 0
  const best = ({ limit, offset }: PageRequest) =>
    idsOf(
      db.all({
        text: `SELECT rowid AS id FROM search WHERE search MATCH ? AND rowid >= ?
          AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY rank, rowid DESC LIMIT ? OFFSET ?`,
        values: [expression, oldest, latest, limit, offset],
      }),
    )
  const others = ({ limit, offset }: PageRequest) => passing.slice(weighed).slice(offset, offset + limit)
  return {
    total: passing.length,
    ranked: Math.min(passing.length, weighed),
    page: bestFirst(Math.min(passing.length, weighed), best, others),
  }
}

/** One order out of two: `number` hits of the first, then those of the second. */
function bestFirst(
  number: number,
  first: (request: PageRequest) => number[],
  second: (request: PageRequest) => number[],
): Matches['page'] {
  return ({ limit, offset }) => {
    const ids = offset < number ? first({ limit, offset }) : []
    const rest = limit - ids.length
    return rest > 0 ? [...ids, ...second({ limit: rest, offset: Math.max(0, offset - number) })] : ids
  }
}

const idsOf = (rows: readonly Row[]): number[] => rows.map(({ id }) => Number(id))

/** What these entries are, in the order given. */
function entryRows(db: ReadableDb, ids: readonly number[]): Row[] {
  return db.all({
    text: `SELECT entry.id, entry.kind, entry.key, entry.source_id, entry.claim_id,
      coalesce(entry.range_start, claim.range_start) AS start, coalesce(entry.range_end, claim.range_end) AS "end"
      FROM json_each(?) AS wanted JOIN search_entries AS entry ON entry.id = wanted.value
      LEFT JOIN claims AS claim ON claim.id = entry.claim_id ORDER BY wanted.key`,
    values: [JSON.stringify(ids)],
  })
}

/** The claims that pass the filters; without a filter there is nothing to look for. */
function listedClaims(
  db: ReadableDb,
  filters: SearchFilters,
  { limit, offset }: PageRequest,
): Omit<SearchPage, 'ignored'> {
  if (!hasFilters(filters)) return { hits: [], total: 0, ranked: 0 }
  const { texts, values } = claimConditions(filters)
  const from = `FROM claims AS claim JOIN sources AS source ON source.id = claim.source_id
    WHERE source.removed_at IS NULL AND ${texts.join(' AND ')}`
  const total = Number(db.get({ text: `SELECT count(*) AS number ${from}`, values })?.number)
  const rows = db.all({
    text: `SELECT claim.rowid AS id, 'claim' AS kind, claim.id AS key, claim.source_id, claim.id AS claim_id,
      claim.range_start AS start, claim.range_end AS "end" ${from}
      ORDER BY source.position, claim.range_start, claim.id LIMIT ? OFFSET ?`,
    values: [...values, limit, offset],
  })
  return { hits: hitsOf(db, rows, null), total, ranked: total }
}
