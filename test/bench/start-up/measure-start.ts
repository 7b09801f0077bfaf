import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { LaunchTarget } from '../../helpers/electron-runtime.js'
import { homeEnvironment } from '../../helpers/packaged-program.js'

/** Of one start, in milliseconds since the system made the process. */
export interface Start {
  /** Until the page's first frame, of its ground or the places of what is to come. */
  framed: number
  /** Until a first frame with content. */
  painted: number
  /** Until a frame with what is waited for. */
  usable: number
  /** Milliseconds of processor time that all processes had used by then. */
  processor: number
}

/** Of a program that was left alone. */
export interface Idle {
  /** Percent of one processor, all processes together. */
  processor: number
  /** Mebibytes of all processes together, shared pages counted in each. */
  memory: number
}

/** Milliseconds for which a started program is left alone, first to settle and then to be watched. */
const settling = 6000
const watched = 10_000

/** Starts a program and waits until `awaited`, a selector, stands on its first page. */
export async function measureStart(
  target: LaunchTarget,
  home: string,
  awaited: string,
): Promise<{ start: Start; app: ElectronApplication }> {
  const app = await _electron.launch({ ...target, env: homeEnvironment(target.env, home) })
  const page = await app.firstWindow()
  const made = await app.evaluate(() => process.getCreationTime()!)
  const usable = (await paintedWith(page, awaited)) - made
  const processor = (await used(app)) * 1000
  const framed = (await saidOfPainting(page, 'first-paint')) - made
  const painted = (await saidOfPainting(page, 'first-contentful-paint')) - made
  return { start: { framed, painted, usable, processor }, app }
}

/** When the page says that it painted, in milliseconds since 1970. */
async function saidOfPainting(page: Page, entry: string): Promise<number> {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, entry)
  return page.evaluate(
    (name) => performance.timeOrigin + performance.getEntriesByName(name)[0]!.startTime,
    entry,
  )
}

/** When the first frame after something stood on the page was drawn, in milliseconds since 1970. */
async function paintedWith(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector)
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
      }),
  )
}

export async function measureIdle(app: ElectronApplication): Promise<Idle> {
  await new Promise((resolve) => setTimeout(resolve, settling))
  const before = await used(app)
  await new Promise((resolve) => setTimeout(resolve, watched))
  const after = await used(app)
  const memory = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { memory: { workingSetSize } }) => sum + workingSetSize, 0),
  )
  return { processor: ((after - before) / watched) * 100_000, memory: memory / 1024 }
}

/** Seconds of processor time of all processes. */
function used(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? 0), 0),
  )
}
