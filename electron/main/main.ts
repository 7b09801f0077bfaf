import { app, nativeTheme, protocol, session } from 'electron'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toAppError } from '../../shared/ipc/result.js'
import { backupsFolderName } from '../../shared/domain/app-file.js'
import { endAhead, openAhead } from '../service/cases/begun-case.js'
import { appScheme, codeFetched, serveApp } from './app-protocol.js'
import { canBeHandedOver, readArguments, type StartRequest } from './arguments.js'
import { offerFieldMenu } from './field-menu.js'
import { readFirstLook } from './first-look.js'
import { HeldFiles } from './held-files.js'
import { answerCalls } from './ipc.js'
import type { FirstLook } from './look-in.js'
import { leaveIfMisused, loadOwnSqliteOnly } from './misuse.js'
import { ownFolderProblem } from './own-folder.js'
import type { NamedFiles, Program } from './program.js'
import { refuseStart } from './refuse-start.js'
import { runCommand } from './run-command.js'
import { guardContents, guardSession, refuseNames } from './web-guards.js'
import { startWindow, type StartedWindow } from './window.js'

/*
 * Only what the first window needs is loaded with this file. The case that it shows is opened by a worker meanwhile; the program
 * behind them (`program.ts`) is loaded once the page has its code, which this thread hands over.
 */

/** What the system hands over beside the arguments of this start. */
const handedOver = new HeldFiles<NamedFiles>()

/** In development the first argument that is no flag is the program's folder; packaged, the program is its own. */
const readOwn = (argv: readonly string[]): StartRequest =>
  readArguments(argv.slice(1), Boolean(process.defaultApp))

leaveIfMisused()
loadOwnSqliteOnly()
const request = readOwn(process.argv)
// Not awaited: the program is not ready to draw before this file is through.
if (request.mode === 'command') void runCommand(request.args)
else startWindowed(absolute(request, process.cwd()))

function startWindowed(named: NamedFiles): void {
  const problem = ownFolderProblem(ownFolder())
  if (problem) return refuseStart(problem)
  if (!canBeHandedOver(process.argv, process.cwd()))
    return refuseStart(
      'More files were named at once than can be handed to a Stet that runs already. Start it without them, and open them in its window.',
    )
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
  app.on('second-instance', (_event, argv, folder) => {
    const files = readOwn(argv)
    if (files.mode === 'window') handedOver.add(absolute(files, folder))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    const files = readArguments([path], false)
    if (files.mode === 'window') handedOver.add(files)
  })
  // A case that was opened ahead for a window that is gone is closed first, as a person would close it.
  app.on('window-all-closed', () => void endAhead().finally(() => app.quit()))
  const look = readFirstLook(app.getPath('userData'))
  void app
    .whenReady()
    .then(() => start(look, named))
    .catch((error: unknown) => refuseStart(toAppError(error).message))
}

/** Asking for it makes it, and throws where that is not allowed. */
function ownFolder(): string {
  try {
    return app.getPath('userData')
  } catch {
    return join(app.getPath('appData'), app.getName())
  }
}

async function start(look: FirstLook, named: NamedFiles): Promise<void> {
  guardSession(session.defaultSession)
  serveApp(session.defaultSession, fileURLToPath(new URL('../renderer', import.meta.url)))
  const files = [named, ...handedOver.release()].reduce(together)
  const fetched = codeFetched(session.defaultSession)
  const started = startFirstWindow(look, files)
  const path = caseToShow(look, files)
  if (path !== null && look.known.includes(path))
    openAhead(new URL('../workers/', import.meta.url), path, backupsFolder())
  const program = Promise.race([fetched, started.loaded])
    // A page that cannot be loaded is told of by whoever waits for it.
    .catch(() => {})
    .then(() => import('./program.js'))
    .then(({ startProgram }) => startProgram(started, files))
  answerCalls(async (contentsId) => (await program).serviceOf(contentsId))
  const { showFiles }: Program = await program
  handedOver.handTo((more) => void showFiles(more))
}

/** The window that the program begins with, in the theme and where the first one of the last session was. */
function startFirstWindow(look: FirstLook, files: NamedFiles): StartedWindow {
  nativeTheme.themeSource = look.theme
  const last = (restores(files) ? look.firstBounds : null) ?? look.bounds
  return startWindow({ last, place: 0, scale: look.scale, showsCase: caseToShow(look, files) !== null })
}

/** The case that the first window begins with. */
function caseToShow(look: FirstLook, files: NamedFiles): string | null {
  return files.cases[0] ?? (restores(files) ? look.lastCase : null)
}

function backupsFolder(): string {
  return join(app.getPath('userData'), backupsFolderName)
}

/** Whether the last session is shown again: nothing else was asked for. */
function restores({ cases, texts }: NamedFiles): boolean {
  return cases.length === 0 && texts.length === 0
}

function together(some: NamedFiles, more: NamedFiles): NamedFiles {
  return {
    cases: [...some.cases, ...more.cases],
    texts: [...some.texts, ...more.texts],
    left: some.left + more.left,
  }
}

function absolute({ cases, texts, left }: NamedFiles, folder: string): NamedFiles {
  const inFolder = (path: string): string => resolve(folder, path)
  return { cases: cases.map(inFolder), texts: texts.map(inFolder), left }
}
