import { dialog, type BrowserWindow } from 'electron'
import type { ProgramLog } from '../service/program-log.js'
import type { Service } from '../service/service.js'

/** Milliseconds that a page which was loaded may take to ask for what it shows; it asks as its code begins to run. */
const patience = 10_000

/**
 * Says so when the page of a window was loaded and does nothing: a file that it is made of is missing or damaged, of which
 * Chromium tells nobody. A slow machine may be waited for.
 */
export async function watchSilentPage(
  window: BrowserWindow,
  service: Service,
  log: ProgramLog,
): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, patience))
    if (window.isDestroyed() || !service.hasSilentPage) return
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: 'This window stays empty.',
      detail:
        'A part of Stet could not be loaded; it may be missing or damaged. Your cases are not harmed. Install Stet again if this happens at every start.',
      buttons: ['Wait', 'Close the window'],
      defaultId: 1,
      cancelId: 0,
    })
    log.write('page-silent', { answer: response === 0 ? 'waited' : 'closed' })
    if (response === 1 && !window.isDestroyed()) return window.close()
  }
}
