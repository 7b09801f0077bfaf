import { dialog, type BrowserWindow } from 'electron'
import { setImmediate } from 'node:timers/promises'
import type { ProgramLog } from '../service/program-log.js'
import type { Service } from '../service/service.js'
import { loadPage } from './window.js'

/** A page that stops this often within this many milliseconds is not started again without asking. */
const mostStops = 3
const within = 60_000

/**
 * Starts the page of a window again when its process stopped or hangs. What the window showed as saved is in the case
 * file, and a correction under way is in its draft, so the new page shows both again.
 */
export function recoverPage(window: BrowserWindow, service: Service, log: ProgramLog): void {
  const stops: number[] = []
  let isAsking = false

  const again = async (): Promise<void> => {
    service.pageStopped(
      'This window stopped working and was started again. All that it showed as saved is here; what was typed in the last half second may be missing.',
    )
    // Chromium is still taking the old process down: a page that is asked for at once never comes.
    await setImmediate()
    if (!window.isDestroyed()) await loadPage(window).catch(() => {})
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    stops.push(now)
    const recent = stops.filter((time) => now - time < within).length
    log.write('page-stopped', { reason, exitCode, times: recent })
    void (recent < mostStops
      ? again()
      : askAgain(window).then((wanted) => (wanted ? again() : window.close())))
  })

  // It may have stopped before anybody listened.
  if (window.webContents.isCrashed()) void again()

  window.on('unresponsive', () => {
    if (isAsking) return
    isAsking = true
    void askWhetherToWait(window).then((waits) => {
      isAsking = false
      log.write('page-hung', { answer: waits ? 'waited' : 'restarted' })
      if (!waits && !window.isDestroyed()) window.webContents.forcefullyCrashRenderer()
    })
  })
}

async function askAgain(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'This window keeps stopping.',
    detail:
      'The case file is not harmed: all that was shown as saved is in it. Start the window again, or close it and open the case later. Help › Copy diagnostics tells what a report of the fault needs.',
    buttons: ['Close the window', 'Start it again'],
    defaultId: 1,
    cancelId: 0,
  })
  return response === 1
}

async function askWhetherToWait(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'This window does not answer.',
    detail: 'Wait for it, or start it again. All that it showed as saved is in the case file.',
    buttons: ['Wait', 'Start it again'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 0
}
