import { findingSchema, type Finding } from '../../shared/domain/finding.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { insert, sql, type Row, type Sql } from '../sql.js'
import { storedJson, storedRecord } from '../stored-record.js'

export function findingToRow(finding: Finding, position: number): Row {
  return {
    fingerprint: finding.fingerprint,
    position,
    rule: finding.rule,
    category: finding.category,
    severity: finding.severity,
    message: finding.message,
    explanation: JSON.stringify(finding.explanation),
    spans: JSON.stringify(finding.spans),
    suggests: finding.suggests,
    content_hash: contentHash(finding),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function findingFromRow(row: Row): Finding {
  const name = `finding ${String(row.fingerprint)}`
  const candidate = {
    fingerprint: row.fingerprint,
    rule: row.rule,
    category: row.category,
    severity: row.severity,
    message: row.message,
    explanation: storedJson(row.explanation ?? null, name),
    spans: storedJson(row.spans ?? null, name),
    suggests: row.suggests,
  }
  return storedRecord(findingSchema, candidate, row.content_hash ?? null, name)
}

/**
 * A finding stands as long as every text that it was found in is still the current one of a source that is in the case.
 */
const standing = `NOT EXISTS (
  SELECT 1 FROM finding_texts JOIN sources ON sources.id = finding_texts.source_id
  WHERE finding_texts.fingerprint = findings.fingerprint
    AND (sources.removed_at IS NOT NULL OR sources.current_version_id <> finding_texts.text_version_id))`

/** The rows of the findings that stand, in the order in which the check gave them. */
export const standingFindings: Sql = {
  text: `SELECT * FROM findings WHERE ${standing} ORDER BY position`,
  values: [],
}
const standingFinding = `SELECT * FROM findings WHERE fingerprint = ? AND ${standing}`

/** The findings that stand, in the same order. */
export function allFindings(db: ReadableDb): Finding[] {
  return db.all(standingFindings).map(findingFromRow)
}

/** The finding with this fingerprint, when it stands; else null. */
export function findFinding(db: ReadableDb, fingerprint: string): Finding | null {
  const row = db.get({ text: standingFinding, values: [fingerprint] })
  return row && findingFromRow(row)
}

/** Adds a finding at its place in the order; `texts` says which text version of which source it was found in. */
export function addFinding(
  db: WritableDb,
  finding: Finding,
  position: number,
  texts: ReadonlyMap<string, string>,
): void {
  db.run(insert('findings', findingToRow(finding, position)))
  for (const [sourceId, versionId] of texts) {
    db.run(
      insert('finding_texts', {
        fingerprint: finding.fingerprint,
        source_id: sourceId,
        text_version_id: versionId,
      }),
    )
  }
}

/** Forgets every finding, with what it was found in. */
export function clearFindings(db: WritableDb): void {
  db.run(sql`DELETE FROM findings`)
}
