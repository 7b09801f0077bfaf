import type {
  CaseInfo,
  CaseRecords,
  CaseSnapshot,
  DamagedRecord,
  LogEntry,
} from '../../shared/domain/case.js'
import type { Claim } from '../../shared/domain/claim.js'
import type { CasePreference } from '../../shared/domain/case-preference.js'
import type { SourceId, TextVersionId } from '../../shared/domain/ids.js'
import type { Source, TextVersion } from '../../shared/domain/source.js'
import type { VersionInfo } from '../../shared/domain/text-replacement.js'
import { StetError } from '../../shared/ipc/result.js'
import type { ReadableDb } from '../database.js'
import { newestVersion } from '../migrate.js'
import { sql, type Row, type Sql } from '../sql.js'
import { damagedRecord } from '../stored-record.js'
import { assessmentFromRow } from '../tables/assessments.js'
import { claimFromRow } from '../tables/claims.js'
import { decisionFromRow } from '../tables/decisions.js'
import { evidenceFromRow } from '../tables/evidence.js'
import { findingFromRow, standingFindings } from '../tables/findings.js'
import { logEntriesOf } from '../tables/log.js'
import { noteFromRow } from '../tables/notes.js'
import { originalBytes } from '../tables/originals.js'
import { personFromRow } from '../tables/people.js'
import { preferenceFromRow } from '../tables/preferences.js'
import { relationFromRow } from '../tables/relations.js'
import { roundFromRow } from '../tables/rounds.js'
import { signOffFromRow } from '../tables/sign-offs.js'
import { sourceFromRow } from '../tables/sources.js'
import { findText, findTextVersion, versionsOfSource } from '../tables/text-versions.js'
import { namedInfo } from './case-title.js'
import { liveSource, missingError } from './live-records.js'
import { staleSignOffs, type SignableRecords } from './signed-content.js'
import { soundRecords, trusted } from './sound-records.js'

/** Few rows, in their order. */
const inOrder = {
  sources: sql`SELECT * FROM sources WHERE removed_at IS NULL ORDER BY position, id`,
  decisions: sql`SELECT * FROM decisions ORDER BY decided_at, fingerprint`,
  people: sql`SELECT * FROM people ORDER BY created_at, id`,
  rounds: sql`SELECT * FROM rounds ORDER BY number`,
  signOffs: sql`SELECT * FROM sign_offs ORDER BY signed_at, id`,
  preferences: sql`SELECT * FROM preferences ORDER BY key`,
}

/**
 * Many rows, as they lie in the file; they are put in order afterwards. Most lie in order already, and SQLite would carry
 * every row through its sorting and look up every source and claim.
 */
const asTheyLie = {
  claims: sql`SELECT * FROM claims`,
  notes: sql`SELECT * FROM notes`,
  evidence: sql`SELECT * FROM evidence`,
  relations: sql`SELECT * FROM relations`,
  assessments: sql`SELECT * FROM assessments`,
}

export function caseInfo(db: ReadableDb): CaseInfo {
  return { ...namedInfo(db), schemaVersion: newestVersion }
}

/** The sources that are in the case, in their order. Throws 'damaged', naming the first that cannot be trusted. */
export function liveSources(db: ReadableDb): Source[] {
  return db.all(inOrder.sources).map(sourceFromRow)
}

/**
 * Everything in the case but the texts: claims in the order of the texts, the rest oldest first. A record that is not what
 * was written does not keep the others from being read: it is left out and stands in `damaged`, with what hangs on it.
 */
export function caseRecords(db: ReadableDb): CaseRecords {
  const damaged: DamagedRecord[] = []
  const read = <T>(kind: string, query: Sql, fromRow: (row: Row) => T, isWanted = (_row: Row) => true): T[] =>
    soundRecords(db, { query, kind, fromRow, isWanted }, damaged)
  // Rows of what is in the case, sound or not: what hangs on anything else is not even looked at.
  const live = { sources: new Set<unknown>(), claims: new Set<unknown>() }
  const sources = read('sources', inOrder.sources, sourceFromRow, ({ id }) => !!live.sources.add(id))
  const ofLiveSource = (row: Row) => live.sources.has(row.source_id) && !!live.claims.add(row.id)
  const ofLiveClaim = (row: Row) => live.claims.has(row.claim_id)
  const ofLiveClaims = (row: Row) => live.claims.has(row.from_claim_id) && live.claims.has(row.to_claim_id)
  const claims = inTextOrder(sources, read('claims', asTheyLie.claims, claimFromRow, ofLiveSource))
  const there = new Set<string>(claims.map(({ id }) => id))
  const onClaim = ({ claimId }: { claimId: string }) => there.has(claimId)
  const records = {
    sources,
    claims,
    notes: read('notes', asTheyLie.notes, noteFromRow, ofLiveClaim).filter(onClaim).sort(byAge),
    evidence: read('evidence', asTheyLie.evidence, evidenceFromRow, ofLiveClaim).filter(onClaim).sort(byAge),
    relations: read('relations', asTheyLie.relations, relationFromRow, ofLiveClaims)
      .filter(({ fromClaimId, toClaimId }) => there.has(fromClaimId) && there.has(toClaimId))
      .sort(byAge),
    findings: read('findings', standingFindings, findingFromRow),
    decisions: read('decisions', inOrder.decisions, decisionFromRow),
    preferences: read('preferences', inOrder.preferences, preferenceFromRow),
  }
  const isSignOffHere = (row: Row) => row.claim_id === null || ofLiveClaim(row)
  const signOffs = read('signOffs', inOrder.signOffs, signOffFromRow, isSignOffHere).filter(
    ({ claimId }) => !claimId || there.has(claimId),
  )
  return {
    ...records,
    people: read('people', inOrder.people, personFromRow),
    rounds: read('rounds', inOrder.rounds, roundFromRow),
    assessments: read('assessments', asTheyLie.assessments, assessmentFromRow, ofLiveClaim)
      .filter(onClaim)
      .sort(byAge),
    signOffs,
    staleSignOffs: staleSignOffs(signOffs, records),
    damaged,
  }
}

type Order<T> = (one: T, other: T) => number

/** The claims of these sources, those of each source by their passages; others are left out. */
function inTextOrder(sources: readonly Source[], claims: readonly Claim[]): Claim[] {
  const bySource = new Map<string, Claim[]>(sources.map(({ id }) => [id, []]))
  for (const claim of claims) bySource.get(claim.sourceId)?.push(claim)
  return [...bySource.values()].flatMap((ofSource) => ofSource.sort(byPassage))
}

const byPassage: Order<Claim> = (one, other) =>
  one.selector.start - other.selector.start || one.selector.end - other.selector.end || byAge(one, other)

/** The oldest first. */
const byAge: Order<{ createdAt: string; id: string }> = (one, other) =>
  compare(one.createdAt, other.createdAt) || compare(one.id, other.id)

const compare: Order<string> = (one, other) => (one < other ? -1 : one > other ? 1 : 0)

/** What a signature over the whole case is about; 'damaged' when a record of it cannot be trusted. */
export function signableRecords(db: ReadableDb): SignableRecords {
  const records = caseRecords(db)
  const [first] = records.damaged
  if (first) throw new StetError('damaged', first.message)
  return records
}

/** The same with the texts. A source whose text cannot be trusted is left out and stands in `damaged`. */
export function caseSnapshot(db: ReadableDb): CaseSnapshot {
  const { sources, ...records } = caseRecords(db)
  const { damaged } = records
  const texts: TextVersion[] = []
  const readable = sources.filter((source) => {
    const text = trusted(
      () => versionOf(db, source),
      { kind: 'texts', key: source.currentVersionId },
      damaged,
    )
    if (text) texts.push(text)
    return text !== null
  })
  return { info: caseInfo(db), sources: readable, ...records, texts }
}

/** A source with its words. */
export interface SourceText {
  source: Source
  text: string
}

/** The sources that are in the case with their current words, in order; what cannot be trusted is left out. */
export function sourceTexts(db: ReadableDb): SourceText[] {
  const damaged: DamagedRecord[] = []
  const query = inOrder.sources
  return soundRecords(db, { query, kind: 'sources', fromRow: sourceFromRow }, damaged).flatMap((source) => {
    const key = source.currentVersionId
    const text = trusted(() => findText(db, key), { kind: 'texts', key }, damaged)
    return text === null ? [] : { source, text }
  })
}

/** What is agreed for the case; what cannot be trusted is left out. */
export function casePreferences(db: ReadableDb): CasePreference[] {
  return soundRecords(db, { query: inOrder.preferences, kind: 'preferences', fromRow: preferenceFromRow }, [])
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
