import { basename, dirname } from 'node:path'
import { mkdir } from 'node:fs/promises'
import type { z } from 'zod'
import type { Outcome, SourceImport } from '../../shared/domain/case.js'
import type { Change } from '../../shared/domain/change.js'
import type { ViewState } from '../../shared/domain/preferences.js'
import {
  calls,
  type CallName,
  type ImportOutcome,
  type OpenCase,
  type RecentCase,
  type SalvagedCase,
  type StartState,
} from '../../shared/ipc/contract.js'
import { StetError, toAppError, type AppError, type Result } from '../../shared/ipc/result.js'
import { recentId, type AppData, type PreferencesChange } from './app-data.js'
import { putBack } from './backups.js'
import { caseHandlers } from './case-handlers.js'
import { CaseSession, type Emit } from './case-session.js'
import { diagnosticsText } from './diagnostics.js'
import { fileNameFor, freePath } from './free-name.js'
import type { Handlers } from './handlers.js'
import { ImportOffers, type ImportChoice } from './import-offers.js'
import { Merging } from './merging.js'
import { originalHandlers, Originals } from './originals.js'
import { passGate } from './open-gate.js'
import { PendingImports } from './pending-imports.js'
import { recordHandlers } from './record-handlers.js'
import { RecordImports } from './record-imports.js'
import { faultOf, type ProgramLog } from './program-log.js'
import { RefusedFile } from './refused-file.js'
import { readSample } from './sample.js'
import { reportHandlers, type LastSaved } from './report-handlers.js'
import { ReportJobs } from './report-jobs.js'
import { saveBundle, saveCopy } from './saving.js'
import { shellHandlers } from './shell-handlers.js'
import type { Shell } from './shell.js'
import { SourceUpdates } from './source-updates.js'
import { textHandlers } from './text-handlers.js'

export interface ServiceOptions {
  /** Folder of the built workers. */
  workers: URL
  data: AppData
  shell: Shell
  emit: Emit
  /** Where the program notes what goes wrong inside it; a command of the command line has none. */
  log?: ProgramLog
}

/** Milliseconds within which a db-worker that stops again is not replaced once more. */
const betweenRecoveries = 30_000

/**
 * All that Stet does for one window, without the window: every call is parsed on arrival and answered with a `Result`.
 * The window, the command line and the tests use the same one.
 */
export class Service {
  readonly #workers: URL
  readonly #data: AppData
  readonly #shell: Shell
  readonly #emit: Emit
  readonly #log: ProgramLog | undefined
  readonly #imports: ImportOffers
  readonly #records: RecordImports
  readonly #updates: SourceUpdates
  readonly #originals: Originals
  readonly #reports: ReportJobs
  readonly #merging: Merging
  readonly #handlers: Handlers
  #session: CaseSession | null = null
  readonly #lastSaved: LastSaved = { path: null }
  readonly #refused: RefusedFile
  #settled: () => void = () => {}
  #starting: Promise<void> = Promise.resolve()
  #raised: AppError[] = []
  #notices: string[] = []
  #recoveredAt = -Infinity

  constructor({ workers, data, shell, emit, log }: ServiceOptions) {
    this.#workers = workers
    this.#data = data
    this.#shell = shell
    this.#emit = emit
    this.#log = log
    const pending = new PendingImports(workers)
    this.#imports = new ImportOffers(pending, emit, () => this.#session)
    this.#records = new RecordImports({
      workers,
      emit,
      shell,
      session: () => this.#session,
      openCase: (path) => this.openCase(path).catch((error: unknown) => this.report(error)),
    })
    this.#reports = new ReportJobs({
      workers,
      shell,
      emit,
      session: () => this.#opener(),
      actor: () => this.#actor(),
    })
    this.#originals = new Originals(shell)
    this.#refused = new RefusedFile(workers, shell)
    this.#updates = new SourceUpdates(pending, () => this.#opener())
    this.#merging = new Merging({ workers, emit, shell, session: () => this.#opener() })
    this.#handlers = this.#makeHandlers()
  }

  /** Answers a call by name. Never rejects: whatever is wrong with it is in the result. */
  async handle(name: string, argument: unknown): Promise<Result<unknown>> {
    try {
      if (!Object.hasOwn(calls, name)) throw new StetError('invalid', `There is no call “${name}”`)
      const parsed = calls[name as CallName].argument.safeParse(argument)
      if (!parsed.success)
        throw new StetError(
          'invalid',
          `“${name}” was asked with a wrong argument: ${firstIssue(parsed.error)}`,
        )
      const handler = this.#handlers[name as CallName] as (argument: unknown) => Promise<unknown>
      return { ok: true, value: await handler(parsed.data) }
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.kind === 'internal') this.#log?.write('call-failed', { call: name, ...faultOf(thrown) })
      return { ok: false, error }
    }
  }

  /** Lets the window's first question wait for this: the case that it is to show is being opened. */
  startAfter(opened: Promise<void>): void {
    this.#starting = opened
  }

  /** Opens the case of the last session, if it was left open and is still there. */
  async restore(): Promise<void> {
    const path = this.#data.lastCase
    if (!path) return
    try {
      await this.openCase(path)
    } catch (error) {
      this.report(error)
    }
  }

  /** Tells the window that a case could not be opened. Told again at `app.start` when the page was not there yet. */
  report(error: unknown): void {
    const refused = toAppError(error)
    this.#raised.push(refused)
    this.#emit('case.refused', refused)
  }

  /** Tells the page that is started next what happened before it was there. */
  notice(message: string): void {
    this.#notices.push(message)
  }

  /** The file of the open case. */
  get casePath(): string | null {
    return this.#session?.path ?? null
  }

  /**
   * Opens a case file and tells the window. Throws as the case file's opening does, and 'cancelled' when another window
   * that has the case was brought to the front instead.
   */
  async openCase(path: string): Promise<OpenCase> {
    if (this.#session?.path === path) return this.#opened()
    if (this.#shell.showElsewhere?.(path))
      throw new StetError('cancelled', 'The case is open in another window.')
    this.#refused.path = path
    const isKnown = this.#data.recent.some((entry) => entry.path === path)
    const { startProcess } = this.#shell
    if (!isKnown && startProcess) await passGate(this.#workers, path, startProcess)
    const session = await CaseSession.open(path, this.#sessionOptions())
    this.#refused.path = null
    return this.#replaceSession(session)
  }

  /**
   * Reads files and offers them to the window: texts, and claims, citations or other cases to import from. A case file is
   * opened where none is.
   */
  async offerFiles(paths: readonly string[]): Promise<void> {
    const texts = await this.#records.offer(paths)
    if (texts.length) this.#emit('import.offered', await this.#imports.paths(texts))
  }

  /** Follows preferences that were changed in another window: tells this one, and checks by the new house rules. */
  preferencesChanged({ before, now, by }: PreferencesChange): void {
    if (by === this) return
    this.#emit('preferences.changed', now)
    if (JSON.stringify(before.house) !== JSON.stringify(now.house)) void this.#session?.check()
  }

  /** Asks the window to hand over what is being written; waits for its answer, at most `patience` milliseconds. */
  async settleWindow(patience: number): Promise<void> {
    const settled = new Promise<void>((resolve) => {
      this.#settled = resolve
      setTimeout(resolve, patience).unref()
    })
    this.#emit('app.closing', null)
    await settled
  }

  /** Ends the open case, if any. Resolves when all is on the disk. */
  async close(): Promise<void> {
    const session = this.#session
    this.#session = null
    await this.#reports.close()
    await session?.close()
    await this.#originals.clear()
    await this.#data.settled()
  }

  #makeHandlers(): Handlers {
    return {
      ...shellHandlers(this.#shell),
      ...caseHandlers(() => this.#opener()),
      ...originalHandlers({
        originals: this.#originals,
        opened: () => this.#opener(),
        onSaved: (path) => void (this.#lastSaved.path = path),
      }),
      ...textHandlers({
        imports: this.#imports,
        updates: this.#updates,
        shell: this.#shell,
        withoutRecords: (paths) => this.#records.offer(paths),
        commit: (choices) => this.#commitImports(choices),
      }),
      ...recordHandlers({
        records: this.#records,
        choose: async () => this.offerFiles(await this.#shell.chooseTexts('records')),
        openCase: (path) => this.openCase(path),
        openReport: (id) => this.#openReport(id),
        readText: (path) => this.#imports.paths([path]),
        acting: (act) => this.#acting(act),
      }),
      'app.start': () => this.#started(),
      'diagnostics.copy': async () => this.#shell.writeClipboard(await this.#diagnostics()),
      'preferences.set': async (preferences) => {
        const { house } = this.#data.preferences
        await this.#data.setPreferences(preferences, this)
        if (JSON.stringify(house) !== JSON.stringify(preferences.house)) void this.#session?.check()
        return preferences
      },
      'app.settled': async () => this.#settled(),
      'view.save': async (view) => {
        if (this.#session) await this.#data.setView(this.#session.path, view as ViewState)
      },
      'case.create': async () => {
        const path = await this.#shell.chooseNewCase('Untitled case.stet')
        return path ? this.#createCase(path, basename(path).replace(/\.stet$/i, '')) : null
      },
      'case.open': async () => {
        const path = await this.#shell.chooseCase()
        return path ? this.openCase(path) : null
      },
      'case.open-recent': ({ id }) => this.#openRecent(id),
      'case.open-sample': () => this.#openSample(),
      'case.close': async () => {
        await this.close()
        await this.#data.caseClosed()
        return this.#recent()
      },
      'case.rename': ({ title }) => this.#rename(title),
      'case.perform': (command) => this.#acting(this.#opener().perform(command)),
      'case.undo': () => this.#acting(this.#opener().undo()),
      'case.redo': () => this.#acting(this.#opener().redo()),
      'case.save-copy': async () => saveCopy(this.#opener(), this.#shell),
      'case.salvage': () => this.#salvage(),
      'case.open-copy': async () => this.openCase(await this.#refused.copy()),
      'merge.choose': () => this.#merging.choose(),
      'merge.commit': ({ head, ...choices }) => this.#acting(this.#merging.commit(choices, head)),
      'merge.cancel': async () => this.#merging.cancel(),
      'bundle.save': (choice) => saveBundle(this.#opener(), this.#shell, choice),
      'backup.restore': ({ id }) => this.#restoreBackup(id),

      ...reportHandlers({
        reports: this.#reports,
        shell: this.#shell,
        session: () => this.#session,
        lastSaved: this.#lastSaved,
      }),
    }
  }

  /** What the window begins with, once what it is to show is open. */
  async #started(): Promise<StartState> {
    await this.#starting
    return {
      open: this.#session ? await this.#session.state(this.#data.viewOf(this.#session.path)) : null,
      recent: this.#recent(),
      preferences: this.#data.preferences,
      accountName: this.#shell.accountName,
      version: this.#shell.version,
      refused: this.#raised.splice(0),
      notices: this.#notices.splice(0),
    }
  }

  /** A source that goes or comes back takes its claims with it, which the outcome does not list: all is told anew. */
  async #acting<O extends Outcome | null>(act: Promise<O>): Promise<O> {
    const outcome = await act
    if (outcome?.changes.some(movesSource)) await this.#opened()
    return outcome
  }

  #opener(): CaseSession {
    if (!this.#session) throw new StetError('not-found', 'No case is open. Open or create one first.')
    return this.#session
  }

  #sessionOptions() {
    return {
      workers: this.#workers,
      emit: this.#emit,
      actor: () => this.#actor(),
      house: () => this.#data.preferences.house,
      backups: this.#data.backups,
      onLost: (session: CaseSession) => void this.#recover(session),
    }
  }

  /** Opens a case again whose db-worker stopped. What it had answered was committed; what was under way is told as failed. */
  async #recover(lost: CaseSession): Promise<void> {
    const isCurrent = this.#session === lost
    const recovers = isCurrent && performance.now() - this.#recoveredAt > betweenRecoveries
    this.#log?.write('worker-stopped', { worker: 'db-worker', recovered: recovers })
    await lost.abandon()
    if (!isCurrent) return
    this.#session = null
    if (!recovers) return this.#lose(lost)
    this.#recoveredAt = performance.now()
    try {
      await this.openCase(lost.path)
      const message =
        'The part of Stet that writes the case stopped and was started again. All that was shown as saved is here; do the last act again if it is missing.'
      this.#emit('error.raised', { message })
    } catch (error) {
      this.report(error)
    }
  }

  #lose({ path }: CaseSession): void {
    this.#emit('error.raised', {
      message: `The part of Stet that writes “${basename(path)}” keeps stopping. Close the case and open it again; File › Backups has its earlier states.`,
    })
  }

  async #diagnostics(): Promise<string> {
    const { version } = this.#shell
    const openCase = this.#session ? await this.#session.sizes() : null
    return diagnosticsText({ version, openCase, log: this.#log?.recent(200) ?? [] })
  }

  async #createCase(path: string, title: string, imports: SourceImport[] = []): Promise<OpenCase> {
    await mkdir(dirname(path), { recursive: true })
    const session = await CaseSession.create(path, title, this.#sessionOptions())
    if (imports.length) await session.importSources(imports)
    return this.#replaceSession(session)
  }

  /** The case that was open is closed only once the next one is. */
  async #replaceSession(session: CaseSession): Promise<OpenCase> {
    const before = this.#session
    this.#session = session
    this.#imports.discard()
    this.#records.discard()
    await before?.close()
    const state = await this.#opened()
    void session.check()
    return state
  }

  /** Tells the window what is open. At once, so that nothing newer has been told before. */
  async #opened(): Promise<OpenCase> {
    const session = this.#opener()
    const state = await session.state(this.#data.viewOf(session.path))
    this.#emit('case.opened', state)
    await this.#data.caseOpened(session.path, state.info.title, new Date().toISOString())
    return state
  }

  async #openRecent(id: string): Promise<OpenCase> {
    const path = this.#data.pathOf(id)
    if (!path)
      throw new StetError('not-found', 'This case is not in the list any more. Open it with “Open case”.')
    try {
      return await this.openCase(path)
    } catch (error) {
      if (error instanceof StetError && error.kind === 'not-found') await this.#data.forget(path)
      throw error
    }
  }

  async #openSample(): Promise<OpenCase> {
    const { title, imports } = await readSample(this.#shell.sampleFolder)
    return this.#createCase(await this.#pathFor(title), title, imports)
  }

  async #openReport(id: string): Promise<string> {
    const { session, message } = await this.#records.reportAsCase(id, async (title) =>
      CaseSession.create(await this.#pathFor(title), title, this.#sessionOptions()),
    )
    await this.#replaceSession(session)
    return message
  }

  async #rename(title: string) {
    const session = this.#opener()
    const info = await session.rename(title)
    await this.#data.caseOpened(session.path, info.title, new Date().toISOString())
    return info
  }

  #recent(): RecentCase[] {
    return this.#data.recent.map(({ path, title, openedAt }) => ({
      id: recentId(path),
      title,
      folder: basename(dirname(path)),
      openedAt,
    }))
  }

  async #commitImports(choices: ImportChoice[]): Promise<ImportOutcome> {
    const imports = await this.#imports.chosen(choices)
    // A text that is opened with no case open gets a case of its own, so that nothing about it can be lost.
    const { title } = imports[0].record
    if (!this.#session) await this.#createCase(await this.#pathFor(title), title.slice(0, 200))
    const outcome = await this.#opener().importSources(imports)
    this.#imports.discard()
    return outcome
  }

  /** Where a case of this title can be made without asking for a place. */
  async #pathFor(title: string): Promise<string> {
    await mkdir(this.#shell.caseFolder, { recursive: true })
    return freePath(this.#shell.caseFolder, fileNameFor(title), 'stet')
  }

  async #salvage(): Promise<SalvagedCase | null> {
    const saved = await this.#refused.salvage(this.#actor())
    return saved && { report: saved.report, open: await this.openCase(saved.path) }
  }

  /** The case as it is now is kept as a backup first. */
  async #restoreBackup(id: string): Promise<OpenCase> {
    const session = this.#opener()
    const backup = await session.backups.pathOf(id)
    await session.backups.make(id)
    await this.close()
    const failure = await putBack(backup, session.path).catch((error: unknown) => ({ error }))
    const open = await this.openCase(session.path)
    if (failure) throw failure.error
    return open
  }

  #actor(): string {
    return this.#data.preferences.author || this.#shell.accountName
  }
}

function movesSource(change: Change): boolean {
  return change.kind === 'source' && change.before?.removedAt !== change.after?.removedAt
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || 'argument'}: ${issue.message}` : 'not what was expected'
}
