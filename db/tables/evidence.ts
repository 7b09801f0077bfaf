import { evidenceSchema, type Evidence } from '../../shared/domain/evidence.js'
import type { ClaimId, SourceId } from '../../shared/domain/ids.js'
import type { ReadableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { sql, type Row, type SqlValue } from '../sql.js'
import { recordTable, storedRecord } from '../stored-record.js'

export function evidenceToRow(evidence: Evidence): Row {
  const { selector } = evidence
  return {
    id: evidence.id,
    claim_id: evidence.claimId,
    stance: evidence.stance,
    title: evidence.title,
    author: evidence.author ?? null,
    publisher: evidence.publisher ?? null,
    published: evidence.published ?? null,
    url: evidence.url,
    archived_url: evidence.archivedUrl,
    accessed: evidence.accessed,
    quote: evidence.quote,
    reliability: evidence.reliability,
    credibility: evidence.credibility,
    source_id: evidence.sourceId,
    text_version_id: selector?.textVersionId ?? null,
    range_start: selector?.start ?? null,
    range_end: selector?.end ?? null,
    exact: selector?.exact ?? null,
    prefix: selector?.prefix ?? null,
    suffix: selector?.suffix ?? null,
    created_at: evidence.createdAt,
    updated_at: evidence.updatedAt,
    content_hash: contentHash(evidence),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function evidenceFromRow(row: Row): Evidence {
  const candidate = {
    id: row.id,
    claimId: row.claim_id,
    stance: row.stance,
    title: row.title,
    ...known({ author: row.author, publisher: row.publisher, published: row.published }),
    url: row.url,
    archivedUrl: row.archived_url,
    accessed: row.accessed,
    quote: row.quote,
    reliability: row.reliability,
    credibility: row.credibility,
    sourceId: row.source_id,
    selector: selectorFromRow(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
  return storedRecord(evidenceSchema, candidate, row.content_hash ?? null, `evidence ${String(row.id)}`)
}

/** What is not known is no field of a piece of evidence; a row of an earlier version does not even have the column. */
function known(fields: Record<string, SqlValue | undefined>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => (value ?? null) !== null))
}

/** Null when no column of the selector is set. */
function selectorFromRow(row: Row): object | null {
  const selector = {
    textVersionId: row.text_version_id,
    start: row.range_start,
    end: row.range_end,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
  }
  return Object.values(selector).every((value) => value === null) ? null : selector
}

export const evidence = recordTable<Evidence>({
  table: 'evidence',
  key: 'id',
  toRow: evidenceToRow,
  fromRow: evidenceFromRow,
})

/** The evidence on a claim, oldest first. */
export function evidenceOfClaim(db: ReadableDb, claimId: ClaimId): Evidence[] {
  return db
    .all(sql`SELECT * FROM evidence WHERE claim_id = ${claimId} ORDER BY created_at, id`)
    .map(evidenceFromRow)
}

/** The evidence that is a passage of a source, on whichever claims. */
export function evidenceFromSource(db: ReadableDb, sourceId: SourceId): Evidence[] {
  return db.all(sql`SELECT * FROM evidence WHERE source_id = ${sourceId} ORDER BY id`).map(evidenceFromRow)
}
