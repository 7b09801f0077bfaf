import type { Claim } from '../../../shared/domain/claim.js'
import type { ClaimId, SourceId } from '../../../shared/domain/ids.js'
import type { Source } from '../../../shared/domain/source.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb } from '../../database.js'
import { damagedRecord } from '../../stored-record.js'
import { claims } from '../../tables/claims.js'
import { scaleOfCase } from '../../tables/preferences.js'
import { sources } from '../../tables/sources.js'
import { findText } from '../../tables/text-versions.js'

/** A source that is in the case. Throws 'not-found' when there is none with this id or it was removed. */
export function liveSource(db: ReadableDb, id: SourceId): Source {
  const source = sources.find(db, id)
  if (!source || source.removedAt !== null) throw missingError('source', id)
  return source
}

/** A claim of a source that is in the case; else 'not-found'. */
export function liveClaim(db: ReadableDb, id: ClaimId): Claim {
  const claim = claims.find(db, id)
  if (!claim) throw missingError('claim', id)
  liveSource(db, claim.sourceId)
  return claim
}

/** A record on a claim, when that claim is in the case; else 'not-found'. */
export function onLiveClaim<T extends { claimId: ClaimId }>(
  db: ReadableDb,
  record: T | null,
  kind: string,
  id: string,
): T {
  if (!record) throw missingError(kind, id)
  liveClaim(db, record.claimId)
  return record
}

/** 'invalid' for a verdict that the case's scale neither has nor had. */
export function requireVerdict(db: ReadableDb, verdict: Verdict | null | undefined): void {
  if (verdict === null || verdict === undefined) return
  const { verdicts, former } = scaleOfCase(db)
  if ([...verdicts, ...former].some(({ id }) => id === verdict)) return
  const known = verdicts.map(({ label }) => label).join(', ')
  throw new StetError(
    'invalid',
    `The scale of this case has no verdict “${verdict}”. It has: ${known}. Nothing was changed.`,
  )
}

/** The refusal of an act on a record that is not there. */
export function missingError(kind: string, id: string): StetError {
  return new StetError(
    'not-found',
    `The ${kind} ${id} is not in this case; it may have been removed. Nothing was changed.`,
  )
}

/** The refusal of a new record under an id that is taken. */
export function takenError(kind: string, id: string): StetError {
  return new StetError('conflict', `There already is a ${kind} ${id} in this case. Nothing was changed.`)
}

/** As many texts as an act may need again at once: the one being read, and those of a finding across sources. */
const textsKept = 4
const textsOf = new WeakMap<ReadableDb, Map<string, string>>()

/**
 * The current text of a source, its digest checked when it is first read. The last few are kept, because every new
 * claim needs the text and a text version never changes.
 */
export function currentText(db: ReadableDb, source: Source): string {
  return wordsOfVersion(db, source.currentVersionId)
}

/** The same of any text version. */
export function wordsOfVersion(db: ReadableDb, id: string): string {
  const kept = textsOf.get(db) ?? new Map<string, string>()
  textsOf.set(db, kept)
  const text = kept.get(id) ?? findText(db, id)
  if (text === null) throw damagedRecord(`text ${id}`, 'it is missing')
  kept.delete(id)
  kept.set(id, text)
  for (const oldest of kept.keys()) {
    if (kept.size <= textsKept) break
    kept.delete(oldest)
  }
  return text
}
