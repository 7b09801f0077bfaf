import type { ClaimId } from '../../shared/domain/ids.js'
import { relationSchema, type Relation, type RelationType } from '../../shared/domain/relation.js'
import type { ReadableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { sql, type Row } from '../sql.js'
import { recordTable, storedRecord } from '../stored-record.js'

export function relationToRow(relation: Relation): Row {
  return {
    id: relation.id,
    from_claim_id: relation.fromClaimId,
    to_claim_id: relation.toClaimId,
    type: relation.type,
    fingerprint: relation.fingerprint,
    created_at: relation.createdAt,
    content_hash: contentHash(relation),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function relationFromRow(row: Row): Relation {
  const candidate = {
    id: row.id,
    fromClaimId: row.from_claim_id,
    toClaimId: row.to_claim_id,
    type: row.type,
    fingerprint: row.fingerprint,
    createdAt: row.created_at,
  }
  return storedRecord(relationSchema, candidate, row.content_hash ?? null, `relation ${String(row.id)}`)
}

export const relations = recordTable<Relation>({
  table: 'relations',
  key: 'id',
  toRow: relationToRow,
  fromRow: relationFromRow,
})

/** The relations from or to a claim, oldest first. */
export function relationsOfClaim(db: ReadableDb, claimId: ClaimId): Relation[] {
  const rows = db.all(sql`SELECT * FROM relations WHERE from_claim_id = ${claimId} OR to_claim_id = ${claimId}
    ORDER BY created_at, id`)
  return rows.map(relationFromRow)
}

/** The relation of this type from one claim to another, or null. */
export function relationBetween(
  db: ReadableDb,
  from: ClaimId,
  to: ClaimId,
  type: RelationType,
): Relation | null {
  const row = db.get(sql`SELECT * FROM relations WHERE from_claim_id = ${from} AND to_claim_id = ${to}
    AND type = ${type}`)
  return row && relationFromRow(row)
}
