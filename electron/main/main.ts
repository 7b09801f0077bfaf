import { app, Menu, protocol, session } from 'electron'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppData } from '../service/app-data.js'
import { appScheme, serveApp } from './app-protocol.js'
import { readArguments, type StartRequest } from './arguments.js'
import { openCaseWindow, openInWindow, showCaseWindow, type CaseWindow } from './case-window.js'
import { answerCalls, sendEvent } from './ipc.js'
import { buildMenu } from './menu.js'
import { guardContents, guardSession, refuseNames } from './web-guards.js'

const windows = new Map<number, CaseWindow>()

/** In development the first argument that is no flag is the program's folder; packaged, the program is its own. */
const readOwn = (argv: readonly string[]): StartRequest =>
  readArguments(argv.slice(1), Boolean(process.defaultApp))

const request = readOwn(process.argv)
if (request.mode === 'command') await runCommand(request.args)
else startWindowed(request)

async function runCommand(args: string[]): Promise<void> {
  const { runCommandLine } = await import('../cli/run.js')
  app.exit(await runCommandLine(args))
}

function startWindowed(first: StartRequest & { mode: 'window' }): void {
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
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('second-instance', (_event, argv, folder) => void openFromElsewhere(argv, folder))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void openFromElsewhere([process.execPath, ...(process.defaultApp ? ['.'] : []), path], '/')
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => start(first))
}

async function start({ cases, texts }: StartRequest & { mode: 'window' }): Promise<void> {
  guardSession(session.defaultSession)
  serveApp(session.defaultSession, fileURLToPath(new URL('../renderer', import.meta.url)))
  answerCalls((contentsId) => windows.get(contentsId)?.service)
  Menu.setApplicationMenu(buildMenu(sendToFocused))
  const data = await AppData.load(app.getPath('userData'))
  const opened = openCaseWindow(data, () => windows.delete(id))
  const id = opened.window.webContents.id
  windows.set(id, opened)
  await showCaseWindow(opened, absolute(cases, process.cwd()), absolute(texts, process.cwd()))
}

/** Files that a second start, a double click or the dock hands over go to the window there is. */
async function openFromElsewhere(argv: readonly string[], folder: string): Promise<void> {
  const files = readOwn(argv)
  const [opened] = windows.values()
  if (!opened || files.mode !== 'window') return
  if (opened.window.isMinimized()) opened.window.restore()
  opened.window.focus()
  for (const path of absolute(files.cases, folder)) {
    await openInWindow(opened, path)
  }
  if (files.texts.length) await opened.service.offerFiles(absolute(files.texts, folder))
}

function sendToFocused(name: string): void {
  for (const { window } of windows.values()) {
    if (window.isFocused() || windows.size === 1)
      return sendEvent(window.webContents, 'menu.command', { name })
  }
}

const absolute = (paths: readonly string[], folder: string): string[] =>
  paths.map((path) => resolve(folder, path))
