import { writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { CaseChecks } from '../../../../electron/service/checks/case-checks.js'
import type { RunPorts } from '../../../../electron/service/checks/check-run.js'
import type { CheckSource } from '../../../../shared/checks/run-checks.js'
import { defaultCheckSettings } from '../../../../shared/domain/check-settings.js'
import type { Finding } from '../../../../shared/domain/finding.js'
import { idleCheck, type CheckStatus } from '../../../../shared/ipc/check-status.js'
import { workers } from '../../built-program.js'
import { realWorker, workersOf } from '../../changed-workers.js'

const source = (text: string, id = '1'): CheckSource => ({ id, title: 'Mill', published: null, text })
const wrongDay = 'The mill burned on Monday, 3 March 2021.'

const started: CaseChecks[] = []

afterEach(async () => {
  await Promise.all(started.splice(0).map((checks) => checks.stop()))
})

/** Checks of a case that holds `texts`; what they store and tell is kept. */
function startChecks(texts: CheckSource[], folder = workers, ports: Partial<RunPorts> = {}) {
  const kept = { stored: [] as Finding[][], statuses: [] as CheckStatus[], told: 0 }
  const checks = new CaseChecks(folder, {
    sources: async () => texts,
    settings: async () => defaultCheckSettings,
    store: async (findings) => {
      kept.stored.push(findings)
      return { added: findings, removed: [] }
    },
    storeSettled: async ({ findings }) => ({ added: findings, removed: [] }),
    onStatus: (status) => kept.statuses.push(status),
    onFindings: () => (kept.told += 1),
    ...ports,
  })
  started.push(checks)
  return { checks, kept }
}

describe('the checks of a case', () => {
  it('store what they find, tell it, and then rest', async () => {
    const { checks, kept } = startChecks([source(wrongDay)])
    await checks.request()
    expect(kept.stored.map((findings) => findings.map(({ category }) => category))).toEqual([
      ['weekday-mismatch'],
    ])
    expect(kept.told).toBe(1)
    expect(kept.statuses[0]).toMatchObject({ running: true, failed: null })
    expect(kept.statuses.at(-1)).toEqual(idleCheck)
  })

  it('see what is true at the last request, and store nothing older', async () => {
    const texts = [source(wrongDay)]
    const { checks, kept } = startChecks(texts)
    const first = checks.request()
    texts[0] = source('The mill burned on 31 February 2021.')
    await Promise.all([first, checks.request(), checks.request()])
    expect(kept.stored.map((findings) => findings.map(({ category }) => category))).toEqual([
      ['impossible-date'],
    ])
  })

  it('keep the findings there were when a person stops them, and say so', async () => {
    const { checks, kept } = startChecks([source(wrongDay)], workers, {
      onStatus: (status) => {
        kept.statuses.push(status)
        if (status.running && status.done === 0) queueMicrotask(() => checks.cancel())
      },
    })
    await checks.request()
    expect(kept.stored).toEqual([])
    expect(kept.statuses.at(-1)).toEqual({ ...idleCheck, total: 1, stopped: true })
  })

  it('say what went wrong, and can be asked for again', async () => {
    let broken = true
    const { checks, kept } = startChecks([], workers, {
      sources: async () => {
        if (broken) throw new Error('The medium is gone.')
        return [source(wrongDay)]
      },
    })
    await checks.request()
    expect(kept.statuses.at(-1)).toMatchObject({ running: false, failed: 'The medium is gone.' })
    broken = false
    await checks.request()
    expect(kept.statuses.at(-1)).toMatchObject({ running: false, failed: null })
    expect(kept.stored).toHaveLength(1)
  })

  it('start a new worker when theirs has died', async () => {
    const ending = "require('node:worker_threads').parentPort.on('message', () => process.exit(1))"
    const folder = workersOf({ 'check-worker': ending })
    const { checks, kept } = startChecks([source(wrongDay)], folder)
    await checks.request()
    expect(kept.statuses.at(-1)!.failed).toContain('The check-worker stopped')
    writeFileSync(new URL('check-worker.cjs', folder), realWorker('check-worker'))
    await checks.request()
    expect(kept.statuses.at(-1)).toMatchObject({ running: false, failed: null })
    expect(kept.stored).toHaveLength(1)
  })

  it('start no worker any more once they were stopped', async () => {
    const { checks } = startChecks([source(wrongDay)])
    await checks.stop()
    await expect(checks.dates()).rejects.toThrow('The case was closed.')
  })

  it('end when they are stopped before the texts have come', async () => {
    const { checks, kept } = startChecks([source(wrongDay)])
    const running = checks.request()
    await checks.stop()
    await running
    expect(kept.stored).toEqual([])
    expect(kept.statuses.at(-1)).toMatchObject({ running: false, failed: null })
  })

  it('end when they are stopped while the worker reads, which is no failure', async () => {
    const { checks, kept } = startChecks(
      Array.from({ length: 50 }, (_, index) => source(wrongDay, String(index))),
    )
    const running = checks.request()
    await expect.poll(() => kept.statuses.length).toBeGreaterThan(0)
    await checks.stop()
    await running
    expect(kept.statuses.at(-1)).toMatchObject({ running: false, failed: null })
  })
})
