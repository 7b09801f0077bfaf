import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { defaultPreferences } from '../../shared/domain/preferences.js'
import { launchTarget } from './electron-runtime.js'

/** A real Electron with the program in it, as a person with this home folder would have it. */
export interface RunningApp {
  app: ElectronApplication
  page: Page
  /** Everything that the page wrote to its console as an error, and every error it threw. */
  complaints: string[]
  /** Closes the window as a person would, and waits for the program to end. */
  quit: () => Promise<void>
}

/**
 * A folder that stands for the home of a person who knows the window, and is thrown away; with `isNew`, of one who never
 * started the program before.
 */
export async function temporaryHome({ isNew = false } = {}): Promise<{
  home: string
  remove: () => Promise<void>
}> {
  const home = await mkdtemp(join(tmpdir(), 'stet-e2e-'))
  if (!isNew) {
    const folder = join(home, '.config', 'stet')
    await mkdir(folder, { recursive: true })
    const preferences = { ...defaultPreferences, tourSeen: true }
    await writeFile(join(folder, 'stet.json'), JSON.stringify({ preferences }))
  }
  return { home, remove: () => rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }) }
}

/** Starts the development build, or another program that Playwright can drive. */
export async function startApp(
  home: string,
  args: readonly string[] = [],
  target = launchTarget(args),
): Promise<RunningApp> {
  const app = await _electron.launch({
    ...target,
    env: {
      ...target.env,
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
    },
  })
  const page = await app.firstWindow()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.waitForLoadState('domcontentloaded')
  return { app, page, complaints, quit: () => quit(app) }
}

async function quit(app: ElectronApplication): Promise<void> {
  const ended = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await ended
}

/** Answers the next dialogs for opening files with these paths. */
export async function answerOpenDialog({ app }: RunningApp, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = (async () => ({ canceled: false, filePaths })) as typeof dialog.showOpenDialog
    },
    [...paths],
  )
}

/** Answers the next dialogs for saving a file with this path. */
export async function answerSaveDialog({ app }: RunningApp, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog
  }, path)
}
