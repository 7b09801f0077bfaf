import { Worker } from 'node:worker_threads'

/** Watches the memory of the whole process from a thread of its own, since what is measured blocks this one. */
const watch = `
  const { workerData } = require('node:worker_threads')
  const peak = new Float64Array(workerData)
  setInterval(() => {
    const now = process.memoryUsage.rss()
    if (now > peak[0]) peak[0] = now
  }, 1)
`

/**
 * Does something once and answers with how far the resident memory of the process rose meanwhile, in bytes: what is alive,
 * and what is not collected yet.
 */
export async function peakGrowth(act: () => Promise<void>): Promise<number> {
  const peak = new Float64Array(new SharedArrayBuffer(8))
  const watcher = new Worker(watch, { eval: true, workerData: peak.buffer })
  await new Promise((begun) => setTimeout(begun, 300))
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  peak[0] = before
  await act()
  const after = Math.max(peak[0], process.memoryUsage.rss())
  await watcher.terminate()
  return after - before
}
