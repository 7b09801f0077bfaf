import type { LogEntry } from '../../../shared/domain/case.js'
import type { Source, TextVersion } from '../../../shared/domain/source.js'
import type { TextDraft } from '../../../shared/domain/text-draft.js'
import type { KindRecord } from '../../../shared/merge/record-fields.js'
import type { ReadableDb } from '../../database.js'
import { readCaseInfo } from '../../tables/case-info.js'
import { logEntriesAfter } from '../../tables/log.js'
import { findTextVersion } from '../../tables/text-versions.js'
import { allRecords, recordsAt } from '../reading/all-records.js'
import { decidedFindings } from './decided-findings.js'
import type { MergeBase } from './merge-base.js'
import { liveDrafts } from './merge-drafts.js'
import type { OtherCopy } from './other-copy.js'

/** What of the other copy says which parts of the own case a comparison needs. */
export interface OwnSideAsk {
  base: MergeBase
  /** The text that each source of the other copy has now, by the source's id. */
  currentTexts: Record<string, string>
}

/** All that a comparison needs of the own case, so that it can be made elsewhere while the case goes on. */
export interface OwnSide {
  records: KindRecord[]
  /** The records at the place both go back to; null when that is a place of the other's log. */
  base: KindRecord[] | null
  /** The entries since then. */
  entries: LogEntry[]
  /** Texts of sources that have another text in the other copy. */
  versions: Pick<TextVersion, 'id' | 'text' | 'number' | 'reason'>[]
  drafts: TextDraft[]
  /** What the case was called when it was made. */
  firstTitle: string
  /** What the findings say that somebody has answered, by their fingerprints. */
  findings: Record<string, string>
}

export function ownSideAsk({ base, records }: OtherCopy): OwnSideAsk {
  const sources = records.flatMap(({ kind, record }) => (kind === 'source' ? [record as Source] : []))
  return { base, currentTexts: Object.fromEntries(sources.map((one) => [one.id, one.currentVersionId])) }
}

/** Reads it. A note that is being written must be settled. */
export function ownSide(db: ReadableDb, { base, currentTexts }: OwnSideAsk): OwnSide {
  const records = allRecords(db)
  return {
    records,
    base: base.from === 'other' ? null : recordsAt(db, base.own),
    entries: logEntriesAfter(db, base.own, Number.MAX_SAFE_INTEGER),
    versions: differingTexts(records, currentTexts).flatMap((id) => findTextVersion(db, id) ?? []),
    drafts: liveDrafts(db),
    firstTitle: readCaseInfo(db).title,
    findings: decidedFindings(db),
  }
}

function differingTexts(records: readonly KindRecord[], theirs: Readonly<Record<string, string>>): string[] {
  return records.flatMap(({ kind, record }) => {
    if (kind !== 'source') return []
    const { id, currentVersionId } = record as Source
    const other = theirs[id]
    return other === undefined || other === currentVersionId ? [] : [currentVersionId, other]
  })
}
