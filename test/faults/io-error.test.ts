import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acknowledgedIn, refusalsIn } from './acknowledgements.js'
import { createBaseCase } from './case-content.js'
import type { WriterPlan } from './case-writer.js'
import { ended, startChild } from './child-program.js'
import { sayFigure } from './figures.js'
import { lossIn } from './held-notes.js'
import { shimEnvironment, shimProblem, type Injection } from './io-shim.js'
import { isFull, randomFor, sizeOf } from './sizes.js'
import { temporaryFolder } from './temporary-folder.js'

const acts = 30
/** Well past the file calls of a whole run of the writer, which are some 1,000. */
const lastCall = 1200

/** The writer with a call that fails: how it ended, and what it said. */
async function refusedWriter(folder: string, path: string, injection: Injection, seed: number) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  createBaseCase(path).close()
  const plan: WriterPlan = { path, firstNote: 0, seed, acts, checkpoints: 0.1, reopenings: 0.05 }
  const env = shimEnvironment(folder, { injection })
  return ended(startChild('case-writer.ts', [JSON.stringify(plan)], { env }))
}

/** SQLite says of a read that failed with EIO that the file is damaged, which a person can act on as well. */
const kindsOf = { EIO: ['io', 'damaged'], ENOSPC: ['io'] }

const problem = shimProblem()
if (problem !== null) process.stderr.write(`I/O errors are not injected: ${problem}.\n`)

describe.skipIf(problem !== null && !isFull)('a call to the disk that fails', () => {
  it('can be brought about here', () => expect(problem).toBeNull())

  it.each([
    { error: 'EIO', sticky: false },
    { error: 'EIO', sticky: true },
    { error: 'ENOSPC', sticky: false },
    { error: 'ENOSPC', sticky: true },
  ] as const)(
    'is told, nothing is falsely saved, and the case opens again ($error, sticky: $sticky)',
    async (kind) => {
      const random = randomFor(`${kind.error} ${kind.sticky}`)
      const folder = join(temporaryFolder(), 'case')
      const path = join(folder, 'case.stet')
      const tries = Math.ceil(sizeOf('failingCalls') / 4)
      let told = 0
      let fewest = acts
      for (let one = 0; one < tries; one++) {
        const injection = { ...kind, at: 1 + random.below(kind.error === 'EIO' ? lastCall : lastCall / 2) }
        const { code, out, err } = await refusedWriter(folder, path, injection, random.below(2 ** 31))
        const refusals = refusalsIn(out)
        const strange = refusals.filter((refusal) => !kindsOf[kind.error].includes(refusal.kind))
        expect({ injection, code, err, strange }).toEqual({ injection, code: 0, err: '', strange: [] })
        if (refusals.length) told++
        const loss = lossIn(path, acknowledgedIn(out))
        expect({ injection, loss }).toEqual({ injection, loss: null })
        fewest = Math.min(fewest, acknowledgedIn(out).size)
      }
      sayFigure(
        'I/O error',
        `${tries} runs with ${kind.error} ${kind.sticky ? 'from a call on' : 'at one call'}: told in ${told}, 0 notes ` +
          'falsely saved, all opened again',
      )
      expect(told).toBeGreaterThan(0)
      // One failure is one failure: the writer goes on.
      expect(kind.sticky ? acts : fewest).toBeGreaterThan(acts / 3)
    },
  )
})
