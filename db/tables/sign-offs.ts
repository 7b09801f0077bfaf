import { signOffSchema, type SignOff } from '../../shared/domain/review.js'
import type { ReadableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { sql, type Row } from '../sql.js'
import { recordTable, storedRecord } from '../stored-record.js'

export function signOffToRow(signOff: SignOff): Row {
  return {
    id: signOff.id,
    person_id: signOff.personId,
    name: signOff.name,
    role: signOff.role,
    round_id: signOff.roundId,
    claim_id: signOff.claimId,
    signed_sha256: signOff.signedSha256,
    comment: signOff.comment,
    signed_at: signOff.signedAt,
    content_hash: contentHash(signOff),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function signOffFromRow(row: Row): SignOff {
  const candidate = {
    id: row.id,
    personId: row.person_id,
    name: row.name,
    role: row.role,
    roundId: row.round_id,
    claimId: row.claim_id,
    signedSha256: row.signed_sha256,
    comment: row.comment,
    signedAt: row.signed_at,
  }
  return storedRecord(signOffSchema, candidate, row.content_hash ?? null, `sign-off ${String(row.id)}`)
}

export const signOffs = recordTable<SignOff>({
  table: 'sign_offs',
  key: 'id',
  toRow: signOffToRow,
  fromRow: signOffFromRow,
})

/** The sign-offs over a claim, oldest first. */
export function signOffsOfClaim(db: ReadableDb, claimId: string): SignOff[] {
  return db
    .all(sql`SELECT * FROM sign_offs WHERE claim_id = ${claimId} ORDER BY signed_at, id`)
    .map(signOffFromRow)
}

/** Whether this person ever signed, and the signature stands. */
export function hasSigned(db: ReadableDb, personId: string): boolean {
  return db.get(sql`SELECT 1 AS found FROM sign_offs WHERE person_id = ${personId} LIMIT 1`) !== null
}

/** Whether anyone signed in this round. */
export function isSignedIn(db: ReadableDb, roundId: string): boolean {
  return db.get(sql`SELECT 1 AS found FROM sign_offs WHERE round_id = ${roundId} LIMIT 1`) !== null
}
