import type { ClaimCount, ClaimPage, ClaimPageRequest } from '../../shared/domain/claim-list.js'
import { StetError } from '../../shared/ipc/result.js'
import type { ReadableDb } from '../database.js'
import { sql, type Row } from '../sql.js'
import { claimFromRow } from '../tables/claims.js'

/** How many claims of each source have each status and verdict, from the index alone; sources in the case only. */
export function countClaims(db: ReadableDb): ClaimCount[] {
  const rows = db.all(sql`SELECT source_id, status, verdict, count(*) AS number FROM claims
    WHERE source_id IN (SELECT id FROM sources WHERE removed_at IS NULL)
    GROUP BY source_id, status, verdict ORDER BY source_id, status, verdict`)
  return rows.map(({ source_id, status, verdict, number }) => ({
    sourceId: source_id as ClaimCount['sourceId'],
    status: status as ClaimCount['status'],
    verdict: verdict as ClaimCount['verdict'],
    number: Number(number),
  }))
}

/** Claims of one source, or of all, in the order of the texts, a page at a time; damaged ones are named. */
export function listClaims(db: ReadableDb, { sourceId, limit, offset }: ClaimPageRequest): ClaimPage {
  const sources = sourceId === null ? countsInOrder(db) : countOfSource(db, sourceId)
  const page: ClaimPage = { claims: [], damaged: [], total: 0 }
  for (const { id, number } of sources) {
    // Only the sources that the page reaches into are read: sorting all claims would cost the same for every page.
    const from = Math.max(0, offset - page.total)
    const wanted = limit - page.claims.length - page.damaged.length
    if (wanted > 0 && from < number) addRows(page, claimsOfSource(db, id, wanted, from))
    page.total += number
  }
  return page
}

/** The sources in the case in their order, each with how many claims it has: from the indexes alone. */
function countsInOrder(db: ReadableDb): { id: string; number: number }[] {
  const rows = db.all(sql`SELECT sources.id, counted.number FROM sources
    JOIN (SELECT source_id, count(*) AS number FROM claims GROUP BY source_id) AS counted ON counted.source_id = sources.id
    WHERE sources.removed_at IS NULL ORDER BY sources.position, sources.id`)
  return rows.map(({ id, number }) => ({ id: String(id), number: Number(number) }))
}

/** The same for one source; none when it is not in the case. */
function countOfSource(db: ReadableDb, sourceId: string): { id: string; number: number }[] {
  const rows =
    db.all(sql`SELECT id, (SELECT count(*) FROM claims WHERE source_id = sources.id) AS number FROM sources
    WHERE id = ${sourceId} AND removed_at IS NULL`)
  return rows.map(({ id, number }) => ({ id: String(id), number: Number(number) }))
}

function claimsOfSource(db: ReadableDb, sourceId: string, limit: number, offset: number): Row[] {
  return db.all(sql`SELECT * FROM claims WHERE source_id = ${sourceId}
    ORDER BY range_start, range_end, created_at, id LIMIT ${limit} OFFSET ${offset}`)
}

function addRows(page: ClaimPage, rows: readonly Row[]): void {
  for (const row of rows) {
    try {
      page.claims.push(claimFromRow(row))
    } catch (thrown) {
      if (!(thrown instanceof StetError) || thrown.kind !== 'damaged') throw thrown
      page.damaged.push({ kind: 'claims', key: String(row.id), message: thrown.message })
    }
  }
}
