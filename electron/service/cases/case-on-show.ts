import { mkdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { SourceImport } from '../../../shared/domain/case.js'
import { firstSource } from '../../../shared/domain/first-source.js'
import type { OpenCase, RecentCase, SalvagedCase, StartState } from '../../../shared/ipc/contract.js'
import { StetError } from '../../../shared/ipc/result.js'
import { recentId, type AppData } from '../app-data.js'
import { takeAhead } from './begun-case.js'
import { CaseSession, type Emit } from './case-session.js'
import { fileNameFor, freeCasePath } from '../files/free-name.js'
import { passGate } from './open-gate.js'
import type { PageStart } from '../page-start.js'
import type { ProgramLog } from '../program-log.js'
import { RefusedFile } from './refused-file.js'
import { readSample } from './sample.js'
import type { Shell } from '../shell.js'

interface CaseOnShowOptions {
  /** Folder of the built workers. */
  workers: URL
  data: AppData
  shell: Shell
  emit: Emit
  log: ProgramLog | undefined
  page: PageStart
  actor: () => string
  /** Called once another case takes the place of one that was open. */
  onReplaced: () => void
  /** Told of what goes wrong beside what was asked for: closing the case before, opening one again whose db-worker stopped. */
  onFailed: (error: unknown) => void
}

/** What a page that starts shows of the case. */
type Shown = Pick<StartState, 'open' | 'text'>

/** Milliseconds within which a db-worker that stops again is not replaced once more. */
const betweenRecoveries = 30_000

/** The case that one window shows: made, opened, replaced by the next, and opened again when its db-worker stops. */
export class CaseOnShow {
  readonly #workers: URL
  readonly #data: AppData
  readonly #shell: Shell
  readonly #emit: Emit
  readonly #log: ProgramLog | undefined
  readonly #page: PageStart
  readonly #actor: () => string
  readonly #onReplaced: () => void
  readonly #onFailed: (error: unknown) => void
  readonly #refused: RefusedFile
  #session: CaseSession | null = null
  /** Read for the page that is on its way, which asks for it. */
  #untold: { session: CaseSession; shown: Shown } | null = null
  #recoveredAt = -Infinity
  /** Resolves once what is being opened or made has been, or has not. */
  #underWay: Promise<unknown> = Promise.resolve()
  #isEnded = false

  constructor({ workers, data, shell, emit, log, page, actor, onReplaced, onFailed }: CaseOnShowOptions) {
    this.#workers = workers
    this.#data = data
    this.#shell = shell
    this.#emit = emit
    this.#log = log
    this.#page = page
    this.#actor = actor
    this.#onReplaced = onReplaced
    this.#onFailed = onFailed
    this.#refused = new RefusedFile(workers, shell)
  }

  get session(): CaseSession | null {
    return this.#session
  }

  /** Throws 'not-found' while no case is open. */
  opener(): CaseSession {
    if (!this.#session) throw new StetError('not-found', 'No case is open. Open or create one first.')
    return this.#session
  }

  /** What a page that starts shows of the case; nothing while none is open. */
  async state(): Promise<Shown> {
    const session = this.#session
    const untold = this.#untold
    this.#untold = null
    if (!session) return { open: null, text: null }
    return untold?.session === session ? untold.shown : this.#shownOf(session)
  }

  /**
   * Opens a case file and tells the window. Throws as the case file's opening does, and 'cancelled' when another window
   * that has the case was brought to the front instead.
   */
  open(path: string): Promise<OpenCase> {
    return this.#awaited(this.#open(path))
  }

  async #open(path: string): Promise<OpenCase> {
    if (this.#session?.path === path) return this.tell()
    if (this.#shell.showElsewhere?.(path))
      throw new StetError('cancelled', 'The case is open in another window.')
    this.#refused.path = path
    const ahead = takeAhead(path)
    const isKnown = ahead !== undefined || this.#data.recent.some((entry) => entry.path === path)
    const { startProcess } = this.#shell
    if (!isKnown && startProcess) await passGate(this.#workers, path, startProcess)
    const options = this.#sessionOptions()
    const session = await (ahead ? CaseSession.goOn(ahead, options) : CaseSession.open(path, options))
    this.#refused.path = null
    return this.replaceBy(session)
  }

  /** Makes a case at a place and shows it. */
  create(path: string, title: string, imports: SourceImport[] = []): Promise<OpenCase> {
    return this.#awaited(this.#create(path, title, imports))
  }

  async #create(path: string, title: string, imports: SourceImport[]): Promise<OpenCase> {
    await mkdir(dirname(path), { recursive: true })
    const session = await CaseSession.create(path, title, this.#sessionOptions())
    try {
      if (imports.length) await session.importSources(imports)
    } catch (error) {
      await session.close().catch(() => {})
      throw error
    }
    return this.replaceBy(session)
  }

  /** Lets `end` wait for it: a case that is opened for a window that is gone would be held with nobody to see it. */
  #awaited<T>(opening: Promise<T>): Promise<T> {
    this.#underWay = Promise.allSettled([this.#underWay, opening])
    return opening
  }

  /** Nothing is shown any more. Resolves once what is being opened has been, and is closed again. */
  async end(): Promise<void> {
    this.#isEnded = true
    await this.#underWay
  }

  /** The case that was open is closed only once the next one is. Throws 'cancelled' when the window has gone meanwhile. */
  async replaceBy(session: CaseSession): Promise<OpenCase> {
    if (this.#isEnded) {
      await session.close()
      throw new StetError('cancelled', 'The window was closed before the case was open.')
    }
    const before = this.#session
    this.#session = session
    this.#untold = null
    if (before && before.path !== session.path) this.#onReplaced()
    await before?.close().catch(this.#onFailed)
    const state = await this.tell()
    void this.check()
    return state
  }

  /** Checks the case that is open, once the page of the window is drawn: until then the processor is the page's. */
  async check(): Promise<void> {
    await this.#page.drawn
    await this.#session?.check()
  }

  /**
   * Tells the window what is open. At once, so that nothing newer has been told before. For a page that has not asked yet it
   * is kept instead, and the page does not wait until the case is in the list of those opened last.
   */
  async tell(): Promise<OpenCase> {
    const session = this.opener()
    const shown = this.#page.isAwaited ? await this.#shownOf(session) : null
    // A page that asked meanwhile was answered with what there was then.
    if (shown && this.#page.isAwaited) {
      this.#untold = { session, shown }
      void this.#remember(session, shown.open).catch(this.#onFailed)
      return shown.open
    }
    const state = await this.#stateOf(session)
    this.#emit('case.opened', state)
    await this.#remember(session, state)
    return state
  }

  #remember({ path }: CaseSession, { info }: OpenCase): Promise<void> {
    return this.#data.caseOpened(path, info.title, new Date().toISOString())
  }

  async openRecent(id: string): Promise<OpenCase> {
    const path = this.#data.pathOf(id)
    if (!path)
      throw new StetError('not-found', 'This case is not in the list any more. Open it with “Open case”.')
    try {
      return await this.open(path)
    } catch (error) {
      if (error instanceof StetError && error.kind === 'not-found') await this.#data.forget(path)
      throw error
    }
  }

  async openSample(): Promise<OpenCase> {
    const { title, imports } = await readSample(this.#workers, this.#shell.sampleFolder)
    return this.createNamed(title, imports)
  }

  /** Makes a case without asking for a place, and shows it. */
  async createNamed(title: string, imports: SourceImport[] = []): Promise<OpenCase> {
    return this.create(await this.#pathFor(title), title, imports)
  }

  /** Makes a case without asking for a place, to be shown by `replaceBy` once it is filled. */
  async begin(title: string): Promise<CaseSession> {
    return CaseSession.create(await this.#pathFor(title), title, this.#sessionOptions())
  }

  /** Shows a copy, among the person's own cases, of the file that was refused. */
  async openRefusedCopy(): Promise<OpenCase> {
    return this.open(await this.#refused.copy())
  }

  /** Saves what is sound in the file that was refused, and shows it; null when the person says no. */
  async salvageRefused(): Promise<SalvagedCase | null> {
    const saved = await this.#refused.salvage(this.#actor())
    return saved && { report: saved.report, open: await this.open(saved.path) }
  }

  recent(): RecentCase[] {
    return this.#data.recent.map(({ path, title, openedAt }) => ({
      id: recentId(path),
      title,
      fileName: basename(path),
      folder: basename(dirname(path)),
      openedAt,
    }))
  }

  /** Shows no case any more; the one that was open is the caller's to close. */
  letGo(): CaseSession | null {
    const session = this.#session
    this.#session = null
    this.#untold = null
    return session
  }

  /** A text that cannot be read is asked for again by the page, which tells why. */
  async #shownOf(session: CaseSession): Promise<Shown & { open: OpenCase }> {
    const open = await this.#stateOf(session)
    const sources = open.records.sources.map(({ id }) => id)
    const first = firstSource(open.view, sources)
    return { open, text: first && (await session.read.text(first).catch(() => null)) }
  }

  #stateOf(session: CaseSession): Promise<OpenCase> {
    return session.state(this.#data.viewOf(session.path))
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
    const isCurrent = (): boolean => this.#session === lost
    const recovers = isCurrent() && performance.now() - this.#recoveredAt > betweenRecoveries
    this.#log?.write('worker-stopped', { worker: 'db-worker', recovered: recovers })
    await lost.abandon()
    // Another case may have been opened meanwhile.
    if (!isCurrent()) return
    this.#session = null
    if (!recovers) return this.#lose(lost)
    this.#recoveredAt = performance.now()
    try {
      await this.open(lost.path)
      const message =
        'The part of Stet that writes the case stopped and was started again. All that was shown as saved is here; do the last act again if it is missing.'
      this.#emit('error.raised', { message })
    } catch (error) {
      this.#onFailed(error)
    }
  }

  #lose({ path }: CaseSession): void {
    this.#emit('error.raised', {
      message: `The part of Stet that writes “${basename(path)}” keeps stopping. Close the case and open it again; File › Backups has its earlier states.`,
    })
  }

  /** Where a case of this title can be made without asking for a place. */
  async #pathFor(title: string): Promise<string> {
    await mkdir(this.#shell.caseFolder, { recursive: true })
    return freeCasePath(this.#shell.caseFolder, fileNameFor(title))
  }
}
