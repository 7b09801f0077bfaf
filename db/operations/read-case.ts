import type {
  CaseInfo,
  CaseRecords,
  CaseSnapshot,
  DamagedRecord,
  LogEntry,
} from '../../shared/domain/case.js'
import type { SourceId, TextVersionId } from '../../shared/domain/ids.js'
import type { Source, TextVersion } from '../../shared/domain/source.js'
import type { VersionInfo } from '../../shared/domain/text-replacement.js'
import { StetError } from '../../shared/ipc/result.js'
import type { ReadableDb } from '../database.js'
import { newestVersion } from '../migrate.js'
import type { Row } from '../sql.js'
import { damagedRecord } from '../stored-record.js'
import { readCaseInfo } from '../tables/case-info.js'
import { claimFromRow } from '../tables/claims.js'
import { decisionFromRow } from '../tables/decisions.js'
import { evidenceFromRow } from '../tables/evidence.js'
import { findingFromRow, findingRows } from '../tables/findings.js'
import { logEntriesOf } from '../tables/log.js'
import { noteFromRow } from '../tables/notes.js'
import { originalBytes } from '../tables/originals.js'
import { personFromRow } from '../tables/people.js'
import { preferenceFromRow } from '../tables/preferences.js'
import { relationFromRow } from '../tables/relations.js'
import { roundFromRow } from '../tables/rounds.js'
import { signOffFromRow } from '../tables/sign-offs.js'
import { sourceFromRow } from '../tables/sources.js'
import { findTextVersion, versionsOfSource } from '../tables/text-versions.js'
import { liveSource, missingError } from './live-records.js'
import { staleSignOffs, type SignableRecords } from './signed-content.js'

/** Claims of sources that are in the case, for the queries below. */
const liveClaims = `SELECT claims.id FROM claims JOIN sources ON sources.id = claims.source_id
  WHERE sources.removed_at IS NULL`

const queries = {
  sources: `SELECT * FROM sources WHERE removed_at IS NULL ORDER BY position, id`,
  claims: `SELECT claims.* FROM claims JOIN sources ON sources.id = claims.source_id WHERE sources.removed_at IS NULL
    ORDER BY sources.position, claims.range_start, claims.range_end, claims.created_at, claims.id`,
  notes: `SELECT * FROM notes WHERE claim_id IN (${liveClaims}) ORDER BY created_at, id`,
  evidence: `SELECT * FROM evidence WHERE claim_id IN (${liveClaims}) ORDER BY created_at, id`,
  relations: `SELECT * FROM relations WHERE from_claim_id IN (${liveClaims}) AND to_claim_id IN (${liveClaims})
    ORDER BY created_at, id`,
  decisions: `SELECT * FROM decisions ORDER BY decided_at, fingerprint`,
  people: `SELECT * FROM people ORDER BY created_at, id`,
  rounds: `SELECT * FROM rounds ORDER BY number`,
  signOffs: `SELECT * FROM sign_offs WHERE claim_id IS NULL OR claim_id IN (${liveClaims}) ORDER BY signed_at, id`,
  preferences: `SELECT * FROM preferences ORDER BY key`,
}

export function caseInfo(db: ReadableDb): CaseInfo {
  return { ...readCaseInfo(db), schemaVersion: newestVersion }
}

/** The sources that are in the case, in their order. Throws 'damaged', naming the first that cannot be trusted. */
export function liveSources(db: ReadableDb): Source[] {
  return db.all({ text: queries.sources, values: [] }).map(sourceFromRow)
}

/**
 * Everything in the case but the texts: claims in the order of the texts, the rest oldest first. A record that is not what
 * was written does not keep the others from being read: it is left out and stands in `damaged`, with what hangs on it.
 */
export function caseRecords(db: ReadableDb): CaseRecords {
  const damaged: DamagedRecord[] = []
  const sound = <T>(kind: keyof typeof queries, fromRow: (row: Row) => T): T[] =>
    soundRecords(db.all({ text: queries[kind], values: [] }), kind, fromRow, damaged)
  const sources = sound('sources', sourceFromRow)
  const there = new Set<string>(sources.map(({ id }) => id))
  const claims = sound('claims', claimFromRow).filter(({ sourceId }) => there.has(sourceId))
  for (const { id } of claims) there.add(id)
  const onClaim = ({ claimId }: { claimId: string }) => there.has(claimId)
  const records = {
    sources,
    claims,
    notes: sound('notes', noteFromRow).filter(onClaim),
    evidence: sound('evidence', evidenceFromRow).filter(onClaim),
    relations: sound('relations', relationFromRow).filter(
      ({ fromClaimId, toClaimId }) => there.has(fromClaimId) && there.has(toClaimId),
    ),
    findings: soundRecords(findingRows(db), 'findings', findingFromRow, damaged),
    decisions: sound('decisions', decisionFromRow),
  }
  const signOffs = sound('signOffs', signOffFromRow).filter(({ claimId }) => !claimId || there.has(claimId))
  return {
    ...records,
    people: sound('people', personFromRow),
    rounds: sound('rounds', roundFromRow),
    signOffs,
    staleSignOffs: staleSignOffs(signOffs, records),
    preferences: sound('preferences', preferenceFromRow),
    damaged,
  }
}

/** What a signature over the whole case is about; 'damaged' when a record of it cannot be trusted. */
export function signableRecords(db: ReadableDb): SignableRecords {
  const records = caseRecords(db)
  const [first] = records.damaged
  if (first) throw new StetError('damaged', first.message)
  return records
}

function soundRecords<T>(
  rows: readonly Row[],
  kind: string,
  fromRow: (row: Row) => T,
  damaged: DamagedRecord[],
): T[] {
  const records: T[] = []
  for (const row of rows) {
    try {
      records.push(fromRow(row))
    } catch (thrown) {
      if (!(thrown instanceof StetError) || thrown.kind !== 'damaged') throw thrown
      damaged.push({ kind, key: String(row.id ?? row.fingerprint ?? row.key), message: thrown.message })
    }
  }
  return records
}

/** The same with the texts. A source whose text cannot be trusted is left out and stands in `damaged`. */
export function caseSnapshot(db: ReadableDb): CaseSnapshot {
  const { sources, ...records } = caseRecords(db)
  const { damaged } = records
  const texts: TextVersion[] = []
  const readable = sources.filter((source) => {
    const [text] = soundRecords(
      [{ id: source.currentVersionId }],
      'texts',
      () => versionOf(db, source),
      damaged,
    )
    if (text) texts.push(text)
    return text !== undefined
  })
  return { info: caseInfo(db), sources: readable, ...records, texts }
}

/** The current text version of a source, its digests checked; 'not-found' for a source that is not in the case. */
export function sourceText(db: ReadableDb, id: SourceId): TextVersion {
  return versionOf(db, liveSource(db, id))
}

/** The text versions of a source that is in the case, the newest first; else 'not-found'. */
export function sourceVersions(db: ReadableDb, id: SourceId): VersionInfo[] {
  const { currentVersionId } = liveSource(db, id)
  return versionsOfSource(db, id).map((version) => ({
    ...version,
    isCurrent: version.id === currentVersionId,
  }))
}

/** A text version of a source that is in the case, its digests checked; else 'not-found'. */
export function textVersion(db: ReadableDb, id: TextVersionId): TextVersion {
  const version = findTextVersion(db, id)
  if (!version) throw missingError('text version', id)
  liveSource(db, version.sourceId)
  return version
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
