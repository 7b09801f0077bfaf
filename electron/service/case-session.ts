import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DateReading } from '../../shared/checks/date-readings.js'
import type { CheckSource } from '../../shared/checks/run-checks.js'
import type { VersionCheckables } from '../../shared/coverage/checkables.js'
import type { CaseDifference } from '../../shared/domain/backup.js'
import type { BundleChoice, BundleReport } from '../../shared/domain/bundle.js'
import type { MergeChoices } from '../../shared/domain/merge.js'
import type { SignedState } from '../../shared/report/seal/compare-seal.js'
import type { MergeAsk, OtherCopy } from '../../db/operations/other-copy.js'
import type { OwnSide, OwnSideAsk } from '../../db/operations/own-side.js'
import type {
  CaseInfo,
  CaseRecords,
  CaseSnapshot,
  LogEntry,
  Outcome,
  SourceImport,
} from '../../shared/domain/case.js'
import type { ClaimCount, ClaimPage, ClaimPageRequest } from '../../shared/domain/claim-list.js'
import { caseCheckKey, caseCheckSettingsOf, type CheckSettings } from '../../shared/domain/check-settings.js'
import type { Command } from '../../shared/domain/command.js'
import type { Confirmation } from '../../shared/domain/finding.js'
import type { HouseRules } from '../../shared/domain/house-rules.js'
import type { PackedDates } from '../../shared/timeline/text-dates.js'
import type { RecordBatch } from '../../db/operations/import-records.js'
import type { SourceText } from '../../db/operations/read-case.js'
import type { TextReplacement } from '../../db/operations/replace-text.js'
import type { CaseExcerpt } from '../../db/read-other-case.js'
import type { DraftPart } from '../../db/tables/text-drafts.js'
import type { ClaimId, SourceId, TextVersionId } from '../../shared/domain/ids.js'
import type { StaleSignOff } from '../../shared/domain/review.js'
import type { SearchPage } from '../../shared/domain/search.js'
import type { TextVersion } from '../../shared/domain/source.js'
import type { TextDraft } from '../../shared/domain/text-draft.js'
import type { TextReplaced, VersionInfo } from '../../shared/domain/text-replacement.js'
import type { Verification } from '../../shared/domain/verification.js'
import type { ViewState } from '../../shared/domain/preferences.js'
import { toAppError } from '../../shared/ipc/result.js'
import type { LogExtract } from '../../shared/report/log-extract.js'
import type { SourceCoverage } from '../../shared/report/material.js'
import type { Events, ImportOutcome, OpenCase } from '../../shared/ipc/contract.js'
import type { DbHandlers } from '../workers/db-handlers.js'
import { startWorker, type WorkerClient } from '../workers/start-worker.js'
import { backupFolder } from '../workers/backup-folder.js'
import { CaseBackups } from './backups-of-case.js'
import { CaseChecks } from './case-checks.js'
import type { Original } from './originals.js'

export type Emit = <N extends keyof Events>(name: N, event: Events[N]) => void

export interface SessionOptions {
  workers: URL
  emit: Emit
  /** Who acts, as the log and the notes name them. */
  actor: () => string
  /** Folder for the backups of all cases. */
  backups: string
  /** How this person's house writes. */
  house: () => HouseRules
  /** Called when the worker that holds the file stopped though nobody asked it to. The session is of no use any more. */
  onLost: (session: CaseSession) => void
}

/** One open case: its file, held by the db-worker, and its checks. */
export class CaseSession {
  readonly path: string
  readonly #db: WorkerClient<DbHandlers>
  readonly #checks: CaseChecks
  readonly #actor: () => string
  readonly #backups: CaseBackups
  #isLost = false

  private constructor(
    path: string,
    db: WorkerClient<DbHandlers>,
    { workers, emit, actor, backups, house }: SessionOptions,
    caseId: string,
  ) {
    this.path = path
    this.#db = db
    this.#actor = actor
    this.#backups = new CaseBackups(backupFolder(backups, caseId), {
      workers,
      write: (toPath) => db.remote.writeCopy(toPath),
      onError: (error) => {
        if (this.#isLost) return
        emit('error.raised', { message: `No backup could be made. ${toAppError(error).message}` })
      },
    })
    this.#checks = new CaseChecks(workers, {
      sources: () => this.#checkSources(),
      settings: () => this.#checkSettings(house),
      store: (findings) => db.remote.storeFindings(findings),
      storeSettled: (settled) => db.remote.storeSettledFindings(settled),
      onStatus: (status) => emit('check.status', status),
      onFindings: (delta) => emit('findings.changed', delta),
    })
  }

  static create(path: string, title: string, options: SessionOptions): Promise<CaseSession> {
    return CaseSession.#start(path, options, (db) => db.remote.create(path, title))
  }

  static open(path: string, options: SessionOptions): Promise<CaseSession> {
    return CaseSession.#start(path, options, (db) => db.remote.open(path, options.backups))
  }

  static async #start(
    path: string,
    options: SessionOptions,
    begin: (db: WorkerClient<DbHandlers>) => Promise<void>,
  ): Promise<CaseSession> {
    let session: CaseSession | null = null
    const db = startWorker<DbHandlers>(options.workers, 'db-worker', {
      onCrash: () => {
        if (session) session.#lose(options.onLost)
      },
    })
    try {
      await begin(db)
      const { id } = await db.remote.info()
      session = new CaseSession(path, db, options, id)
      return session
    } catch (error) {
      await db.stop()
      throw error
    }
  }

  async state(view: ViewState): Promise<OpenCase> {
    const { remote } = this.#db
    const [info, records, drafts, undo] = await Promise.all([
      remote.info(),
      remote.records(),
      remote.drafts(),
      remote.undoState(),
    ])
    return { info, records, drafts, ...undo, view, name: basename(this.path) }
  }

  records(): Promise<CaseRecords> {
    return this.#db.remote.records()
  }

  rename(title: string): Promise<Outcome> {
    return this.#acting(this.#db.remote.setTitle(title, this.#actor()))
  }

  info(): Promise<CaseInfo> {
    return this.#db.remote.info()
  }

  text(id: SourceId): Promise<TextVersion> {
    return this.#db.remote.text(id)
  }

  versions(id: SourceId): Promise<VersionInfo[]> {
    return this.#db.remote.versions(id)
  }

  version(id: TextVersionId): Promise<TextVersion> {
    return this.#db.remote.version(id)
  }

  /** A source with the untouched bytes of its file, whose digest is checked. */
  original(id: SourceId): Promise<Original> {
    return this.#db.remote.original(id)
  }

  saveDraft(part: DraftPart): Promise<void> {
    return this.#db.remote.saveDraft(part)
  }

  draft(id: SourceId): Promise<TextDraft | null> {
    return this.#db.remote.draft(id)
  }

  discardDraft(id: SourceId): Promise<void> {
    return this.#db.remote.discardDraft(id)
  }

  history(key: string): Promise<LogEntry[]> {
    return this.#db.remote.history(key)
  }

  staleSignOffs(claimId: ClaimId | null): Promise<StaleSignOff[]> {
    return this.#db.remote.staleSignOffs(claimId)
  }

  search(query: string, page: { limit: number; offset: number }): Promise<SearchPage> {
    return this.#db.remote.search(query, page)
  }

  claimCounts(): Promise<ClaimCount[]> {
    return this.#db.remote.claimCounts()
  }

  claims(page: ClaimPageRequest): Promise<ClaimPage> {
    return this.#db.remote.claims(page)
  }

  verify(): Promise<Verification> {
    return this.#db.remote.verify()
  }

  /** The backups of this case; `make` makes one now. */
  get backups(): CaseBackups {
    return this.#backups
  }

  compareWith(copyPath: string): Promise<CaseDifference> {
    return this.#db.remote.compareWith(copyPath)
  }

  mergeAsk(): Promise<MergeAsk> {
    return this.#db.remote.mergeAsk()
  }

  ownSide(asked: OwnSideAsk): Promise<OwnSide> {
    return this.#db.remote.ownSide(asked)
  }

  keepOtherCopy(other: OtherCopy): Promise<void> {
    return this.#db.remote.keepOtherCopy(other)
  }

  /** Merges the copy that was kept last, whose log ends with `head`. */
  merge(choices: MergeChoices, head: string): Promise<Outcome> {
    return this.#acting(this.#db.remote.merge(choices, head, this.#actor()))
  }

  /** Saves a verified part of the case as a case of its own over what is at a path. */
  async writeBundle(path: string, choice: BundleChoice): Promise<BundleReport> {
    const { temporary, report } = await this.#db.remote.fillBundle(path, choice, this.#actor())
    await this.#backups.keep(temporary, path)
    return report
  }

  /** What signatures are over as the case is now. */
  signedState(): Promise<SignedState> {
    return this.#db.remote.signedState()
  }

  /** Saves a whole, verified copy over what is at a path. */
  saveCopy(path: string): Promise<Verification> {
    return this.#backups.saveCopy(path, false)
  }

  snapshot(): Promise<CaseSnapshot> {
    return this.#db.remote.snapshot()
  }

  /** The newest acts of the log, `limit` at most, and where it ends. */
  logExtract(limit: number): Promise<LogExtract> {
    return this.#db.remote.logExtract(limit)
  }

  /** What the claims of a snapshot cover of each of its texts. */
  async coverage(snapshot: CaseSnapshot): Promise<SourceCoverage[]> {
    const { coverageOfCase } = await import('./coverage-of-case.js')
    return coverageOfCase(snapshot, (version) => this.#checks.checkables(version))
  }

  async importSources(imports: SourceImport[]): Promise<ImportOutcome> {
    const outcome = await this.#db.remote.importSources(imports, this.#actor())
    this.#checkAfter(outcome)
    const added = outcome.changes.flatMap((change) =>
      change.kind === 'source' && !change.before ? [change.after!.id] : [],
    )
    return { ...outcome, added }
  }

  /** The sources with their current words. */
  sourceTexts(): Promise<SourceText[]> {
    return this.#db.remote.sourceTexts()
  }

  importRecords(batch: RecordBatch): Promise<Outcome> {
    return this.#acting(this.#db.remote.importRecords(batch, this.#actor()))
  }

  copySources(excerpt: CaseExcerpt): Promise<Outcome> {
    return this.#acting(this.#db.remote.copySources(excerpt, this.#actor()))
  }

  replaceText(replacement: TextReplacement): Promise<TextReplaced> {
    return this.#acting(this.#db.remote.replaceText(replacement, this.#actor()))
  }

  perform(command: Command): Promise<Outcome> {
    return this.#acting(this.#db.remote.perform(command, this.#actor()))
  }

  undo(): Promise<Outcome | null> {
    return this.#acting(this.#db.remote.undo(this.#actor()))
  }

  redo(): Promise<Outcome | null> {
    return this.#acting(this.#db.remote.redo(this.#actor()))
  }

  /** Resolves when the checks are current. */
  check(): Promise<void> {
    return this.#checks.request()
  }

  confirmations(): Promise<Confirmation[]> {
    return this.#checks.confirmations()
  }

  dateReadings(id: SourceId): Promise<DateReading[]> {
    return this.#checks.readings(id)
  }

  /** What can be checked in the current text of a source. */
  async checkables(id: SourceId): Promise<VersionCheckables> {
    return this.#checks.checkables(await this.text(id))
  }

  textDates(): Promise<PackedDates[]> {
    return this.#checks.dates()
  }

  cancelCheck(): void {
    this.#checks.cancel()
  }

  /** How much is in the case, and the bytes of its file. */
  async sizes(): Promise<{ sources: number; claims: number; findings: number; bytes: number }> {
    const { sources, claims, findings } = await this.#db.remote.records()
    const { size } = await stat(this.path)
    return { sources: sources.length, claims: claims.length, findings: findings.length, bytes: size }
  }

  #lose(onLost: SessionOptions['onLost']): void {
    this.#isLost = true
    onLost(this)
  }

  /** Ends a session whose db-worker is gone. */
  async abandon(): Promise<void> {
    await this.#checks.stop()
    await this.#backups.settled().catch(() => {})
  }

  /** Ends the session; everything is committed and the case is one file again. */
  async close(): Promise<void> {
    await this.#checks.stop()
    await this.#backups.settled()
    await this.#db.remote.close()
    await this.#db.stop()
  }

  async #acting<O extends Outcome | null>(act: Promise<O>): Promise<O> {
    const outcome = await act
    if (outcome) this.#checkAfter(outcome)
    return outcome
  }

  /** Only sources, what is known of them, and the settings of the checks bear on what they say. */
  #checkAfter({ changes }: Outcome): void {
    if (changes.length) this.#backups.changed()
    const bears = changes.some(
      ({ kind, key }) => kind === 'source' || (kind === 'preference' && key === caseCheckKey),
    )
    if (bears) void this.#checks.request()
  }

  /** What the case says of its checks, with how this person's house writes. */
  async #checkSettings(house: () => HouseRules): Promise<CheckSettings> {
    const preferences = await this.#db.remote.preferences()
    return { ...caseCheckSettingsOf(preferences), house: house() }
  }

  async #checkSources(): Promise<CheckSource[]> {
    const sources = await this.#db.remote.sourceTexts()
    return sources.map(({ source: { id, title, published }, text }) => ({ id, title, published, text }))
  }
}
