import { assessmentSchema, type Assessment } from '../../shared/domain/assessment.js'
import type { ReadableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { sql, type Row } from '../sql.js'
import { recordTable, storedRecord } from '../stored-record.js'

export function assessmentToRow(assessment: Assessment): Row {
  return {
    id: assessment.id,
    claim_id: assessment.claimId,
    person_id: assessment.personId,
    verdict: assessment.verdict,
    comment: assessment.comment,
    kept_verdict: assessment.keptVerdict,
    created_at: assessment.createdAt,
    updated_at: assessment.updatedAt,
    content_hash: contentHash(assessment),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function assessmentFromRow(row: Row): Assessment {
  const candidate = {
    id: row.id,
    claimId: row.claim_id,
    personId: row.person_id,
    verdict: row.verdict,
    comment: row.comment,
    keptVerdict: row.kept_verdict,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
  return storedRecord(assessmentSchema, candidate, row.content_hash ?? null, `assessment ${String(row.id)}`)
}

export const assessments = recordTable<Assessment>({
  table: 'assessments',
  key: 'id',
  toRow: assessmentToRow,
  fromRow: assessmentFromRow,
})

/** What was said of a claim, oldest first. */
export function assessmentsOfClaim(db: ReadableDb, claimId: string): Assessment[] {
  return db
    .all(sql`SELECT * FROM assessments WHERE claim_id = ${claimId} ORDER BY created_at, id`)
    .map(assessmentFromRow)
}

/** Everything that was said of any claim. */
export function judgedAssessments(db: ReadableDb): Assessment[] {
  return db.all(sql`SELECT * FROM assessments ORDER BY id`).map(assessmentFromRow)
}

/** What this person said of a claim, or null. */
export function assessmentBy(db: ReadableDb, personId: string, claimId: string): Assessment | null {
  const row = db.get(sql`SELECT * FROM assessments WHERE claim_id = ${claimId} AND person_id = ${personId}`)
  return row && assessmentFromRow(row)
}

/** Whether this person judged any claim. */
export function hasAssessed(db: ReadableDb, personId: string): boolean {
  return db.get(sql`SELECT 1 AS found FROM assessments WHERE person_id = ${personId} LIMIT 1`) !== null
}
