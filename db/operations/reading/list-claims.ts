import type { ClaimCount, ClaimPage, ClaimPageRequest } from '../../../shared/domain/claim-list.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb } from '../../database.js'
import { sql, type Row } from '../../sql.js'
import { claimFromRow } from '../../tables/claims.js'
import { claimTally } from './claim-tally.js'

/** How many claims of each source have each status and verdict; sources in the case only. See claim-tally.ts. */
export function countClaims(db: ReadableDb): ClaimCount[] {
  return [...claimTally(db).counts]
}

/** Claims of one source, or of all, in the order of the texts, a page at a time; damaged ones are named. */
export function listClaims(db: ReadableDb, { sourceId, limit, offset }: ClaimPageRequest): ClaimPage {
  const sources = sourceId === null ? claimTally(db).sources : countOfSource(db, sourceId)
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

/** How many claims one source has, from the index alone; none when it is not in the case. */
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
