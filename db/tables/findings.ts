import type { SettledFindings } from '../../shared/domain/case.js'
import { findingSchema, type Finding } from '../../shared/domain/finding.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { deleteByKey, insert, sql, type Row, type Sql } from '../sql.js'
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

/** The rows of the findings that stand, in the order of the sources and of the text. */
export const standingFindings: Sql = {
  text: `SELECT * FROM findings WHERE ${standing} ORDER BY position`,
  values: [],
}
const standingFinding = `SELECT * FROM findings WHERE fingerprint = ? AND ${standing}`

/** A row of the table; `finding` is null when a text that it was found in is no longer current or in the case. */
export interface StoredFinding {
  fingerprint: string
  position: number
  finding: Finding | null
}

const everyFinding = `SELECT *, ${standing} AS stands FROM findings`

/** Every finding that is stored, whether it stands or not, in the same order. */
export function allStoredFindings(db: ReadableDb): StoredFinding[] {
  return db.all({ text: `${everyFinding} ORDER BY position`, values: [] }).map(storedFindingOf)
}

/** Those that a part of a check settles: of its texts by the rules of single texts, and of its rules over the case. */
export function settledFindings(
  db: ReadableDb,
  { sources, textRules, caseRules }: Pick<SettledFindings, 'sources' | 'textRules' | 'caseRules'>,
): StoredFinding[] {
  const rows = db.all({
    text: `${everyFinding} WHERE rule IN (SELECT value FROM json_each(?))
      OR (rule IN (SELECT value FROM json_each(?))
        AND json_extract(spans, '$[0].source') IN (SELECT value FROM json_each(?)))
      ORDER BY position`,
    values: [caseRules, textRules, sources].map((list) => JSON.stringify(list)),
  })
  return rows.map(storedFindingOf)
}

function storedFindingOf(row: Row): StoredFinding {
  return {
    fingerprint: String(row.fingerprint),
    position: Number(row.position),
    finding: row.stands ? findingFromRow(row) : null,
  }
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

/** Puts a finding at another place in the order. */
export function moveFinding(db: WritableDb, fingerprint: string, position: number): void {
  db.run(sql`UPDATE findings SET position = ${position} WHERE fingerprint = ${fingerprint}`)
}

/** Forgets the finding with this fingerprint, if there is one, with what it was found in. */
export function removeFinding(db: WritableDb, fingerprint: string): void {
  db.run(deleteByKey('findings', 'fingerprint', fingerprint))
}
