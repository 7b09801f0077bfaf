import { defaultCheckSettings } from '../../../shared/domain/check-settings.js'
import { describe, expect, it } from 'vitest'
import type { SettledFindings } from '../../../shared/domain/case.js'
import type { CheckHandlers } from '../../../electron/workers/check-handlers.js'
import type { DbHandlers } from '../../../electron/workers/db-handlers.js'
import type { ImportHandlers } from '../../../electron/workers/import-handlers.js'
import { startWorker } from '../../../electron/workers/start-worker.js'
import type { CheckSource } from '../../../shared/checks/run-checks.js'
import type { StetError } from '../../../shared/ipc/result.js'
import { workers } from '../built-program.js'
import { workersOf } from '../changed-workers.js'

describe('a worker that ends though nobody asked it to', () => {
  it.each([
    ['leaves', 'process.exit(3)', 'exit code 3'],
    ['fails', "throw new Error('torn page')", 'torn page'],
    ['fails later', "Promise.reject(new Error('torn page'))", 'torn page'],
  ])('rejects all that is under way, and says so once, when it %s', async (_how, act, detail) => {
    const crashes: StetError[] = []
    const folder = workersOf({
      'db-worker': `require('node:worker_threads').parentPort.on('message', () => { ${act} })`,
    })
    const { remote, stop } = startWorker<DbHandlers>(folder, 'db-worker', {
      onCrash: (error) => crashes.push(error),
    })
    const [first, second] = await Promise.allSettled([remote.records(), remote.info()])
    for (const asked of [first, second]) {
      expect(asked).toMatchObject({ status: 'rejected', reason: { kind: 'internal' } })
      expect((asked as PromiseRejectedResult).reason.message).toContain(detail)
    }
    await expect(remote.info()).rejects.toMatchObject({ kind: 'internal' })
    await stop()
    expect(crashes.map(({ message }) => message)).toEqual([
      `The db-worker stopped (${detail}). What was saved before is safe.`,
    ])
  })

  it('is told when it cannot even start', async () => {
    const folder = workersOf({})
    const { remote, stop } = startWorker<DbHandlers>(folder, 'db-worker')
    await expect(remote.info()).rejects.toMatchObject({ kind: 'internal' })
    await stop()
  })

  it('takes no more memory than it may', async () => {
    const { remote, stop } = startWorker<ImportHandlers>(workers, 'import-worker', {
      resourceLimits: { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 4 },
    })
    const bytes = new TextEncoder().encode('- a\n'.repeat(1_000_000))
    await expect(remote.parse({ name: 'big.md', bytes, encoding: null }, null)).rejects.toMatchObject({
      kind: 'internal',
    })
    await stop()
  })
})

describe('a worker that is stopped', () => {
  it('rejects what is under way as cancelled, and is no crash', async () => {
    const crashes: StetError[] = []
    const folder = workersOf({
      'db-worker': "require('node:worker_threads').parentPort.on('message', () => {})",
    })
    const { remote, stop } = startWorker<DbHandlers>(folder, 'db-worker', {
      onCrash: (error) => crashes.push(error),
    })
    const underWay = remote.info().catch((error: unknown) => error)
    await stop()
    expect(await underWay).toMatchObject({ kind: 'cancelled' })
    await expect(remote.info()).rejects.toMatchObject({ kind: 'cancelled' })
    expect(crashes).toEqual([])
  })
})

describe('the check-worker', () => {
  const source = (id: number): CheckSource => ({
    id: String(id),
    title: `Text ${id}`,
    published: null,
    text: 'The mill burned on Monday, 3 March 2021. It burned again on 31 February 2022.',
  })
  const sources = Array.from({ length: 8 }, (_, index) => source(index))
  /** A slip, and thousands of words around it that no other text has. */
  const longText = (id: number): string =>
    Array.from(
      { length: 150 },
      (_, line) =>
        `Warden ${id}-${line} saw ${line + 10} boats at pier ${id * 150 + line} in March 2021. ${source(id).text}`,
    ).join('\n\n')
  const unset = (): Int32Array => new Int32Array(new SharedArrayBuffer(4))

  it('answers with the findings, and sends nothing on the way of a short run', async () => {
    const sent: unknown[] = []
    const onEvent = (event: unknown): void => void sent.push(event)
    const { remote, stop } = startWorker<CheckHandlers>(workers, 'check-worker', { onEvent })
    await remote.check([source(1)], defaultCheckSettings, unset())
    sent.length = 0
    const findings = await remote.check([source(1)], defaultCheckSettings, unset())
    expect(findings?.map(({ category }) => category).sort()).toEqual(['impossible-date', 'weekday-mismatch'])
    expect(sent).toEqual([])
    await stop()
  })

  it('sends what it is certain of before the end of a long run', async () => {
    const sent: SettledFindings[] = []
    const onEvent = (event: unknown): void => void sent.push(event as SettledFindings)
    const { remote, stop } = startWorker<CheckHandlers>(workers, 'check-worker', { onEvent })
    const long = Array.from({ length: 40 }, (_, id) => ({ ...source(id), text: longText(id) }))
    const findings = await remote.check(long, defaultCheckSettings, unset())
    expect(sent.length).toBeGreaterThan(1)
    const inOrder = long.map(({ id }) => id)
    expect(inOrder.slice(0, sent.flatMap(({ sources }) => sources).length)).toEqual(
      sent.flatMap(({ sources }) => sources),
    )
    const told = sent.flatMap(({ findings }) => findings)
    expect(told).not.toEqual([])
    expect(findings).toEqual(expect.arrayContaining(told))
    await stop()
  })

  it('answers nothing when it is cancelled on the way, and the next time all again', async () => {
    const cancelled = unset()
    const { remote, stop } = startWorker<CheckHandlers>(workers, 'check-worker')
    Atomics.store(cancelled, 0, 1)
    expect(await remote.check(sources, defaultCheckSettings, cancelled)).toBe(null)
    expect(await remote.check(sources, defaultCheckSettings, unset())).not.toHaveLength(0)
    await stop()
  })
})
