import { setImmediate } from 'node:timers/promises'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import { dbHandlers, type DbHandlers } from '../../../electron/workers/db-handlers.js'
import { connect, serve, type Remote } from '../../../electron/workers/port-rpc.js'
import type { CaseRecords, CaseSnapshot, Outcome } from '../../../shared/domain/case.js'
import type { ClaimCount } from '../../../shared/domain/claim-list.js'
import type { SearchPage } from '../../../shared/domain/search.js'
import { anyAct, findingsOfActs, isRefusal, type Act } from '../../db/any-act.js'
import { addClaim, caseWithSources, idOf, writeNote } from '../../db/case-fixture.js'
import { nameOfHit } from '../../db/found-places.js'
import {
  answerFrom,
  recordsIn,
  sorted,
  stateAfter,
  stateOf,
  type Read,
  type State,
} from './committed-states.js'

/** An act by the writer or a question by one of the readers, after so many turns of the event loop. */
type Step = { turns: number } & ({ act: Act } | { reader: number; read: Read })

const accept = (fingerprint: string): Act => ({
  do: 'accept-finding',
  fingerprint,
  claimIds: [10, 11, 12, 13, 14].map((id) => idOf(id)),
  relationIds: [40, 41, 42].map((id) => idOf(id)),
})
const ofMany: Act[] = [
  accept('findingone'),
  accept('findingtwo'),
  { do: 'remove-claim', id: idOf(10) },
  { do: 'remove-source', id: idOf(1) },
  addClaim(10),
  writeNote(20, 10, 'mayor'),
  'undo',
  'redo',
]
const act = fc.oneof(anyAct, fc.constantFrom(...ofMany))
const read: fc.Arbitrary<Read> = fc.oneof(
  fc.constantFrom<Read>({ ask: 'records' }, { ask: 'snapshot' }, { ask: 'claimCounts' }),
  fc.constantFrom<Read>({ ask: 'search', query: 'mayor' }, { ask: 'search', query: 'tuesday verdict:none' }),
  fc.record({
    ask: fc.constant('claims' as const),
    limit: fc.integer({ min: 1, max: 5 }),
    offset: fc.integer({ min: 0, max: 3 }),
  }),
)
const turns = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 4 }))
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(fc.record({ turns, act }), fc.record({ turns, reader: fc.constantFrom(0, 1), read })),
  { minLength: 10, maxLength: 60 },
)

/** A question with its answer, and the writes between whose ends the answer must have come about. */
interface Seen {
  reader: number
  read: Read
  answer: unknown
  acknowledgedBefore: number
  sentBefore: number
}

/** Clients of one db-worker's handlers, each on a port of its own. */
function clientsOf(handlers: DbHandlers, number: number) {
  const ports: MessagePort[] = []
  const remotes = Array.from({ length: number }, (): Remote<DbHandlers> => {
    const { port1, port2 } = new MessageChannel()
    ports.push(port1, port2)
    serve(port1, handlers)
    return connect<DbHandlers>(port2).remote
  })
  return { remotes, close: () => ports.forEach((port) => port.close()) }
}

/** Sends every step without waiting for answers; the states after 0, 1, 2 ... writes, and what the readers saw. */
async function interleaved(remotes: readonly Remote<DbHandlers>[], list: readonly Step[]) {
  const [writer, ...readers] = remotes as [Remote<DbHandlers>, ...Remote<DbHandlers>[]]
  const first = await writer.records()
  const written: Promise<Outcome | null>[] = []
  const seen: Promise<Seen>[] = []
  let acknowledged = 0
  for (const step of list) {
    for (let turn = 0; turn < step.turns; turn++) await setImmediate()
    if ('act' in step) {
      written.push(outcomeOf(writer, step.act).finally(() => acknowledged++))
      continue
    }
    const acknowledgedBefore = acknowledged
    seen.push(
      answerOf(readers[step.reader]!, step.read).then((answer) => ({
        ...step,
        answer,
        acknowledgedBefore,
        sentBefore: written.length,
      })),
    )
  }
  const states: State[] = [stateOf(first)]
  for (const outcome of await Promise.all(written)) {
    states.push(stateAfter(states.at(-1)!, outcome?.changes ?? []))
  }
  return { states, findings: first.findings, seen: await Promise.all(seen) }
}

/** Null for an act that was refused or had nothing to do. */
async function outcomeOf(writer: Remote<DbHandlers>, act: Act): Promise<Outcome | null> {
  try {
    if (act === 'undo') return await writer.undo('Ada')
    if (act === 'redo') return await writer.redo('Ada')
    return await writer.perform(act, 'Ada')
  } catch (thrown) {
    if (isRefusal(thrown)) return null
    throw thrown
  }
}

/** An answer in the form that `answerFrom` gives it. */
async function answerOf(reader: Remote<DbHandlers>, read: Read): Promise<unknown> {
  if (read.ask === 'search') {
    const { hits }: SearchPage = await reader.search(read.query, { limit: 1000, offset: 0 })
    return hits.map(nameOfHit).sort()
  }
  if (read.ask === 'claims') {
    return reader.claims({ sourceId: null, limit: read.limit, offset: read.offset })
  }
  if (read.ask === 'records') return sorted(await reader.records())
  if (read.ask === 'snapshot') return snapshotRecords(await reader.snapshot())
  const counts: ClaimCount[] = await reader.claimCounts()
  return Object.fromEntries(
    counts.map(({ sourceId, status, verdict, number }) => [`${sourceId} ${status} ${verdict}`, number]),
  )
}

/** The records of a snapshot, which must have the text of each source and no other. */
function snapshotRecords({ info: _info, texts, ...records }: CaseSnapshot): unknown {
  expect(texts.map(({ id }) => id)).toEqual(records.sources.map(({ currentVersionId }) => currentVersionId))
  return sorted(records)
}

/** Each answer is that of a state which stood between asking and answering, and no reader goes back in time. */
function expectCommitted(
  states: readonly State[],
  findings: CaseRecords['findings'],
  seen: readonly Seen[],
): void {
  const records = states.map((state) => recordsIn(state, findings))
  const latest = [0, 0]
  for (const { reader, read, answer, acknowledgedBefore, sentBefore } of seen) {
    const from = Math.max(acknowledgedBefore, latest[reader]!)
    const fits = (of: CaseRecords, writes: number) =>
      writes >= from && writes <= sentBefore && sameJson(answerFrom(of, read), answer)
    const place = records.findIndex(fits)
    expect(place, `${JSON.stringify(read)} after ${from} to ${sentBefore} writes`).toBeGreaterThanOrEqual(0)
    latest[reader] = place
  }
}

/** Plays the steps on a new case; throws when a reader saw anything else. `served` may change what is served. */
async function expectAllCommitted(
  list: readonly Step[],
  served: (handlers: DbHandlers) => DbHandlers = (it) => it,
): Promise<void> {
  const { store, path } = caseWithSources()
  store.storeFindings(findingsOfActs)
  store.close()
  const handlers = dbHandlers(undefined)
  handlers.open(path)
  const clients = clientsOf(served(handlers), 3)
  try {
    const { states, findings, seen } = await interleaved(clients.remotes, list)
    expectCommitted(states, findings, seen)
  } finally {
    clients.close()
    handlers.close()
  }
}

it('two readers see only what whole acts of the writer left, however they come between them', async () => {
  await fc.assert(
    fc.asyncProperty(steps, (list) => expectAllCommitted(list)),
    { numRuns: 150 },
  )
}, 120_000)

it('an answer that is put together from two states is noticed', async () => {
  const torn = (handlers: DbHandlers): DbHandlers => ({
    ...handlers,
    records: (async () => {
      const { claims } = handlers.records()
      for (let turn = 0; turn < 10; turn++) await setImmediate()
      return { ...handlers.records(), claims }
    }) as never,
  })
  const list: Step[] = [
    { turns: 0, reader: 0, read: { ask: 'records' } },
    { turns: 1, act: accept('findingone') },
  ]
  await expectAllCommitted(list)
  await expect(expectAllCommitted(list, torn)).rejects.toThrow(/0 to 1 writes/)
})
