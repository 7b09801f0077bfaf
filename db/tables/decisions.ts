import { decisionSchema, type Decision } from '../../shared/domain/finding.js'
import { contentHash } from '../digest.js'
import type { Row } from '../sql.js'
import { recordTable, storedRecord } from '../stored-record.js'

export function decisionToRow(decision: Decision): Row {
  return {
    fingerprint: decision.fingerprint,
    state: decision.state,
    reason: decision.reason,
    decided_at: decision.decidedAt,
    decided_by: decision.decidedBy,
    content_hash: contentHash(decision),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function decisionFromRow(row: Row): Decision {
  const candidate = {
    fingerprint: row.fingerprint,
    state: row.state,
    reason: row.reason,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  }
  return storedRecord(
    decisionSchema,
    candidate,
    row.content_hash ?? null,
    `decision ${String(row.fingerprint)}`,
  )
}

export const decisions = recordTable<Decision>({
  table: 'decisions',
  key: 'fingerprint',
  toRow: decisionToRow,
  fromRow: decisionFromRow,
})
