import type { LogEntry } from '../../../shared/domain/case.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import type { TextDraft } from '../../../shared/domain/text-draft.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { KindRecord } from '../../../shared/merge/record-fields.js'
import type { ReadableDb } from '../../database.js'
import { sql } from '../../sql.js'
import { lastEntry, logEntriesAfter, type LogPlace } from '../../tables/log.js'
import { originalBytes } from '../../tables/originals.js'
import { findTextVersion } from '../../tables/text-versions.js'
import { allRecords, recordsAt } from '../reading/all-records.js'
import { decidedFindings } from './decided-findings.js'
import { mergeBase, type MergeBase } from './merge-base.js'
import { liveDrafts } from './merge-drafts.js'
import { mergeMarks, type MergeMarks } from './merge-marks.js'
import { verifyLog } from '../verify/verify-log.js'

/** What the reader of another copy must know of the case that it is merged into. */
export interface MergeAsk {
  marks: MergeMarks
  /** The text versions, with their digests, and the originals that need not be brought. */
  versions: Record<string, string>
  originals: string[]
}

/** All that a merge takes from another copy, so that its file need not stay open. */
export interface OtherCopy {
  title: string
  /** Where its log ends. */
  head: LogPlace
  base: MergeBase
  /** Its records at the base; null when the base is a place of the own log. */
  given: KindRecord[] | null
  records: KindRecord[]
  /** The entries that are new. */
  entries: LogEntry[]
  versions: TextVersion[]
  drafts: TextDraft[]
  /** What the findings say that somebody has answered, by their fingerprints. */
  findings: Record<string, string>
  originals: { sha256: string; bytes: Uint8Array }[]
}

export function mergeAsk(db: ReadableDb): MergeAsk {
  return {
    marks: mergeMarks(db),
    versions: Object.fromEntries(
      db.all(sql`SELECT id, sha256 FROM text_versions`).map(({ id, sha256 }) => [String(id), String(sha256)]),
    ),
    originals: db.all(sql`SELECT sha256 FROM originals`).map(({ sha256 }) => String(sha256)),
  }
}

/**
 * Reads what a merge needs from another copy of a case, whose note that was being written must be settled. Throws 'unsupported'
 * for what is no copy, 'damaged' where its log, records, texts or originals are not what was written.
 */
export function otherCopy(db: ReadableDb, ask: MergeAsk): OtherCopy {
  const marks = mergeMarks(db)
  const base = mergeBase(ask.marks, marks)
  const { problem } = verifyLog(db)
  if (problem) {
    throw new StetError(
      'damaged',
      `${db.path} cannot be merged: ${problem} Nothing was changed. Salvage what is sound in it first.`,
    )
  }
  return {
    title: marks.title,
    head: lastEntry(db),
    base,
    given: base.from === 'own' ? null : recordsAt(db, base.other),
    records: allRecords(db),
    entries: logEntriesAfter(db, base.taken, Number.MAX_SAFE_INTEGER),
    versions: missingVersions(db, ask.versions),
    drafts: liveDrafts(db),
    findings: decidedFindings(db),
    originals: missingOriginals(db, ask.originals),
  }
}

/** A text version never changes: one that both have must have the same words, or claims would stand on others. */
function missingVersions(db: ReadableDb, known: Readonly<Record<string, string>>): TextVersion[] {
  const rows = db.all(sql`SELECT id, sha256 FROM text_versions ORDER BY number, created_at, id`)
  return rows.flatMap((row) => {
    const [id, sha256] = [String(row.id), String(row.sha256)]
    if (!Object.hasOwn(known, id)) return findTextVersion(db, id) ?? []
    if (known[id] === sha256) return []
    throw new StetError(
      'damaged',
      `${db.path} cannot be merged: the text ${id} in it is not the one of that name here. Nothing was changed.`,
    )
  })
}

function missingOriginals(db: ReadableDb, known: readonly string[]): OtherCopy['originals'] {
  const have = new Set(known)
  return db.all(sql`SELECT sha256 FROM originals ORDER BY sha256`).flatMap((row) => {
    const sha256 = String(row.sha256)
    const bytes = have.has(sha256) ? null : originalBytes(db, sha256)
    return bytes ? [{ sha256, bytes }] : []
  })
}
