import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { createCase, type CaseStore } from '../../../../db/case-store.js'
import { CheckRun } from '../../../../electron/service/checks/check-run.js'
import { checkHandlers, type CheckHandlers } from '../../../../electron/workers/check-handlers.js'
import type { Remote } from '../../../../electron/workers/port-rpc.js'
import { runChecks, type CheckSource } from '../../../../shared/checks/run-checks.js'
import type { FindingsDelta, SettledFindings } from '../../../../shared/domain/case.js'
import { defaultCheckSettings } from '../../../../shared/domain/check-settings.js'
import type { Finding } from '../../../../shared/domain/finding.js'
import { idleCheck, type CheckStatus } from '../../../../shared/ipc/check-status.js'
import { caseFile, idOf, idsFrom, importOf, instant } from '../../../db/case-fixture.js'

const stores: CaseStore[] = []
afterEach(() => {
  for (const store of stores.splice(0)) store.close()
})

/** Slips that one text shows, and others that take two. */
const paragraphs = [
  'The Alderton mine closed on 12 June 1987. Inspector Sergei Lavrentyev saw 43 boats at the Alderton pier.',
  'The Alderton mine closed on 21 June 1987. Inspector Sergei Lavrentiev saw 34 boats at the Alderton pier.',
  '“We have never opened the gates at night,” said Tom Askew. On Tuesday, 4 May 2011, it rained.',
  '“We have always opened the gates at night,” said Anna Berg. The hall was closed on 31 June.',
  'The hall was closed on 31 June. The council met on Tuesday, 4 May 2011, and heard the warden.',
  'The council heard the warden. Nothing else was said.',
]
const text = fc
  .array(fc.constantFrom(...paragraphs), { minLength: 1, maxLength: 3 })
  .map((lines) => lines.join('\n'))
const texts = fc.array(text, { minLength: 1, maxLength: 5 })
/** Milliseconds between two looks at the clock: how the batches fall. */
const pace = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 8 })

function caseOf(sources: readonly string[]): CaseStore {
  const store = createCase(caseFile(), { title: 'Streamed', id: idOf(999), at: instant() })
  stores.push(store)
  const imports = sources.map((one, index) => importOf(one, `Text ${index}`))
  store.importSources(imports, idsFrom(1), 'Ada', instant(1))
  return store
}

const checkSources = (store: CaseStore): CheckSource[] =>
  store.sourceTexts().map(({ source: { id, title, published }, text }) => ({ id, title, published, text }))

/** A window's list of findings, kept by what it is told. */
class Window {
  readonly findings = new Map<string, Finding>()
  readonly taken: string[] = []

  take({ added, removed }: FindingsDelta): void {
    for (const fingerprint of removed) {
      if (this.findings.delete(fingerprint)) this.taken.push(fingerprint)
    }
    for (const finding of added) this.findings.set(finding.fingerprint, finding)
  }
}

const byFingerprint = (findings: Iterable<Finding>): Finding[] =>
  [...findings].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))

interface Streamed {
  window: Window
  statuses: CheckStatus[]
  batches: SettledFindings[]
}

/** Runs the checks with the real worker's functions; `stopAfter` batches a person stops them. */
async function streamed(store: CaseStore, ticks: readonly number[], stopAfter = Infinity): Promise<Streamed> {
  const seen: Streamed = { window: new Window(), statuses: [], batches: [] }
  for (const finding of store.records().findings) seen.window.findings.set(finding.fingerprint, finding)
  const run = new CheckRun({
    sources: async () => checkSources(store),
    settings: async () => defaultCheckSettings,
    store: async (findings) => store.storeFindings(findings),
    storeSettled: async (settled) => store.storeSettledFindings(settled),
    onStatus: (status) => seen.statuses.push(status),
    onFindings: (delta) => {
      seen.window.take(delta)
      expect(byFingerprint(seen.window.findings.values())).toEqual(byFingerprint(store.records().findings))
    },
  })
  let time = 0
  let looks = 0
  const handlers = checkHandlers(
    (settled) => {
      seen.batches.push(settled)
      run.settle(settled)
      if (seen.batches.length >= stopAfter) run.stop()
    },
    () => (time += ticks[looks++ % ticks.length] ?? 0),
  )
  await run.perform(() => handlers as unknown as Remote<CheckHandlers>)
  return seen
}

describe('a run of the checks', () => {
  it('ends where a run in one go ends, and takes back nothing that it told', async () => {
    await fc.assert(
      fc.asyncProperty(texts, pace, async (sources, ticks) => {
        const store = caseOf(sources)
        const { window, statuses } = await streamed(store, ticks)
        expect(store.records().findings).toEqual(runChecks(checkSources(store)))
        expect(window.taken).toEqual([])
        expect(statuses.at(-1)).toEqual(idleCheck)
      }),
      { numRuns: 60 },
    )
  })

  it('that a person stops keeps what it found, and what was found before where it did not come', async () => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        texts,
        pace,
        fc.integer({ min: 1, max: 4 }),
        async (sources, more, ticks, batches) => {
          const store = caseOf(sources)
          await streamed(store, ticks)
          const known = byFingerprint(store.records().findings)
          store.importSources(
            more.map((one) => importOf(one, 'More')),
            idsFrom(100),
            'Ada',
            instant(2),
          )
          const { statuses, batches: sent } = await streamed(store, ticks, batches)
          const end = statuses.at(-1)!
          const kept = byFingerprint(store.records().findings)
          fc.pre(end.stopped)
          const reached = new Set(sent.flatMap((one) => one.sources))
          expect(end).toMatchObject({ done: reached.size, total: sources.length + more.length })
          expect(kept).toEqual(expect.arrayContaining(sent.flatMap(({ findings }) => findings)))
          const rules = new Set(sent.flatMap(({ caseRules }) => caseRules))
          const told = new Set(kept.map(({ fingerprint }) => fingerprint))
          const untouched = known.filter(
            ({ rule, spans }) => !rules.has(rule) && !reached.has(spans[0]!.source),
          )
          expect(untouched.filter(({ fingerprint }) => !told.has(fingerprint))).toEqual([])
          await streamed(store, ticks)
          expect(store.records().findings).toEqual(runChecks(checkSources(store)))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('tells how many texts are done and how much was found, after the findings themselves', async () => {
    const store = caseOf([paragraphs[2]!, paragraphs[3]!])
    const { statuses } = await streamed(store, [200])
    const sums = statuses
      .filter(({ running }) => running)
      .map(({ done, total, found }) => [done, total, found])
    expect(sums.slice(0, 3)).toEqual([
      [0, 2, 0],
      [1, 2, 1],
      [2, 2, 2],
    ])
  })

  it('stores nothing more once it was dropped', async () => {
    const store = caseOf([paragraphs[2]!])
    const run: CheckRun = new CheckRun({
      sources: async () => checkSources(store),
      settings: async () => defaultCheckSettings,
      store: async (findings) => store.storeFindings(findings),
      storeSettled: async (settled) => store.storeSettledFindings(settled),
      onStatus: () => {},
      onFindings: () => expect.unreachable(),
    })
    let time = 0
    const handlers = checkHandlers(
      (settled) => {
        run.settle(settled)
        run.drop()
      },
      () => (time += 1000),
    )
    await run.perform(() => handlers as unknown as Remote<CheckHandlers>)
    expect(store.records().findings).toEqual([])
  })
})
