import { basename } from 'node:path'
import type { z } from 'zod'
import type { Outcome } from '../../shared/domain/case.js'
import type { Change } from '../../shared/domain/change.js'
import { plainLine } from '../../shared/domain/plain-line.js'
import type { ViewState } from '../../shared/domain/preferences.js'
import {
  calls,
  droppedFilesSchema,
  type CallName,
  type ImportOutcome,
  type OpenCase,
  type StartState,
} from '../../shared/ipc/contract.js'
import { StetError, toAppError, type Result } from '../../shared/ipc/result.js'
import type { AppData, PreferencesChange } from './app-data.js'
import { caseHandlers } from './handlers/case-handlers.js'
import { CaseOnShow } from './cases/case-on-show.js'
import type { CaseSession, Emit } from './cases/case-session.js'
import { diagnosticsText } from './diagnostics.js'
import type { Handlers } from './handlers/handlers.js'
import { ImportOffers, type ImportChoice } from './imports/import-offers.js'
import { Merging } from './cases/merging.js'
import { originalHandlers, Originals } from './imports/originals.js'
import { PageStart } from './page-start.js'
import { PendingImports } from './imports/pending-imports.js'
import { recordHandlers } from './handlers/record-handlers.js'
import { RecordImports } from './imports/record-imports.js'
import { faultOf, type ProgramLog } from './program-log.js'
import { reportHandlers, type LastSaved } from './handlers/report-handlers.js'
import { ReportJobs } from './reports/report-jobs.js'
import { saveBundle, saveCopy } from './saving.js'
import { shellHandlers } from './handlers/shell-handlers.js'
import type { Shell } from './shell.js'
import { SourceUpdates } from './imports/source-updates.js'
import { textHandlers } from './handlers/text-handlers.js'

export interface ServiceOptions {
  /** Folder of the built workers. */
  workers: URL
  data: AppData
  shell: Shell
  emit: Emit
  /** Where the program notes what goes wrong inside it; a command of the command line has none. */
  log?: ProgramLog
}

/**
 * All that Stet does for one window, without the window: every call is parsed on arrival and answered with a `Result`.
 * The window, the command line and the tests use the same one.
 */
export class Service {
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
  readonly #shown: CaseOnShow
  readonly #lastSaved: LastSaved = { path: null }
  #settled: () => void = () => {}
  readonly #page = new PageStart()

  constructor({ workers, data, shell, emit, log }: ServiceOptions) {
    this.#data = data
    this.#shell = shell
    this.#emit = emit
    this.#log = log
    this.#shown = new CaseOnShow({
      workers,
      data,
      shell,
      emit,
      log,
      page: this.#page,
      actor: () => this.#actor(),
      onReplaced: () => this.#discardOffers(),
      onFailed: (error) => this.report(error),
    })
    const pending = new PendingImports(workers)
    this.#imports = new ImportOffers(pending, emit, () => this.#shown.session)
    this.#records = new RecordImports({
      workers,
      emit,
      shell,
      session: () => this.#shown.session,
      openCase: (path) => this.openCase(path).catch((error: unknown) => this.report(error)),
    })
    this.#reports = new ReportJobs({
      workers,
      shell,
      emit,
      session: () => this.#shown.opener(),
      actor: () => this.#actor(),
    })
    this.#originals = new Originals(shell)
    this.#updates = new SourceUpdates(pending, () => this.#shown.opener())
    this.#merging = new Merging({ workers, emit, shell, session: () => this.#shown.opener() })
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

  /** Reads files that a person dropped on the window; their paths are parsed as a call's argument is. */
  async offerDropped(paths: unknown): Promise<Result<unknown>> {
    try {
      await this.offerFiles(droppedFilesSchema.parse(paths))
      return { ok: true, value: undefined }
    } catch (thrown) {
      return { ok: false, error: toAppError(thrown) }
    }
  }

  /**
   * Announces the window's page, which shows first what `opening` opens: that is kept for the page to ask for, and the
   * checks begin once the page has drawn it. Resolves as `opening` does.
   */
  announcePage(opening: () => Promise<void>): Promise<void> {
    return this.#page.announce(opening)
  }

  /** Whether the page that was announced has asked nothing yet. */
  get hasSilentPage(): boolean {
    return this.#page.isSilent
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
    this.#page.addRefusal(refused)
    this.#emit('case.refused', refused)
  }

  /** What was offered to a page that stopped is gone with it; the one that is started next is told what happened. */
  pageStopped(message: string): void {
    this.#discardOffers()
    this.#page.addNotice(message)
  }

  /** The file of the open case. */
  get casePath(): string | null {
    return this.#shown.session?.path ?? null
  }

  /**
   * Opens a case file and tells the window. Throws as the case file's opening does, and 'cancelled' when another window
   * that has the case was brought to the front instead.
   */
  openCase(path: string): Promise<OpenCase> {
    return this.#shown.open(path)
  }

  /**
   * Reads files and offers them to the window: texts, and claims, citations or other cases to import from. A case file is
   * opened where none is.
   */
  async offerFiles(paths: readonly string[]): Promise<void> {
    const texts = await this.#records.offer(paths)
    if (texts.length) this.#emit('import.offered', await this.#imports.paths(texts))
  }

  /** Offers files in which a person expects records. Throws 'invalid' when one holds none, once the others are offered. */
  async #offerRecords(paths: readonly string[]): Promise<void> {
    const [text, ...others] = await this.#records.offer(paths)
    if (text === undefined) return
    const name = `“${plainLine(basename(text))}”`
    const [which, them] = others.length
      ? [`${name} and ${others.length} more hold`, 'them as texts']
      : [`${name} holds`, 'it as a text']
    throw new StetError(
      'invalid',
      `${which} no claims, citations or case that Stet can read. To add ${them}, use “Open texts”.`,
    )
  }

  /** Follows preferences that were changed in another window: tells this one, and checks by the new house rules. */
  preferencesChanged({ before, now, by }: PreferencesChange): void {
    if (by === this) return
    this.#emit('preferences.changed', now)
    if (JSON.stringify(before.house) !== JSON.stringify(now.house)) void this.#shown.check()
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

  /** Ends all for a window that goes, with what is being opened for it. Resolves when all is on the disk. */
  async end(): Promise<void> {
    await this.#shown.end()
    await this.close()
  }

  /** Ends the open case, if any. Resolves when all is on the disk. */
  async close(): Promise<void> {
    const session = this.#shown.letGo()
    try {
      await this.#reports.close()
      await session?.close()
    } finally {
      await this.#originals.clear()
      await this.#data.settled()
    }
  }

  #makeHandlers(): Handlers {
    return {
      ...shellHandlers(this.#shell),
      ...caseHandlers(() => this.#shown.opener()),
      'source.dates': ({ id }) => this.#onceDrawn((session) => session.dateReadings(id)),
      'source.checkables': ({ id }) => this.#onceDrawn((session) => session.checkables(id)),
      ...originalHandlers({
        originals: this.#originals,
        opened: () => this.#shown.opener(),
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
        choose: async () => this.#offerRecords(await this.#shell.chooseTexts('records')),
        openCase: (path) => this.openCase(path),
        openReport: (id) => this.#openReport(id),
        readText: (path) => this.#imports.paths([path]),
        acting: (act) => this.#acting(act),
      }),
      'app.start': () => this.#started(),
      'app.drawn': async () => this.#page.wasDrawn(),
      'diagnostics.copy': async () => this.#shell.writeClipboard(await this.#diagnostics()),
      'preferences.set': async (preferences) => {
        const { house } = this.#data.preferences
        await this.#data.setPreferences(preferences, this)
        if (JSON.stringify(house) !== JSON.stringify(preferences.house)) void this.#shown.check()
        return preferences
      },
      'app.settled': async () => this.#settled(),
      'view.save': async (view) => {
        if (this.#shown.session) await this.#data.setView(this.#shown.session.path, view as ViewState)
      },
      'case.create': async () => {
        const path = await this.#shell.chooseNewCase('Untitled case.stet')
        return path ? this.#shown.create(path, basename(path).replace(/\.stet$/i, '')) : null
      },
      'case.open': async () => {
        const path = await this.#shell.chooseCase()
        return path ? this.openCase(path) : null
      },
      'case.open-recent': ({ id }) => this.#shown.openRecent(id),
      'case.open-sample': () => this.#shown.openSample(),
      'case.close': async () => {
        await this.close()
        await this.#data.caseClosed()
        return this.#shown.recent()
      },
      'case.rename': ({ title }) => this.#acting(this.#shown.opener().rename(title)),
      'case.perform': (command) => this.#acting(this.#shown.opener().perform(command)),
      'case.undo': () => this.#acting(this.#shown.opener().undo()),
      'case.redo': () => this.#acting(this.#shown.opener().redo()),
      'case.save-copy': async () => saveCopy(this.#shown.opener(), this.#shell),
      'case.salvage': () => this.#shown.salvageRefused(),
      'case.open-copy': () => this.#shown.openRefusedCopy(),
      'merge.choose': () => this.#merging.choose(),
      'merge.commit': ({ head, ...choices }) => this.#acting(this.#merging.commit(choices, head)),
      'merge.cancel': async () => this.#merging.cancel(),
      'bundle.save': (choice) => saveBundle(this.#shown.opener(), this.#shell, choice),
      'backup.restore': ({ id }) => this.#restoreBackup(id),

      ...reportHandlers({
        reports: this.#reports,
        shell: this.#shell,
        session: () => this.#shown.session,
        lastSaved: this.#lastSaved,
      }),
    }
  }

  /** Has a text read by a worker that takes its time: until the page is drawn the processor is the page's. */
  async #onceDrawn<T>(read: (session: CaseSession) => Promise<T>): Promise<T> {
    await this.#page.drawn
    return read(this.#shown.opener())
  }

  /** What the window begins with, once what it is to show is open. */
  async #started(): Promise<StartState> {
    const news = await this.#page.take()
    return {
      ...(await this.#shown.state()),
      recent: this.#shown.recent(),
      preferences: this.#data.preferences,
      accountName: this.#shell.accountName,
      version: this.#shell.version,
      releasesPage: this.#shell.releasesPage,
      ...news,
    }
  }

  /** A source that goes or comes back takes its claims with it, which the outcome does not list: all is told anew. */
  async #acting<O extends Outcome | null>(act: Promise<O>): Promise<O> {
    const outcome = await act
    if (outcome?.title !== undefined)
      await this.#data.caseOpened(this.#shown.opener().path, outcome.title, new Date().toISOString())
    if (outcome?.changes.some(movesSource)) await this.#shown.tell()
    return outcome
  }

  async #diagnostics(): Promise<string> {
    const { version } = this.#shell
    const openCase = this.#shown.session ? await this.#shown.session.sizes() : null
    return diagnosticsText({ version, openCase, log: this.#log?.recent(200) ?? [] })
  }

  async #openReport(id: string): Promise<string> {
    const { session, message } = await this.#records.reportAsCase(id, (title) => this.#shown.begin(title))
    await this.#shown.replaceBy(session)
    return message
  }

  async #commitImports(choices: ImportChoice[]): Promise<ImportOutcome> {
    const decidedOn = this.#imports.waiting
    const imports = await this.#imports.chosen(choices)
    // A text that is opened with no case open gets a case of its own, so that nothing about it can be lost.
    const { title } = imports[0].record
    if (!this.#shown.session) await this.#shown.createNamed(title.slice(0, 200))
    const outcome = await this.#shown.opener().importSources(imports)
    this.#imports.discard(decidedOn)
    return outcome
  }

  /** The case as it is now is kept as a backup first. */
  async #restoreBackup(id: string): Promise<OpenCase> {
    const session = this.#shown.opener()
    await session.backups.pathOf(id)
    const failure = await this.close()
      .then(() => session.backups.restore(id, session.path))
      .catch((error: unknown) => ({ error }))
    const open = await this.openCase(session.path)
    if (failure) throw failure.error
    return open
  }

  /** What was offered was for the case before, or the page. */
  #discardOffers(): void {
    this.#imports.discard()
    this.#records.discard()
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
