import { app, dialog } from 'electron'
import { faultOf, type ProgramLog } from '../service/program-log.js'

/** Notes what goes wrong outside any call, so that it can be reported; a fault of the program itself is said. */
export function logFaults(log: ProgramLog): void {
  log.write('started', {
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    platform: process.platform,
  })
  app.on('will-quit', () => log.write('ended', {}))
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit' && reason !== 'killed')
      log.write('process-stopped', { type, reason, exitCode })
  })
  process.on('unhandledRejection', (thrown) => log.write('fault', { where: 'main', ...faultOf(thrown) }))
  process.on('uncaughtException', (thrown) => {
    log.write('fault', { where: 'main', ...faultOf(thrown) })
    void askWhetherToGoOn()
  })
}

let isAsking = false

async function askWhetherToGoOn(): Promise<void> {
  if (isAsking || !app.isReady()) return
  isAsking = true
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'Something went wrong inside Stet.',
    detail:
      'All that was shown as saved is in the case file. It is best to quit and start again; Help › Copy diagnostics tells what a report of the fault needs.',
    buttons: ['Go on', 'Quit'],
    defaultId: 1,
    cancelId: 0,
  })
  isAsking = false
  if (response !== 0) app.quit()
}
