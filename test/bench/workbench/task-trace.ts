import { readFile, rm } from 'node:fs/promises'
import type { ElectronApplication } from 'playwright'

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds of processor time. */
  tdur?: number
  args: { name?: string }
}

/**
 * Records the tasks of a window's main thread. They are measured by the processor time that they took, so that a machine
 * that does other things as well does not make them longer.
 */
export class TaskTrace {
  readonly #app: ElectronApplication

  constructor(app: ElectronApplication) {
    this.#app = app
  }

  async start(): Promise<void> {
    await this.#app.evaluate(({ contentTracing }) =>
      contentTracing.startRecording({
        included_categories: ['disabled-by-default-devtools.timeline', '__metadata'],
        excluded_categories: ['*'],
      }),
    )
  }

  /** Ends the recording; answers the longest task since its start, in milliseconds. */
  async longest(): Promise<number> {
    const { path, pid } = await this.#app.evaluate(async ({ contentTracing, BrowserWindow }) => ({
      path: await contentTracing.stopRecording(),
      pid: BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
    }))
    const { traceEvents } = JSON.parse(await readFile(path, 'utf8')) as { traceEvents: TraceEvent[] }
    await rm(path)
    const own = traceEvents.filter((event) => event.pid === pid)
    const main = own.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    const tasks = own.filter(({ name, tid }) => name === 'RunTask' && tid === main?.tid)
    if (tasks.length === 0) throw new Error('The trace has no tasks of the window')
    return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000
  }
}
