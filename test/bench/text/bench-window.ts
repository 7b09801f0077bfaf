import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { launchTarget } from '../../helpers/electron-runtime.js'
import { MainThread } from './main-thread.js'

const appFolder = fileURLToPath(new URL('./electron-app', import.meta.url))

/** One Electron, for all windows of a run. */
export async function launchElectron(): Promise<ElectronApplication> {
  const { executablePath, args, env } = launchTarget()
  const flags = args.filter((argument) => argument.startsWith('--'))
  return _electron.launch({ executablePath, args: [...flags, appFolder], env })
}

/** A design did not come to its end in time. */
export class TooSlow extends Error {}

/** A window with the bench's page in a renderer process of its own. */
export class BenchWindow {
  readonly #app: ElectronApplication
  readonly #page: Page
  readonly #thread: MainThread
  readonly #limit: number

  private constructor(app: ElectronApplication, page: Page, thread: MainThread, limit: number) {
    this.#app = app
    this.#page = page
    this.#thread = thread
    this.#limit = limit
  }

  /** `limit` in milliseconds; whatever is asked of the page and takes longer throws `TooSlow`. */
  static async open(app: ElectronApplication, file: string, limit: number): Promise<BenchWindow> {
    const opened = app.waitForEvent('window')
    await app.evaluate(({ BrowserWindow }, path) => {
      const window = new BrowserWindow({
        width: 1200,
        height: 900,
        webPreferences: { backgroundThrottling: false, spellcheck: false },
      })
      void window.loadFile(path)
    }, file)
    const page = await opened
    await page.waitForFunction('window.bench !== undefined')
    return new BenchWindow(app, page, await MainThread.of(page), limit)
  }

  /** The value of an expression in the page, its promise awaited. */
  async ask<T>(expression: string): Promise<T> {
    const asked = this.#thread.devtools.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    asked.catch(() => {})
    const answer = await Promise.race([asked, wait(this.#limit, null, { ref: false })])
    if (!answer) throw new TooSlow(expression)
    if (answer.exceptionDetails)
      throw new Error(`${expression}: ${answer.exceptionDetails.exception?.description}`)
    return answer.result.value as T
  }

  /** Main-thread milliseconds of what an expression does until its promise resolves, and its value. */
  work<T>(expression: string): Promise<{ work: number; value: T }> {
    return this.#thread.during(() => this.ask<T>(expression))
  }

  /** Main-thread milliseconds of a key press and the two frames after it. */
  async key(key: string): Promise<number> {
    const { work } = await this.#thread.during(async () => {
      await this.#page.keyboard.press(key)
      await this.ask('bench.settled()')
    })
    return work
  }

  /** Bytes that the page holds in JavaScript, and bytes of the whole renderer process, after garbage collection. */
  async memory(): Promise<{ heap: number; process: number }> {
    for (let round = 0; round < 3; round++) await this.#thread.devtools.send('HeapProfiler.collectGarbage')
    await wait(200)
    return { heap: await this.#thread.metric('JSHeapUsedSize'), process: await this.#processMemory() }
  }

  async close(): Promise<void> {
    const closed = this.#page.waitForEvent('close')
    await this.#app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy()
    })
    await closed
  }

  async #processMemory(): Promise<number> {
    return this.#app.evaluate(({ app, BrowserWindow }) => {
      const pid = BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId()
      const metric = app.getAppMetrics().find((one) => one.pid === pid)
      return (metric?.memory.workingSetSize ?? 0) * 1024
    })
  }
}
