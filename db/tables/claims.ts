import { claimSchema, type Claim } from '../../shared/domain/claim.js'
import type { PersonId, SourceId } from '../../shared/domain/ids.js'
import type { ReadableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { sql, type Row, type SqlValue } from '../sql.js'
import { recordTable, storedJson, storedRecord } from '../stored-record.js'

export function claimToRow(claim: Claim): Row {
  return {
    id: claim.id,
    source_id: claim.sourceId,
    text_version_id: claim.selector.textVersionId,
    range_start: claim.selector.start,
    range_end: claim.selector.end,
    exact: claim.selector.exact,
    prefix: claim.selector.prefix,
    suffix: claim.selector.suffix,
    type: claim.type,
    claimant: claim.claimant,
    event_date: claim.eventDate,
    event_date_inferred: claim.eventDateInferred ? 1 : 0,
    priority: claim.priority,
    tags: JSON.stringify(claim.tags),
    status: claim.status,
    verdict: claim.verdict,
    confidence: claim.confidence,
    correction: claim.correction,
    assignee_id: claim.assigneeId ?? null,
    created_at: claim.createdAt,
    updated_at: claim.updatedAt,
    content_hash: contentHash(claim),
  }
}

const inferred = new Map<SqlValue, boolean>([
  [0, false],
  [1, true],
])

/** Throws 'damaged' for a row that does not hold what was written. */
export function claimFromRow(row: Row): Claim {
  const name = `claim ${String(row.id)}`
  const candidate = {
    id: row.id,
    sourceId: row.source_id,
    selector: {
      textVersionId: row.text_version_id,
      start: row.range_start,
      end: row.range_end,
      exact: row.exact,
      prefix: row.prefix,
      suffix: row.suffix,
    },
    type: row.type,
    claimant: row.claimant,
    eventDate: row.event_date,
    eventDateInferred: inferred.get(row.event_date_inferred ?? null),
    priority: row.priority,
    tags: storedJson(row.tags ?? null, name),
    status: row.status,
    verdict: row.verdict,
    confidence: row.confidence,
    correction: row.correction,
    ...((row.assignee_id ?? null) === null ? {} : { assigneeId: row.assignee_id }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
  return storedRecord(claimSchema, candidate, row.content_hash ?? null, name)
}

export const claims = recordTable<Claim>({
  table: 'claims',
  key: 'id',
  toRow: claimToRow,
  fromRow: claimFromRow,
})

/** The oldest claim on exactly [`start`, `end`) of a source's text version, or null. */
export function claimAt(
  db: ReadableDb,
  at: { sourceId: SourceId; textVersionId: string; start: number; end: number },
) {
  const row = db.get(sql`SELECT * FROM claims WHERE source_id = ${at.sourceId} AND range_start = ${at.start}
    AND range_end = ${at.end} AND text_version_id = ${at.textVersionId} ORDER BY created_at, id LIMIT 1`)
  return row && claimFromRow(row)
}

/** The claims that have a verdict, wherever they stand. */
export function judgedClaims(db: ReadableDb): Claim[] {
  return db.all(sql`SELECT * FROM claims WHERE verdict IS NOT NULL ORDER BY id`).map(claimFromRow)
}

/** The claims that a person is to check. */
export function claimsAssignedTo(db: ReadableDb, personId: PersonId): Claim[] {
  return db.all(sql`SELECT * FROM claims WHERE assignee_id = ${personId} ORDER BY id`).map(claimFromRow)
}

/** The claims of a source in the order of its text; those of earlier versions among them. */
export function claimsOfSource(db: ReadableDb, sourceId: SourceId): Claim[] {
  return db
    .all(
      sql`SELECT * FROM claims WHERE source_id = ${sourceId} ORDER BY range_start, range_end, created_at, id`,
    )
    .map(claimFromRow)
}
