import { makeSelector } from '../../../shared/anchoring/selector.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import type { SourceImport } from '../../../shared/domain/case.js'
import type { Change } from '../../../shared/domain/change.js'
import { isOrphan, type Claim, type Selector } from '../../../shared/domain/claim.js'
import type { Evidence } from '../../../shared/domain/evidence.js'
import { textVersionIdSchema } from '../../../shared/domain/ids.js'
import type { Source, TextVersion } from '../../../shared/domain/source.js'
import type { CarriedClaim, CarryReport, TextCorrection } from '../../../shared/domain/text-replacement.js'
import { StetError } from '../../../shared/ipc/result.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import type { ReadableDb, WritableDb } from '../../database.js'
import { sha256 } from '../../digest.js'
import { claimsOfSource } from '../../tables/claims.js'
import { evidenceFromSource } from '../../tables/evidence.js'
import { keepOriginal } from '../../tables/originals.js'
import { clearDraft } from '../../tables/text-drafts.js'
import { addTextVersion, findTextVersion, nextVersionNumber } from '../../tables/text-versions.js'
import { applyChanges } from './apply-changes.js'
import type { ImportAct } from '../imports/import-sources.js'
import { liveSource } from '../reading/live-records.js'
import { withStaleClaims } from '../signing/mark-stale.js'
import type { Plan } from './plan.js'
import { documentOfText } from './text-document.js'

/** A new text of a source; with `file`, it comes from a file that takes the place of the original. */
export interface TextReplacement extends TextCorrection {
  file: Omit<SourceImport, 'record' | 'text' | 'document'> | null
}

/** Whoever checked a claim saw other words than now stand there. */
const finished: ReadonlySet<Claim['status']> = new Set(['checked', 'reviewed', 'signed-off'])

/**
 * Gives a source a new text version and carries its claims, and the evidence taken from it, over to the ranges given, in
 * one transaction and one log entry. A claim whose quote is another now, or is gone, is "stale" if it was finished with.
 * The version before stays readable. Throws 'conflict' when the source has another text by now, 'invalid' when the
 * document is not one of the schema or is empty; nothing is written then. A text that is the same changes nothing.
 */
export function replaceText(
  db: WritableDb,
  replacement: TextReplacement,
  act: ImportAct,
): Plan & { report: CarryReport } {
  return db.transaction(() => {
    const source = baseOf(db, replacement)
    const version = newVersion(db, source, replacement, act)
    // What is corrected here while a file brings another text is set aside: it is there again when that is taken back.
    if (!replacement.file) clearDraft(db, source.currentVersionId)
    if (!version) return { label: 'Correct text', changes: [], report: reportOn([]) }
    addTextVersion(db, version)
    const carried = claimsOfSource(db, source.id).map((claim) =>
      carriedClaim(claim, source, version, replacement, act.at),
    )
    const changes: Change[] = [sourceChange(db, source, version, replacement)]
    for (const { before, after } of carried) {
      if (after !== before) changes.push({ kind: 'claim', key: before.id, before, after })
    }
    changes.push(...evidenceChanges(db, version, replacement, act.at))
    const label = replacement.file ? 'Replace text from a file' : 'Correct text'
    const plan = withStaleClaims({ db, ...act }, { label, changes })
    const { at, actor } = act
    applyChanges(db, plan.changes, { at, actor, action: `${label}: ${replacement.reason}` })
    return { ...plan, report: reportOn(carried.flatMap(({ told }) => told ?? [])) }
  })
}

function baseOf(db: ReadableDb, { sourceId, baseVersionId }: TextReplacement): Source {
  const source = liveSource(db, sourceId)
  if (source.currentVersionId === baseVersionId) return source
  throw new StetError(
    'conflict',
    `The text of “${source.title}” was replaced meanwhile. Nothing was changed. Look at the text as it is now, then ` +
      'correct it again.',
  )
}

/** Null when the new text is the same as the one before, and so are its paragraphs. */
function newVersion(
  db: ReadableDb,
  source: Source,
  { document, reason, file }: TextReplacement,
  { at, newId }: ImportAct,
): TextVersion | null {
  const refused = (why: string) =>
    new StetError('invalid', `The new text of “${source.title}” was not saved: ${why}. Nothing was changed.`)
  const doc = documentOfText(document, refused)
  const text = plainTextOf(doc)
  if (!text.trim()) throw refused('there are no words in it')
  const base = findTextVersion(db, source.currentVersionId)
  if (!file && base && base.text === text && sameJson(base.document, doc.toJSON())) return null
  return {
    id: textVersionIdSchema.parse(newId()),
    sourceId: source.id,
    number: nextVersionNumber(db, source.id),
    text,
    document: doc.toJSON(),
    sha256: sha256(text),
    reason,
    createdAt: at,
  }
}

function sourceChange(
  db: WritableDb,
  before: Source,
  { id }: TextVersion,
  { file }: TextReplacement,
): Change {
  const from = file && {
    fileName: file.fileName,
    mediaType: file.mediaType,
    encoding: file.encoding,
    partStart: file.partStart,
    partEnd: file.partEnd,
    originalSha256: keepOriginal(db, file.original),
  }
  return { kind: 'source', key: before.id, before, after: { ...before, ...from, currentVersionId: id } }
}

interface Carried {
  before: Claim
  after: Claim
  /** Null for one that was an orphan already, which says nothing about this text. */
  told: CarriedClaim | null
}

function carriedClaim(
  before: Claim,
  source: Source,
  version: TextVersion,
  { ranges }: TextReplacement,
  at: string,
): Carried {
  const selector = selectorAt(version, ranges[before.id])
  const quote = before.selector.exact
  const isSame = selector?.exact === quote
  const wasOrphan = isOrphan(before, source)
  const status = !isSame && !wasOrphan && finished.has(before.status) ? 'stale' : before.status
  const isTouched = selector !== null || status !== before.status
  const after = isTouched
    ? { ...before, selector: selector ?? before.selector, status, updatedAt: at }
    : before
  const outcome = isSame ? 'unchanged' : selector ? 'changed' : 'orphan'
  const told = { id: before.id, outcome, before: quote, after: selector?.exact ?? null } as const
  return { before, after, told: wasOrphan && !selector ? null : told }
}

/** Evidence whose passage is not in the new text goes on citing the version that it was taken from. */
function evidenceChanges(
  db: ReadableDb,
  version: TextVersion,
  { ranges, baseVersionId }: TextReplacement,
  at: string,
): Change[] {
  return evidenceFromSource(db, version.sourceId).flatMap((before): Change[] => {
    if (before.selector?.textVersionId !== baseVersionId) return []
    const selector = selectorAt(version, ranges[before.id])
    if (!selector) return []
    const after: Evidence = { ...before, selector, quote: selector.exact, updatedAt: at }
    return [{ kind: 'evidence', key: before.id, before, after }]
  })
}

/** The selector of a range; null for a range that is missing, empty, or not one of the text. */
function selectorAt(
  { text, id }: TextVersion,
  range: { start: number; end: number } | undefined,
): Selector | null {
  if (!range) return null
  try {
    return makeSelector(text, id, range.start, range.end)
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}

function reportOn(told: readonly CarriedClaim[]): CarryReport {
  const counts = { unchanged: 0, changed: 0, orphan: 0 }
  for (const { outcome } of told) counts[outcome]++
  return { counts, claims: told.filter(({ outcome }) => outcome !== 'unchanged') }
}
