import type { BrowserWindow } from 'electron'
import type { AppData } from '../service/app-data.js'
import { Service } from '../service/service.js'
import { desktopShell } from './dialogs.js'
import { sendEvent } from './ipc.js'
import { createWindow, loadPage } from './window.js'

/** How long, in milliseconds, a window may take to hand over what is being written. */
const handOverPatience = 2000

/** A window with the service that answers it. */
export interface CaseWindow {
  window: BrowserWindow
  service: Service
}

export function openCaseWindow(data: AppData, onClosed: () => void): CaseWindow {
  const window = createWindow()
  const service = new Service({
    workers: new URL('../workers/', import.meta.url),
    data,
    shell: desktopShell(window),
    emit: (name, event) => sendEvent(window.webContents, name, event),
  })
  closeAfterSettling(window, service, onClosed)
  return { window, service }
}

/** The page and its case are opened side by side; the first thing that the page shows is what was left. */
export async function showCaseWindow(
  { window, service }: CaseWindow,
  cases: string[],
  texts: string[],
): Promise<void> {
  const opened = openFirst(service, cases, texts)
  service.startAfter(opened)
  await loadPage(window)
  await opened
  if (texts.length) await service.offerFiles(texts)
}

/** Shows another case in the window, which first hands over what it is writing to the one there is. */
export async function openInWindow({ service }: CaseWindow, path: string): Promise<void> {
  await service.settleWindow(handOverPatience)
  await service.openCase(path).catch((error: unknown) => service.report(error))
}

async function openFirst(service: Service, cases: string[], texts: string[]): Promise<void> {
  if (cases[0]) await service.openCase(cases[0]).catch((error: unknown) => service.report(error))
  else if (texts.length === 0) await service.restore()
}

/** Closing waits until everything is committed; nothing is asked, because nothing can be unsaved. */
function closeAfterSettling(window: BrowserWindow, service: Service, onClosed: () => void): void {
  let settled = false
  window.on('close', (event) => {
    if (settled) return
    event.preventDefault()
    void service
      .settleWindow(handOverPatience)
      .then(() => service.close())
      .finally(() => {
        settled = true
        window.close()
      })
  })
  window.on('closed', onClosed)
}
