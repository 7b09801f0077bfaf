import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DateReading } from '../../../shared/checks/date-readings.js'
import type { CheckSource } from '../../../shared/checks/run-checks.js'
import type { VersionCheckables } from '../../../shared/coverage/checkables.js'
import type { BundleChoice, BundleReport } from '../../../shared/domain/bundle.js'
import type { MergeChoices } from '../../../shared/domain/merge.js'
import type { OtherCopy } from '../../../db/operations/merge/other-copy.js'
import type { Outcome, SourceImport } from '../../../shared/domain/case.js'
import {
  caseCheckKey,
  caseCheckSettingsOf,
  type CheckSettings,
} from '../../../shared/domain/check-settings.js'
import type { Command } from '../../../shared/domain/command.js'
import type { Confirmation } from '../../../shared/domain/finding.js'
import type { HouseRules } from '../../../shared/domain/house-rules.js'
import type { PackedDates } from '../../../shared/timeline/text-dates.js'
import type { RecordBatch } from '../../../db/operations/imports/import-records.js'
import type { TextReplacement } from '../../../db/operations/acts/replace-text.js'
import type { CaseExcerpt } from '../../../db/read-other-case.js'
import type { DraftPart } from '../../../db/tables/text-drafts.js'
import type { SourceId, TextVersionId } from '../../../shared/domain/ids.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import type { TextReplaced } from '../../../shared/domain/text-replacement.js'
import type { Verification } from '../../../shared/domain/verification.js'
import type { ViewState } from '../../../shared/domain/preferences.js'
import { toAppError } from '../../../shared/ipc/result.js'
import type { Events, ImportOutcome, OpenCase } from '../../../shared/ipc/contract.js'
import type { DbHandlers, ReadHandlers } from '../../workers/db-handlers.js'
import type { Remote } from '../../workers/port-rpc.js'
import type { WorkerClient } from '../../workers/start-worker.js'
import { backupFolder } from '../../workers/backup-folder.js'
import { CaseBackups } from '../backups/backups-of-case.js'
import { beginCase, beginOpening, readState, type BegunCase, type CaseState } from './begun-case.js'
import { CaseChecks } from '../checks/case-checks.js'
import { refuseOpenCase } from './open-cases.js'

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
  /** Takes the note back that the file is open. */
  readonly #release: () => void
  #isLost = false
  /** What was read with the opening, for whoever shows the case first; nothing once it was changed. */
  #asOpened: CaseState | null

  private constructor(
    begun: BegunCase,
    state: CaseState,
    { workers, emit, actor, backups, house, onLost }: SessionOptions,
  ) {
    const { path, db, release } = begun
    this.path = path
    this.#db = db
    this.#release = release
    this.#actor = actor
    this.#asOpened = state
    begun.whenLost(() => {
      this.#isLost = true
      onLost(this)
    })
    this.#backups = new CaseBackups(backupFolder(backups, state.info.id), {
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
      store: (findings) => this.#writing.storeFindings(findings),
      storeSettled: (settled) => this.#writing.storeSettledFindings(settled),
      onStatus: (status) => emit('check.status', status),
      onFindings: (delta) => emit('findings.changed', delta),
    })
  }

  static create(path: string, title: string, options: SessionOptions): Promise<CaseSession> {
    return CaseSession.goOn(
      beginCase(options.workers, path, (remote) => remote.create(path, title)),
      options,
    )
  }

  static open(path: string, options: SessionOptions): Promise<CaseSession> {
    return CaseSession.goOn(beginOpening(options.workers, path, options.backups), options)
  }

  /** The session of a case that is being opened or made. Rejects as that does. */
  static async goOn(begun: BegunCase, options: SessionOptions): Promise<CaseSession> {
    return new CaseSession(begun, await begun.state, options)
  }

  async state(view: ViewState): Promise<OpenCase> {
    const asOpened = this.#asOpened
    this.#asOpened = null
    return { ...(asOpened ?? (await readState(this.#db.remote))), view, name: basename(this.path) }
  }

  /** What only asks the case something. */
  get read(): Remote<ReadHandlers> {
    return this.#db.remote
  }

  /** What changes the case. */
  get #writing(): Remote<DbHandlers> {
    this.#asOpened = null
    return this.#db.remote
  }

  rename(title: string): Promise<Outcome> {
    return this.#acting(this.#writing.setTitle(title, this.#actor()))
  }

  saveDraft(part: DraftPart): Promise<void> {
    return this.#writing.saveDraft(part)
  }

  discardDraft(id: TextVersionId): Promise<void> {
    return this.#writing.discardDraft(id)
  }

  /** The backups of this case; `make` makes one now. */
  get backups(): CaseBackups {
    return this.#backups
  }

  keepOtherCopy(other: OtherCopy): Promise<void> {
    return this.#db.remote.keepOtherCopy(other)
  }

  /** Merges the copy that was kept last, whose log ends with `head`. */
  merge(choices: MergeChoices, head: string): Promise<Outcome> {
    return this.#acting(this.#writing.merge(choices, head, this.#actor()))
  }

  /** Saves a verified part of the case as a case of its own over what is at a path. */
  async writeBundle(path: string, choice: BundleChoice): Promise<BundleReport> {
    refuseOpenCase(path)
    const { temporary, report } = await this.#db.remote.fillBundle(path, choice, this.#actor())
    await this.#backups.keep(temporary, path)
    return report
  }

  /** Saves a whole, verified copy over what is at a path. */
  async saveCopy(path: string): Promise<Verification> {
    refuseOpenCase(path)
    return this.#backups.saveCopy(path, false)
  }

  /** What can be checked in a text of the case. */
  checkablesOf(version: Pick<TextVersion, 'id' | 'sourceId' | 'text'>): Promise<VersionCheckables> {
    return this.#checks.checkables(version)
  }

  async importSources(imports: SourceImport[]): Promise<ImportOutcome> {
    const outcome = await this.#writing.importSources(imports, this.#actor())
    this.#checkAfter(outcome)
    const added = outcome.changes.flatMap((change) =>
      change.kind === 'source' && !change.before ? [change.after!.id] : [],
    )
    return { ...outcome, added }
  }

  importRecords(batch: RecordBatch): Promise<Outcome> {
    return this.#acting(this.#writing.importRecords(batch, this.#actor()))
  }

  copySources(excerpt: CaseExcerpt): Promise<Outcome> {
    return this.#acting(this.#writing.copySources(excerpt, this.#actor()))
  }

  replaceText(replacement: TextReplacement): Promise<TextReplaced> {
    return this.#acting(this.#writing.replaceText(replacement, this.#actor()))
  }

  perform(command: Command): Promise<Outcome> {
    return this.#acting(this.#writing.perform(command, this.#actor()))
  }

  undo(): Promise<Outcome | null> {
    return this.#acting(this.#writing.undo(this.#actor()))
  }

  redo(): Promise<Outcome | null> {
    return this.#acting(this.#writing.redo(this.#actor()))
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
    return this.checkablesOf(await this.read.text(id))
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

  /** Ends a session whose db-worker is gone. */
  async abandon(): Promise<void> {
    try {
      await this.#checks.stop()
      await this.#backups.settled().catch(() => {})
    } finally {
      this.#release()
    }
  }

  /**
   * Ends the session; everything is committed and the case is one file again. Where the file could not be folded together, on a
   * full disk say, it throws, and the case is closed all the same: the next opening does that.
   */
  async close(): Promise<void> {
    try {
      await this.#checks.stop()
      await this.#backups.settled()
      await this.#db.remote.close()
    } finally {
      await this.#db.stop()
      this.#release()
    }
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
