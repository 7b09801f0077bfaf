import type { CaseDifference } from '../shared/domain/backup.js'
import type { BundleChoice } from '../shared/domain/bundle.js'
import type {
  CaseInfo,
  CaseRecords,
  CaseSnapshot,
  FindingsDelta,
  LogEntry,
  Outcome,
  SettledFindings,
  SourceImport,
  UndoState,
} from '../shared/domain/case.js'
import type { CasePreference } from '../shared/domain/case-preference.js'
import type { ClaimCount, ClaimPage, ClaimPageRequest } from '../shared/domain/claim-list.js'
import type { Command } from '../shared/domain/command.js'
import type { Finding } from '../shared/domain/finding.js'
import type { ClaimId, SourceId, TextVersionId } from '../shared/domain/ids.js'
import type { MergeChoices } from '../shared/domain/merge.js'
import type { StaleSignOff } from '../shared/domain/review.js'
import type { SearchPage } from '../shared/domain/search.js'
import type { Source, TextVersion } from '../shared/domain/source.js'
import type { TextDraft } from '../shared/domain/text-draft.js'
import type { TextReplaced, VersionInfo } from '../shared/domain/text-replacement.js'
import type { Verification } from '../shared/domain/verification.js'
import { StetError } from '../shared/ipc/result.js'
import type { LogExtract } from '../shared/report/log-extract.js'
import type { SignedState } from '../shared/report/seal/compare-seal.js'
import { createForWriting, openForWriting, type OpenOptions } from './connection.js'
import type { WritableDb } from './database.js'
import type { HandedPart } from './operations/reading/case-assembly.js'
import { caseParts } from './operations/reading/case-parts.js'
import { compareCases } from './operations/merge/compare-cases.js'
import { retitleCase, startCase, type NewCase } from './operations/acts/case-title.js'
import { copySources } from './operations/imports/copy-sources.js'
import { importRecords, type RecordBatch } from './operations/imports/import-records.js'
import { importSources, type ImportAct } from './operations/imports/import-sources.js'
import { countClaims, listClaims } from './operations/reading/list-claims.js'
import { liveSource } from './operations/reading/live-records.js'
import { logExtract } from './operations/reading/log-extract.js'
import { mergeCopy } from './operations/merge/merge-copy.js'
import { settleWriting } from './operations/acts/note-burst.js'
import { mergeAsk, type MergeAsk, type OtherCopy } from './operations/merge/other-copy.js'
import { ownSide, type OwnSide, type OwnSideAsk } from './operations/merge/own-side.js'
import { performCommand, writtenNote } from './operations/acts/perform-command.js'
import {
  caseInfo,
  caseRecords,
  caseSnapshot,
  original,
  recordHistory,
  casePreferences,
  sourceText,
  sourceTexts,
  sourceVersions,
  textVersion,
  type SourceText,
} from './operations/reading/read-case.js'
import { replaceText, type TextReplacement } from './operations/acts/replace-text.js'
import { searchCase, type PageRequest } from './operations/search/search.js'
import { isSearchCurrent, isSearchWhole, rebuildSearch } from './operations/search/search-index.js'
import { storeFindings, storeSettledFindings } from './operations/acts/store-findings.js'
import { readCaseFile } from './read-case-file.js'
import type { CaseExcerpt } from './read-other-case.js'
import { keepCopy, writeCopy } from './save-copy.js'
import { SessionActs } from './session-acts.js'
import { openingError } from './storage-error.js'
import { addDraftPart, clearDraft, draftedTexts, findDraft, type DraftPart } from './tables/text-drafts.js'
import { signedState } from './operations/signing/signed-state.js'
import { listStaleSignOffs } from './operations/signing/stale-sign-offs.js'
import { verifyCase } from './operations/verify/verify-case.js'
import { verifyLog, type LogVerdict } from './operations/verify/verify-log.js'
import { fillBundle, type BundleAct, type FilledBundle } from './write-bundle.js'

/**
 * Makes a new, empty case file. Throws 'conflict' when anything is at that path (it stays as it is), 'io', 'invalid'.
 * `at` is an instant, `id` the case's own.
 */
export function createCase(path: string, { nativeBinding, ...info }: NewCase & OpenOptions): CaseStore {
  const options = nativeBinding === undefined ? {} : { nativeBinding }
  const db = createForWriting(path, options, (made) => startCase(made, info))
  prepareCase(db)
  return new CaseStore(db, options)
}

/** Opens a case file, alone. Throws 'not-found', 'foreign', 'newer', 'damaged', 'locked' or 'io'; see connection.ts. */
export function openCase(path: string, options: OpenOptions = {}): CaseStore {
  const db = openForWriting(path, options, (db) => void caseInfo(db))
  try {
    prepareCase(db)
    return new CaseStore(db, options)
  } catch (thrown) {
    db.close()
    throw openingError(thrown, db.path)
  }
}

/**
 * Finishes what a case was left with: a note that was being written, and an index of the search by other rules. Claims are
 * counted once here, so that no one waits for it later.
 */
function prepareCase(db: WritableDb): void {
  settleWriting(db)
  if (!isSearchCurrent(db) || !isSearchWhole(db)) rebuildSearch(db)
  countClaims(db)
}

/** Rows of one kind that are handed over at once: some hundred kilobytes. */
const rowsInPart = 500

/**
 * An open case file with the undo and redo of this session. Every method returns only after what it did is on the disk,
 * and throws a `StetError` when nothing was done.
 */
export class CaseStore {
  readonly #db: WritableDb
  readonly #options: OpenOptions
  readonly #acts: SessionActs

  constructor(db: WritableDb, options: OpenOptions = {}) {
    this.#db = db
    this.#options = options
    this.#acts = new SessionActs(db)
  }

  info(): CaseInfo {
    return caseInfo(this.#db)
  }

  setTitle(title: string, actor: string, at: string): Outcome {
    return this.#acts.done(retitleCase(this.#db, title, { actor, at }))
  }

  records(): CaseRecords {
    return caseRecords(this.#db)
  }

  snapshot(): CaseSnapshot {
    return caseSnapshot(this.#db)
  }

  /**
   * The same in parts, first what it is called and the newest `logEntries` acts of its log. All is of one state only when
   * nothing is written before the last part is taken.
   */
  *handedOver(logEntries: number): Generator<HandedPart, void> {
    yield { info: this.info(), log: this.logExtract(logEntries) }
    yield* caseParts(this.#db, rowsInPart)
  }

  /** The newest acts of the log, `limit` at most, and where it ends. */
  logExtract(limit: number): LogExtract {
    settleWriting(this.#db)
    return logExtract(this.#db, limit)
  }

  /** The sources with their current words; one whose words cannot be trusted is left out. */
  sourceTexts(): SourceText[] {
    return sourceTexts(this.#db)
  }

  /** What is agreed for this case; what cannot be trusted is left out. */
  preferences(): CasePreference[] {
    return casePreferences(this.#db)
  }

  /** The current text version of a source, its SHA-256 checked. */
  text(sourceId: SourceId): TextVersion {
    return sourceText(this.#db, sourceId)
  }

  /** A source that is in the case with the untouched bytes of its file; 'not-found', or 'damaged' when these are not right. */
  originalOf(sourceId: SourceId): { source: Source; bytes: Uint8Array } {
    const source = liveSource(this.#db, sourceId)
    return { source, bytes: original(this.#db, source.originalSha256) }
  }

  /** The untouched bytes of an imported file, their SHA-256 checked. */
  original(sha256: string): Uint8Array {
    return original(this.#db, sha256)
  }

  /** Adds sources in the order given. `newId` makes a lower-case UUID; two are taken for each source. */
  importSources(imports: readonly SourceImport[], newId: () => string, actor: string, at: string): Outcome {
    const act: ImportAct = { newId, actor, at }
    return this.#acts.done(importSources(this.#db, imports, act))
  }

  /** Adds the claims, citations and records that a file brings; see `importRecords`. `newId` makes a lower-case UUID. */
  importRecords(batch: RecordBatch, newId: () => string, actor: string, at: string): Outcome {
    return this.#acts.done(importRecords(this.#db, batch, { newId, actor, at }))
  }

  /** Copies sources of another case with their claims; see `copySources`. */
  copySources(excerpt: CaseExcerpt, actor: string, at: string): Outcome {
    return this.#acts.done(copySources(this.#db, excerpt, { actor, at }))
  }

  /** Gives a source a new text and carries its claims over; see `replaceText`. `newId` makes a lower-case UUID. */
  replaceText(replacement: TextReplacement, newId: () => string, actor: string, at: string): TextReplaced {
    const { report, ...plan } = replaceText(this.#db, replacement, { newId, actor, at })
    return { ...this.#acts.done(plan), report }
  }

  /** The text versions of a source, the newest first. */
  versions(sourceId: SourceId): VersionInfo[] {
    return sourceVersions(this.#db, sourceId)
  }

  /** Any text version of the case, its digests checked. */
  version(id: TextVersionId): TextVersion {
    return textVersion(this.#db, id)
  }

  /** Keeps the next part of a correction that is under way; neither logged nor undone. 'conflict' for an old text. */
  saveDraft(part: DraftPart): void {
    const { title, currentVersionId } = liveSource(this.#db, part.sourceId)
    if (part.textVersionId !== currentVersionId) {
      throw new StetError(
        'conflict',
        `The text of “${title}” was replaced meanwhile: its correction cannot go on.`,
      )
    }
    addDraftPart(this.#db, part)
  }

  /** The correction of a source that was left unfinished; null when there is none or its text is another by now. */
  draft(sourceId: SourceId): TextDraft | null {
    return findDraft(this.#db, sourceId, liveSource(this.#db, sourceId).currentVersionId)
  }

  /** The correction that was begun on any text version of the case and left unfinished; null when there is none. */
  draftOf(id: TextVersionId): TextDraft | null {
    return findDraft(this.#db, textVersion(this.#db, id).sourceId, id)
  }

  /** The sources that have one. */
  drafts(): SourceId[] {
    return draftedTexts(this.#db).map(({ sourceId }) => sourceId)
  }

  /**
   * Throws away the correction that was begun on a text version and left unfinished, be it set aside or its source removed;
   * it does not come back with an undo. One that is not there is gone already.
   */
  discardDraft(id: TextVersionId): void {
    clearDraft(this.#db, id)
  }

  /** A command that changes nothing gives no changes, and nothing to take back. */
  perform(command: Command, actor: string, at: string): Outcome {
    const plan = performCommand(this.#db, command, { actor, at })
    return this.#acts.done(plan, command.do === 'write-note' && writtenNote(plan.changes) ? command.id : null)
  }

  /** Takes the newest act of this session back; null when there is none. */
  undo(actor: string, at: string): Outcome | null {
    return this.#acts.undo(actor, at)
  }

  /** Does again what was taken back last; null when there is nothing. */
  redo(actor: string, at: string): Outcome | null {
    return this.#acts.redo(actor, at)
  }

  undoState(): UndoState {
    return this.#acts.state()
  }

  /** Puts the findings of a check of the whole case in the place of those before. */
  storeFindings(findings: readonly Finding[]): FindingsDelta {
    return storeFindings(this.#db, findings)
  }

  /** Puts what a check under way is certain of in the place of what was found there before. */
  storeSettledFindings(settled: SettledFindings): FindingsDelta {
    return storeSettledFindings(this.#db, settled)
  }

  /** The log entries that touch a record (its id, or the fingerprint of a finding), for a claim with what hangs on it. */
  history(key: string): LogEntry[] {
    settleWriting(this.#db)
    return recordHistory(this.#db, key)
  }

  /** The sign-offs over a claim, or over anything (null), that are stale, with what changed since. */
  staleSignOffs(claimId: ClaimId | null): StaleSignOff[] {
    settleWriting(this.#db)
    return listStaleSignOffs(this.#db, claimId)
  }

  /** Whether the log is whole and the records are what it says. Reads the whole log. */
  verifyLog(): LogVerdict {
    return verifyLog(this.#db)
  }

  /** Finds words and filters in the whole case, a page at a time; see `searchCase`. */
  search(query: string, page: PageRequest): SearchPage {
    return searchCase(this.#db, query, page)
  }

  /** How many claims of each source have each status and verdict. */
  claimCounts(): ClaimCount[] {
    return countClaims(this.#db)
  }

  /** Claims in the order of the texts, a page at a time. */
  claims(page: ClaimPageRequest): ClaimPage {
    return listClaims(this.#db, page)
  }

  /** Makes the index of the search anew. */
  rebuildSearch(): void {
    rebuildSearch(this.#db)
  }

  /** Checks everything that can be checked, and names every bad record; see `verifyCase`. */
  verify(): Verification {
    return verifyCase(this.#db)
  }

  /** Saves a whole, verified copy of the case, over what is at `toPath`; see `keepCopy`. */
  saveCopy(toPath: string): Verification {
    return keepCopy(this.writeCopy(toPath), toPath, false, this.#options)
  }

  /** The first, quick half of that: the path of the copy, for `keepCopy` to verify and to put in its place. */
  writeCopy(toPath: string): string {
    settleWriting(this.#db)
    return writeCopy(this.#db, toPath)
  }

  /** What would be different if this case were as in a copy of it, which is only read. */
  compareWith(copyPath: string): CaseDifference {
    return compareCases(this.records(), readCaseFile(copyPath, this.#options, caseRecords))
  }

  /** What a reader of another copy must know of this case to bring what a merge needs. */
  mergeAsk(): MergeAsk {
    settleWriting(this.#db)
    return mergeAsk(this.#db)
  }

  /** What of this case a comparison with another copy needs; see `previewing`. */
  ownSide(asked: OwnSideAsk): OwnSide {
    settleWriting(this.#db)
    return ownSide(this.#db, asked)
  }

  /** Takes over what another copy did, as one act; 'conflict' while anything is left to choose. See `mergeCopy`. */
  merge(other: OtherCopy, choices: MergeChoices, actor: string, at: string): Outcome {
    settleWriting(this.#db)
    return this.#acts.done(mergeCopy(this.#db, other, choices, { actor, at }))
  }

  /** What signatures are over as the case is now, for a report to be compared with. */
  signedState(): SignedState {
    settleWriting(this.#db)
    return signedState(this.#db)
  }

  /** Writes a part of the case as a case of its own, for `keepCopy` to put in its place; see `fillBundle`. */
  fillBundle(toPath: string, choice: BundleChoice, act: BundleAct): FilledBundle {
    settleWriting(this.#db)
    return fillBundle(this.#db, toPath, choice, act, this.#options)
  }

  /** Makes the file alone hold everything, so that a copy of it is a copy of the case. */
  checkpoint(): void {
    settleWriting(this.#db)
    this.#db.checkpoint()
  }

  /** Closes the file, always; afterwards it is one file. Throws 'io' when a last part could not be moved into it. */
  close(): void {
    try {
      this.checkpoint()
    } finally {
      this.#db.close()
    }
  }
}
