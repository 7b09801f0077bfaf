import { app } from 'electron'
import { join } from 'node:path'
import { AppData } from '../service/app-data.js'
import { endAhead } from '../service/cases/begun-case.js'
import { ProgramLog } from '../service/program-log.js'
import type { Service } from '../service/service.js'
import { mostAtOnce } from './arguments.js'
import { CaseWindows } from './case-windows.js'
import { followPreferences } from './follow-preferences.js'
import { sendEvent } from './ipc.js'
import { logFaults } from './log-faults.js'
import type { StartedWindow } from './window.js'

/** Files to show, by absolute paths. */
export interface NamedFiles {
  cases: readonly string[]
  texts: readonly string[]
  /** How many more were named than are opened at once. */
  left: number
}

/** The program behind its windows. */
export interface Program {
  serviceOf: (contentsId: number) => Service | undefined
  /** Shows files that a second start, a double click or the dock hands over, and the window they are in. */
  showFiles: (files: NamedFiles) => Promise<void>
}

/**
 * Loads what the program remembers and gives the first window, which is on its way, what it is to show: the files that were
 * named, else what was left at the end of the last session. Resolves before that is shown.
 */
export async function startProgram(started: StartedWindow, files: NamedFiles): Promise<Program> {
  const log = new ProgramLog(join(app.getPath('userData'), 'logs'))
  logFaults(log)
  const data = await AppData.load(app.getPath('userData'))
  const windows = new CaseWindows(data, log)
  followPreferences(data, (name) => sendToCurrent(windows, name))
  app.on('before-quit', () => windows.end())
  // A person may have closed the window by now: then the program ends.
  let shown = started.window.isDestroyed() ? Promise.resolve() : showFirst(windows, data, started, files)
  void shown.finally(endAhead)
  const next = (more: NamedFiles) => (): Promise<void> => showFiles(windows, more)
  return {
    serviceOf: (contentsId) => windows.serviceOf(contentsId),
    // One after the other: a window that is about to show a case is not free for the next one.
    showFiles: (more) => (shown = shown.then(next(more), next(more))),
  }
}

async function showFirst(
  windows: CaseWindows,
  data: AppData,
  started: StartedWindow,
  { cases, texts, left }: NamedFiles,
): Promise<void> {
  const asks = cases.length > 0 || texts.length > 0
  if (!asks && data.openWindows.length > 0) return windows.restore(data.openWindows, started)
  const [path, ...more] = cases
  await windows.open({ path, texts: [...texts], restores: true }, started)
  for (const other of more) await windows.openFile(other)
  tellLeft(windows, left)
}

async function showFiles(windows: CaseWindows, { cases, texts, left }: NamedFiles): Promise<void> {
  const { current } = windows
  if (!current) return
  windows.focus(current.window)
  for (const path of cases) await windows.openFile(path)
  if (texts.length) await windows.current?.service.offerFiles(texts)
  tellLeft(windows, left)
}

function tellLeft({ current }: CaseWindows, left: number): void {
  if (!current || left === 0) return
  const message = `${left} of the files that were named are left: at most ${mostAtOnce.cases} cases and ${mostAtOnce.texts} texts are opened at once. Open the others from the window.`
  sendEvent(current.window.webContents, 'error.raised', { message })
}

function sendToCurrent({ current }: CaseWindows, name: string): void {
  if (current) sendEvent(current.window.webContents, 'menu.command', { name })
}
