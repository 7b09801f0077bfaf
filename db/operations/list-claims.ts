import type { ClaimCount, ClaimPage, ClaimPageRequest } from '../../shared/domain/claim-list.js'
import { StetError } from '../../shared/ipc/result.js'
import type { ReadableDb } from '../database.js'
import { sql } from '../sql.js'
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
  const page: ClaimPage = { claims: [], damaged: [], total: 0 }
  const rows = db.all(sql`SELECT claims.* FROM sources CROSS JOIN claims ON claims.source_id = sources.id
    WHERE sources.removed_at IS NULL AND (${sourceId} IS NULL OR sources.id = ${sourceId})
    ORDER BY sources.position, sources.id, claims.range_start, claims.range_end, claims.created_at, claims.id
    LIMIT ${limit} OFFSET ${offset}`)
  for (const row of rows) {
    try {
      page.claims.push(claimFromRow(row))
    } catch (thrown) {
      if (!(thrown instanceof StetError) || thrown.kind !== 'damaged') throw thrown
      page.damaged.push({ kind: 'claims', key: String(row.id), message: thrown.message })
    }
  }
  const total = db.get(sql`SELECT count(*) AS number FROM claims JOIN sources ON sources.id = claims.source_id
    WHERE sources.removed_at IS NULL AND (${sourceId} IS NULL OR sources.id = ${sourceId})`)
  return { ...page, total: Number(total?.number) }
}
