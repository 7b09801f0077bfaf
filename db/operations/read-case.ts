import type { CaseInfo, CaseRecords, CaseSnapshot, LogEntry } from '../../shared/domain/case.js'
import type { SourceId } from '../../shared/domain/ids.js'
import type { Source, TextVersion } from '../../shared/domain/source.js'
import type { ReadableDb } from '../database.js'
import { newestVersion } from '../migrate.js'
import { sql } from '../sql.js'
import { damagedRecord } from '../stored-record.js'
import { readCaseInfo } from '../tables/case-info.js'
import { claimFromRow } from '../tables/claims.js'
import { decisionFromRow } from '../tables/decisions.js'
import { evidenceFromRow } from '../tables/evidence.js'
import { allFindings } from '../tables/findings.js'
import { logEntriesOf } from '../tables/log.js'
import { noteFromRow } from '../tables/notes.js'
import { originalBytes } from '../tables/originals.js'
import { relationFromRow } from '../tables/relations.js'
import { sourceFromRow } from '../tables/sources.js'
import { findTextVersion } from '../tables/text-versions.js'
import { liveSource, missingError } from './live-records.js'

/** Claims of sources that are in the case, for the queries below. */
const liveClaims = `SELECT claims.id FROM claims JOIN sources ON sources.id = claims.source_id
  WHERE sources.removed_at IS NULL`

const queries = {
  claims: `SELECT claims.* FROM claims JOIN sources ON sources.id = claims.source_id WHERE sources.removed_at IS NULL
    ORDER BY sources.position, claims.range_start, claims.range_end, claims.created_at, claims.id`,
  notes: `SELECT * FROM notes WHERE claim_id IN (${liveClaims}) ORDER BY created_at, id`,
  evidence: `SELECT * FROM evidence WHERE claim_id IN (${liveClaims}) ORDER BY created_at, id`,
  relations: `SELECT * FROM relations WHERE from_claim_id IN (${liveClaims}) AND to_claim_id IN (${liveClaims})
    ORDER BY created_at, id`,
}

export function caseInfo(db: ReadableDb): CaseInfo {
  return { ...readCaseInfo(db), schemaVersion: newestVersion }
}

/** The sources that are in the case, in their order. */
export function liveSources(db: ReadableDb): Source[] {
  return db.all(sql`SELECT * FROM sources WHERE removed_at IS NULL ORDER BY position, id`).map(sourceFromRow)
}

/**
 * Everything in the case but the texts: claims in the order of the texts, the rest oldest first. Throws 'damaged',
 * naming the record, when one of them is not what was written.
 */
export function caseRecords(db: ReadableDb): CaseRecords {
  const rows = (text: string) => db.all({ text, values: [] })
  return {
    sources: liveSources(db),
    claims: rows(queries.claims).map(claimFromRow),
    notes: rows(queries.notes).map(noteFromRow),
    evidence: rows(queries.evidence).map(evidenceFromRow),
    relations: rows(queries.relations).map(relationFromRow),
    findings: allFindings(db),
    decisions: db.all(sql`SELECT * FROM decisions ORDER BY decided_at, fingerprint`).map(decisionFromRow),
  }
}

export function caseSnapshot(db: ReadableDb): CaseSnapshot {
  const records = caseRecords(db)
  return { info: caseInfo(db), ...records, texts: records.sources.map((source) => versionOf(db, source)) }
}

/** The current text version of a source, its digests checked; 'not-found' for a source that is not in the case. */
export function sourceText(db: ReadableDb, id: SourceId): TextVersion {
  return versionOf(db, liveSource(db, id))
}

/** The untouched bytes with this SHA-256, which is checked; 'not-found' when the case has none. */
export function original(db: ReadableDb, digest: string): Uint8Array {
  const bytes = originalBytes(db, digest)
  if (!bytes) throw missingError('original file', digest)
  return bytes
}

/** The log entries that touch the record with this key, oldest first. */
export function recordHistory(db: ReadableDb, key: string): LogEntry[] {
  return logEntriesOf(db, key)
}

function versionOf(db: ReadableDb, source: Source): TextVersion {
  const version = findTextVersion(db, source.currentVersionId)
  if (!version) throw damagedRecord(`text ${source.currentVersionId}`, 'it is missing')
  return version
}
