import { app, protocol, session } from 'electron'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppData } from '../service/app-data.js'
import { appScheme, serveApp } from './app-protocol.js'
import { readArguments, type StartRequest } from './arguments.js'
import { CaseWindows } from './case-windows.js'
import { offerFieldMenu } from './field-menu.js'
import { followPreferences } from './follow-preferences.js'
import { answerCalls, sendEvent } from './ipc.js'
import { logFaults } from './log-faults.js'
import { leaveIfMisused } from './misuse.js'
import { ownFolderProblem } from './own-folder.js'
import { refuseStart } from './refuse-start.js'
import { runCommand } from './run-command.js'
import { toAppError } from '../../shared/ipc/result.js'
import { ProgramLog } from '../service/program-log.js'
import { guardContents, guardSession, refuseNames } from './web-guards.js'

let windows: CaseWindows | null = null

/** In development the first argument that is no flag is the program's folder; packaged, the program is its own. */
const readOwn = (argv: readonly string[]): StartRequest =>
  readArguments(argv.slice(1), Boolean(process.defaultApp))

leaveIfMisused()
const request = readOwn(process.argv)
// Not awaited: the program is not ready to draw before this file is through.
if (request.mode === 'command') void runCommand(request.args)
else startWindowed(request)

function startWindowed(first: StartRequest & { mode: 'window' }): void {
  const problem = ownFolderProblem(ownFolder())
  if (problem) return refuseStart(problem)
  if (!app.requestSingleInstanceLock()) return app.quit()
  app.setName('Stet')
  // Where the system runs Chromium without its sandbox (as root), forcing it on would only end every process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  refuseNames()
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents)
    offerFieldMenu(contents)
  })
  app.on('second-instance', (_event, argv, folder) => void openFromElsewhere(argv, folder))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void openFromElsewhere([process.execPath, ...(process.defaultApp ? ['.'] : []), path], '/')
  })
  app.on('window-all-closed', () => app.quit())
  void app
    .whenReady()
    .then(() => start(first))
    .catch((error: unknown) => {
      // With windows there is somewhere to say it.
      if (windows) throw error
      refuseStart(toAppError(error).message)
    })
}

/** Asking for it makes it, and throws where that is not allowed. */
function ownFolder(): string {
  try {
    return app.getPath('userData')
  } catch {
    return join(app.getPath('appData'), app.getName())
  }
}

async function start({ cases, texts }: StartRequest & { mode: 'window' }): Promise<void> {
  guardSession(session.defaultSession)
  serveApp(session.defaultSession, fileURLToPath(new URL('../renderer', import.meta.url)))
  answerCalls((contentsId) => windows?.serviceOf(contentsId))
  const log = new ProgramLog(join(app.getPath('userData'), 'logs'))
  logFaults(log)
  const data = await AppData.load(app.getPath('userData'))
  followPreferences(data, sendToCurrent)
  const opening = (windows = new CaseWindows(data, log))
  app.on('before-quit', () => opening.end())
  const asks = cases.length > 0 || texts.length > 0
  if (!asks && data.openWindows.length > 0) return opening.restore(data.openWindows)
  const [path, ...more] = absolute(cases, process.cwd())
  await opening.open({ path, texts: absolute(texts, process.cwd()), restores: true })
  for (const other of more) await opening.open({ path: other })
}

/** Files that a second start, a double click or the dock hands over. */
async function openFromElsewhere(argv: readonly string[], folder: string): Promise<void> {
  const files = readOwn(argv)
  const current = windows?.current
  if (!windows || !current || files.mode !== 'window') return
  windows.focus(current.window)
  for (const path of absolute(files.cases, folder)) await windows.openFile(path)
  if (files.texts.length) await windows.current?.service.offerFiles(absolute(files.texts, folder))
}

function sendToCurrent(name: string): void {
  const current = windows?.current
  if (current) sendEvent(current.window.webContents, 'menu.command', { name })
}

const absolute = (paths: readonly string[], folder: string): string[] =>
  paths.map((path) => resolve(folder, path))
