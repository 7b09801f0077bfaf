import type {
  CaseInfo,
  CaseRecords,
  CaseSnapshot,
  DamagedRecord,
  LogEntry,
} from '../../../shared/domain/case.js'
import type { CasePreference } from '../../../shared/domain/case-preference.js'
import type { SourceId, TextVersionId } from '../../../shared/domain/ids.js'
import type { Source, TextVersion } from '../../../shared/domain/source.js'
import type { VersionInfo } from '../../../shared/domain/text-replacement.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb } from '../../database.js'
import { newestVersion } from '../../migrate.js'
import { logEntriesOf } from '../../tables/log.js'
import { originalBytes } from '../../tables/originals.js'
import { preferenceFromRow } from '../../tables/preferences.js'
import { sourceFromRow } from '../../tables/sources.js'
import { draftedVersions } from '../../tables/text-drafts.js'
import { findText, findTextVersion, versionsOfSource } from '../../tables/text-versions.js'
import { CaseAssembly, type CasePart } from './case-assembly.js'
import { caseParts, currentVersion, inOrder, recordParts } from './case-parts.js'
import { namedInfo } from '../acts/case-title.js'
import { liveSource, missingError } from './live-records.js'
import type { SignableRecords } from '../signing/signed-content.js'
import { soundRecords, trusted } from './sound-records.js'

export function caseInfo(db: ReadableDb): CaseInfo {
  return { ...namedInfo(db), schemaVersion: newestVersion }
}

/** The sources that are in the case, in their order. Throws 'damaged', naming the first that cannot be trusted. */
export function liveSources(db: ReadableDb): Source[] {
  return db.all(inOrder.sources).map(sourceFromRow)
}

/**
 * Everything in the case but the texts: claims in the order of the texts, the rest oldest first. A record that cannot be
 * trusted is left out and stands in `damaged`.
 */
export function caseRecords(db: ReadableDb): CaseRecords {
  return assembled(recordParts(db)).records()
}

function assembled(parts: Iterable<CasePart>): CaseAssembly {
  const assembly = new CaseAssembly()
  for (const part of parts) assembly.add(part)
  return assembly
}

/** What a signature over the whole case is about; 'damaged' when a record of it cannot be trusted. */
export function signableRecords(db: ReadableDb): SignableRecords {
  const records = caseRecords(db)
  const [first] = records.damaged
  if (first) throw new StetError('damaged', first.message)
  return records
}

/** The same with the texts. A source whose text cannot be trusted is left out and stands in `damaged`. */
export function caseSnapshot(db: ReadableDb): CaseSnapshot {
  return assembled(caseParts(db)).snapshot(caseInfo(db))
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
  return currentVersion(db, liveSource(db, id))
}

/** The text versions of a source that is in the case, the newest first; else 'not-found'. */
export function sourceVersions(db: ReadableDb, id: SourceId): VersionInfo[] {
  const { currentVersionId } = liveSource(db, id)
  const drafted = draftedVersions(db, id)
  return versionsOfSource(db, id).map((version) => ({
    ...version,
    isCurrent: version.id === currentVersionId,
    isDrafted: drafted.has(version.id),
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
