import type { BrowserWindow } from 'electron'
import type { AppData, OpenWindow, WindowBounds } from '../service/app-data.js'
import type { ProgramLog } from '../service/program-log.js'
import type { Service } from '../service/service.js'
import { openCaseWindow, showCaseWindow, type CaseWindow, type FirstShown } from './case-window.js'
import { boundsOf, startWindow, type StartedWindow } from './window.js'

/** The windows of the program, each with a case of its own or none yet. */
export class CaseWindows {
  readonly #data: AppData
  readonly #log: ProgramLog
  readonly #windows = new Map<number, CaseWindow>()
  /** What a window is about to show; until then it has no case. */
  readonly #wanted = new Map<CaseWindow, string>()
  readonly #closing = new Set<CaseWindow>()
  /** The program is ending: all windows close, and the next start shows their cases again. */
  #isEnding = false

  constructor(data: AppData, log: ProgramLog) {
    this.#data = data
    this.#log = log
    data.onCases(() => this.#keep())
  }

  /**
   * Opens the windows of the last session, each with its case and where it was. One whose case cannot be opened says so; the
   * others come all the same. `started` is the first of them.
   */
  async restore(session: readonly OpenWindow[], started: StartedWindow): Promise<void> {
    await Promise.allSettled(
      session.map(({ path, bounds }, index) => {
        const first = { path: path ?? undefined }
        return this.open(first, index === 0 ? started : this.#start(first, bounds))
      }),
    )
  }

  /** Opens a further window, or goes on with one that was started. Resolves once it shows what it is to show. */
  async open(first: FirstShown, started = this.#start(first)): Promise<void> {
    const opened: CaseWindow = openCaseWindow(started, this.#data, this.#log, {
      openWindow: () => void this.open({}),
      showElsewhere: (path) => this.#show(path, opened),
      onMoved: () => this.#keep(),
      onClosing: () => this.#letGo(opened),
      onClosed: () => this.#windows.delete(id),
    })
    const { id } = opened.window.webContents
    this.#windows.set(id, opened)
    if (first.path) this.#wanted.set(opened, first.path)
    await showCaseWindow(opened, first)
  }

  /** A window where one of the last session was, else beside the one that was moved last. */
  #start({ path }: FirstShown, bounds: WindowBounds | null = null): StartedWindow {
    const where = bounds ? { last: bounds, place: 0 } : { last: this.#data.bounds, place: this.#windows.size }
    return startWindow({ ...where, scale: this.#data.preferences.scale, showsCase: path !== undefined })
  }

  serviceOf(contentsId: number): Service | undefined {
    return this.#windows.get(contentsId)?.service
  }

  /** The window that a person is in, or was in last. */
  get current(): CaseWindow | undefined {
    const all = [...this.#windows.values()]
    return all.find(({ window }) => window.isFocused()) ?? all.at(-1)
  }

  /** Brings a window to the front. */
  focus(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore()
    window.focus()
  }

  /** Shows a case that was asked for from elsewhere: where it is open, in a window without a case, or in a new one. */
  async openFile(path: string): Promise<void> {
    if (this.#show(path, null)) return
    const free = [...this.#windows.values()].find(({ service }) => service.casePath === null)
    if (!free) return this.open({ path })
    this.focus(free.window)
    await free.service.openCase(path).catch((error: unknown) => free.service.report(error))
  }

  /** From here on windows only close because the program ends: the next start shows them again. */
  end(): void {
    this.#keep()
    this.#isEnding = true
  }

  #show(path: string, asking: CaseWindow | null): boolean {
    const other = [...this.#windows.values()].find(
      (opened) => opened !== asking && opened.service.casePath === path,
    )
    if (other) this.focus(other.window)
    return other !== undefined
  }

  /** The last window's case is shown again on the next start; that of another window was put away. */
  #letGo(closing: CaseWindow): void {
    this.#closing.add(closing)
    this.#keep()
  }

  /**
   * Keeps which cases are open and where their windows are, for the next start. Done with every change, because nothing tells
   * of a kill or a failing power supply.
   */
  #keep(): void {
    const staying = [...this.#windows.values()].filter((opened) => !this.#closing.has(opened))
    if (this.#isEnding || staying.length === 0) return
    const windows = staying.flatMap((opened) => {
      const path = this.#pathOf(opened)
      return path === null ? [] : [{ path, bounds: boundsOf(opened.window) }]
    })
    void this.#data.setOpenWindows(windows).catch(() => {})
  }

  #pathOf(opened: CaseWindow): string | null {
    const path = opened.service.casePath
    if (path !== null) this.#wanted.delete(opened)
    return path ?? this.#wanted.get(opened) ?? null
  }
}
