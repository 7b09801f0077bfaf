import type { CDPSession, Page } from 'playwright'

/**
 * Reads how much processor time a page's main thread has taken. Time that other programs take from it does not count, so
 * that it says the same on a busy machine.
 */
export class MainThread {
  readonly devtools: CDPSession

  private constructor(devtools: CDPSession) {
    this.devtools = devtools
  }

  static async of(page: Page): Promise<MainThread> {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new MainThread(devtools)
  }

  /** Milliseconds so far: scripts, styles, layout and paint. */
  async milliseconds(): Promise<number> {
    return (await this.metric('TaskDuration')) * 1000
  }

  /** What something takes of it, in milliseconds, and its outcome. */
  async during<T>(act: () => Promise<T>): Promise<{ work: number; value: T }> {
    const before = await this.milliseconds()
    const value = await act()
    return { work: (await this.milliseconds()) - before, value }
  }

  /** A metric of Chromium's `Performance.getMetrics`. */
  async metric(name: string): Promise<number> {
    const { metrics } = await this.devtools.send('Performance.getMetrics')
    return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  }
}
