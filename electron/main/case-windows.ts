import type { BrowserWindow } from 'electron'
import type { AppData } from '../service/app-data.js'
import type { ProgramLog } from '../service/program-log.js'
import type { Service } from '../service/service.js'
import { openCaseWindow, showCaseWindow, type CaseWindow, type FirstShown } from './case-window.js'

/** The windows of the program, each with a case of its own or none yet. */
export class CaseWindows {
  readonly #data: AppData
  readonly #log: ProgramLog
  readonly #windows = new Map<number, CaseWindow>()
  /** The program is ending: all windows close, and the next start shows their cases again. */
  #isEnding = false

  constructor(data: AppData, log: ProgramLog) {
    this.#data = data
    this.#log = log
  }

  /** Opens a further window. Resolves once it shows what it is to show. */
  async open(first: FirstShown): Promise<void> {
    const opened: CaseWindow = openCaseWindow(this.#data, this.#log, {
      count: this.#windows.size,
      openWindow: () => void this.open({}),
      showElsewhere: (path) => this.#show(path, opened),
      onClosing: () => this.#closing(opened),
      onClosed: () => this.#windows.delete(id),
    })
    const { id } = opened.window.webContents
    this.#windows.set(id, opened)
    await showCaseWindow(opened, first)
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

  /** Keeps which cases are open, for the next start; what closes from then on is shown again. */
  async end(): Promise<void> {
    // Once the last window is gone its case is kept already.
    if (this.#isEnding || this.#windows.size === 0) return
    this.#isEnding = true
    await this.#keepOpenCases()
  }

  #show(path: string, asking: CaseWindow | null): boolean {
    const other = [...this.#windows.values()].find(
      (opened) => opened !== asking && opened.service.casePath === path,
    )
    if (other) this.focus(other.window)
    return other !== undefined
  }

  /** The last window's case is shown again on the next start; that of another window was put away. */
  #closing(closing: CaseWindow): void {
    if (this.#isEnding || this.#windows.size < 2) return
    void this.#keepOpenCases(closing)
  }

  async #keepOpenCases(except: CaseWindow | null = null): Promise<void> {
    const open = [...this.#windows.values()].flatMap((opened) =>
      opened !== except && opened.service.casePath ? [opened.service.casePath] : [],
    )
    await this.#data.setOpenCases(open).catch(() => {})
  }
}
