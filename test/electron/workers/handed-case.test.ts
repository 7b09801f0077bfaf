import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { coverageOfCase } from '../../../electron/workers/coverage-of-case.js'
import { dbHandlers, type DbHandlers } from '../../../electron/workers/db-handlers.js'
import { readHandedCase, type TextQuestions } from '../../../electron/workers/handed-case.js'
import { connect, serve, type Remote } from '../../../electron/workers/port-rpc.js'
import { createChecker } from '../../../shared/checks/run-checks.js'
import { readCheckables } from '../../../shared/coverage/read-checkables.js'
import { writeLargeCase } from '../../bench/export/large-case-file.js'
import { anyAct, findingsOfActs, isRefusal, type Act } from '../../db/any-act.js'
import { caseWithSources } from '../../db/case-fixture.js'
import { temporaryFolder } from '../temporary-folder.js'

const ports: MessagePort[] = []

afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

function channel(): [MessagePort, MessagePort] {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  return [port1, port2]
}

/** The handlers of the db-worker with this case open, asked over a port as they are in the program. */
function serving(path: string): { remote: Remote<DbHandlers>; close: () => void } {
  const handlers = dbHandlers(process.env['STET_SQLITE_BINDING'])
  handlers.open(path)
  const [theirs, ours] = channel()
  serve(theirs, handlers)
  return { remote: connect<DbHandlers>(ours).remote, close: () => handlers.close() }
}

/** Reads the case that is handed over; asks for it at once. */
async function handed(remote: Remote<DbHandlers>, texts: MessagePort | null = null) {
  const [reader, sender] = channel()
  const [read] = await Promise.all([readHandedCase(reader, texts), remote.sendCase(sender, 40)])
  return read
}

const performed = (remote: Remote<DbHandlers>, act: Act): Promise<unknown> => {
  const asked =
    act === 'undo' ? remote.undo('Ada') : act === 'redo' ? remote.redo('Ada') : remote.perform(act, 'Ada')
  return asked.catch((thrown: unknown) => {
    if (!isRefusal(thrown)) throw thrown
  })
}

describe('a case that is handed over', () => {
  it('is as it was when it was asked for, whatever is done meanwhile', async () => {
    const acts = fc.array(anyAct, { minLength: 5, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(acts, acts, async (before, after) => {
        const { store, path } = caseWithSources()
        store.storeFindings(findingsOfActs)
        store.close()
        const { remote, close } = serving(path)
        const earlier = before.map((act) => performed(remote, act))
        const asked = remote.snapshot()
        const log = remote.logExtract(40)
        const reading = handed(remote)
        const still = remote.snapshot()
        await Promise.all([...earlier, ...after.map((act) => performed(remote, act))])
        const { snapshot, material } = await reading
        expect(snapshot).toEqual(await asked)
        expect(snapshot).toEqual(await still)
        expect(material).toEqual({ log: await log, coverage: null })
        close()
      }),
      { numRuns: 40 },
    )
  })

  it('is whole and in its order when it comes in many parts', async () => {
    const path = join(temporaryFolder(), 'large.stet')
    writeLargeCase(path, { claims: 1300, bytes: 60_000 })
    const { remote, close } = serving(path)
    const { snapshot } = await handed(remote)
    expect(snapshot.claims).toHaveLength(1300)
    expect(snapshot).toEqual(await remote.snapshot())
    close()
  })

  it('tells what its claims cover when the texts can be asked about', async () => {
    const path = join(temporaryFolder(), 'covered.stet')
    writeLargeCase(path, { claims: 40, bytes: 4000 })
    const { remote, close } = serving(path)
    const checker = createChecker()
    const questions: TextQuestions = {
      checkables: ({ id, text }) =>
        readCheckables(checker.sections({ id, text, title: '', published: null })),
    }
    const [theirs, ours] = channel()
    serve(ours, questions)
    const { snapshot, material } = await handed(remote, theirs)
    const expected = await coverageOfCase(snapshot, questions.checkables)
    expect(material.coverage).toEqual(expected)
    expect(expected.flatMap(({ counts }) => counts).some(({ covered }) => covered > 0)).toBe(true)
    close()
  })
})
