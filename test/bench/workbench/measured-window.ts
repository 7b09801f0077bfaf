import type { ElectronApplication, Page } from 'playwright'
import { MainThread } from '../text/main-thread.js'
import { TaskTrace } from './task-trace.js'
import { installWindowProbe, type ProbedWindow } from './window-probe.js'

/** What an act took of a page. */
export interface ActSample {
  /** Milliseconds of the main thread, by its own clock. */
  work: number
  /** The longest of its tasks, in milliseconds by the same clock: so long the window could not answer. */
  longest: number
}

/** What a scroll took of a page. */
export interface ScrollSample extends ActSample {
  /** Main-thread milliseconds a frame. */
  perFrame: number
  /** Frames that came too late, of those that were due. */
  dropped: number
}

/** Milliseconds. */
const frame = 1000 / 60

/** How long an act may have consequences, in milliseconds: what comes later is not counted. */
const afterwards = 400

const scrolledFrames = 90

/** A page that is measured while something is done in it. */
export class MeasuredWindow {
  readonly page: Page
  readonly #thread: MainThread
  readonly #trace: TaskTrace

  private constructor(page: Page, thread: MainThread, trace: TaskTrace) {
    this.page = page
    this.#thread = thread
    this.#trace = trace
  }

  static async of(app: ElectronApplication, page: Page): Promise<MeasuredWindow> {
    await page.evaluate(installWindowProbe)
    return new MeasuredWindow(page, await MainThread.of(page), new TaskTrace(app))
  }

  async act(does: () => Promise<unknown>): Promise<ActSample> {
    await this.#trace.start()
    const { work } = await this.#thread.during(async () => {
      await does()
      await this.page.waitForTimeout(afterwards)
    })
    return { work, longest: await this.#trace.longest() }
  }

  /** Scrolls what an element scrolls in by `step` pixels a frame. */
  async scroll(selector: string, step: number): Promise<ScrollSample> {
    let began: number[] = []
    await this.page.evaluate(
      (selector) => (window as never as ProbedWindow).workbenchProbe.toTop(selector),
      selector,
    )
    await this.page.waitForTimeout(afterwards)
    const sample = await this.act(async () => {
      began = await this.page.evaluate(
        ([selector, frames, step]) =>
          (window as never as ProbedWindow).workbenchProbe.scroll(selector, frames, step),
        [selector, scrolledFrames, step] as const,
      )
    })
    const gaps = began.slice(1).map((at, index) => at - began[index]!)
    const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frame) - 1), 0)
    return { ...sample, perFrame: sample.work / gaps.length, dropped: dropped / (gaps.length + dropped) }
  }
}
