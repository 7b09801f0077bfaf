import type { BrowserWindow } from 'electron'
import type { AppData } from '../service/app-data.js'
import type { ProgramLog } from '../service/program-log.js'
import { Service } from '../service/service.js'
import type { Shell } from '../service/shell.js'
import { recoverPage } from './crash-recovery.js'
import { desktopShell } from './dialogs.js'
import { sendEvent } from './ipc.js'
import { watchSilentPage } from './silent-page.js'
import { reportBounds, type StartedWindow } from './window.js'

/** How long, in milliseconds, a window may take to hand over what is being written. */
const handOverPatience = 2000

/** A window with the service that answers it. */
export interface CaseWindow extends StartedWindow {
  service: Service
}

/** What a window knows of the others. */
export interface OtherWindows extends Pick<Shell, 'openWindow' | 'showElsewhere'> {
  /** Called when the window was moved or resized. */
  onMoved: () => void
  /** Called before a window lets go of its case, and again when it is gone. */
  onClosing: () => void
  onClosed: () => void
}

/** Gives a window that was started its service, before anything that its page asks can come. */
export function openCaseWindow(
  started: StartedWindow,
  data: AppData,
  log: ProgramLog,
  others: OtherWindows,
): CaseWindow {
  const { window } = started
  const { onMoved, onClosing, onClosed, ...elsewhere } = others
  reportBounds(window, (now) => {
    void data.setBounds(now).catch(() => {})
    onMoved()
  })
  const service = new Service({
    workers: new URL('../workers/', import.meta.url),
    data,
    shell: { ...desktopShell(window), ...elsewhere },
    emit: (name, event) => sendEvent(window.webContents, name, event),
    log,
  })
  recoverPage(window, service, log)
  // A page that cannot be loaded is silent too.
  void started.loaded.catch(() => {}).then(() => watchSilentPage(window, service, log))
  closeAfterSettling(window, service, onClosing)
  window.on('closed', onClosed)
  window.on(
    'closed',
    data.onPreferences((change) => service.preferencesChanged(change)),
  )
  return { ...started, service }
}

/** What a window is to show at first: a case, texts, what was left at the end of the last session, or the start screen. */
export interface FirstShown {
  path?: string | undefined
  texts?: string[]
  restores?: boolean
}

/** The case is opened while the page loads; the first thing that the page shows is what was asked for. */
export async function showCaseWindow(
  { loaded, service }: CaseWindow,
  { path, texts = [], restores = false }: FirstShown,
): Promise<void> {
  const opened = service.announcePage(() => openFirst(service, path, restores && texts.length === 0))
  // A page that failed to load is started again by `recoverPage`.
  await loaded.catch(() => {})
  await opened
  if (texts.length) await service.offerFiles(texts)
}

async function openFirst(service: Service, path: string | undefined, restores: boolean): Promise<void> {
  if (path) await service.openCase(path).catch((error: unknown) => service.report(error))
  else if (restores) await service.restore()
}

/** Closing waits until everything is committed; nothing is asked, because nothing can be unsaved. */
function closeAfterSettling(window: BrowserWindow, service: Service, onClosing: () => void): void {
  let settled = false
  let isClosing = false
  window.on('close', (event) => {
    if (settled) return
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    onClosing()
    void service
      .settleWindow(handOverPatience)
      .then(() => service.end())
      .finally(() => {
        settled = true
        window.close()
      })
  })
}
