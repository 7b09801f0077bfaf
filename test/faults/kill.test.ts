import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createBaseCase } from './case-content.js'
import { sayFigure } from './figures.js'
import { lossIn } from './held-notes.js'
import { killedWriter, randomMoment } from './killed-writer.js'
import { randomFor, sizeOf } from './sizes.js'
import { temporaryFolder } from './temporary-folder.js'

/** How long a case may take to open after a crash, in milliseconds. */
const patience = 3000
/** After so many kills a new case is begun, so that each stays small enough to be read whole after each. */
const killsPerCase = 10

it('killing a writer at any moment loses no note that it acknowledged, and the case opens at once', async () => {
  const kills = sizeOf('kills')
  const random = randomFor('kill')
  const path = join(temporaryFolder(), 'case.stet')
  let saved = new Map<number, number>()
  const figures = { withLog: 0, acknowledged: 0, slowestMs: 0 }
  for (let kill = 0; kill < kills; kill++) {
    if (kill % killsPerCase === 0) {
      for (const suffix of ['', '-wal']) rmSync(path + suffix, { force: true })
      createBaseCase(path).close()
      saved = new Map()
    }
    const plan = { path, seed: random.below(2 ** 31), checkpoints: 0.04, reopenings: 0.03 }
    const moment = randomMoment(random)
    const answered = await killedWriter({ ...plan, firstNote: (kill + 1) * 1000 }, moment)
    if (existsSync(`${path}-wal`)) figures.withLog++
    figures.acknowledged += answered.size
    for (const [note, version] of answered) saved.set(note, version)
    const start = performance.now()
    const loss = lossIn(path, saved)
    figures.slowestMs = Math.max(figures.slowestMs, performance.now() - start)
    expect({ kill, moment, loss }).toEqual({ kill, moment, loss: null })
  }
  const { withLog, acknowledged, slowestMs } = figures
  sayFigure(
    'SIGKILL',
    `${kills} kills, ${withLog} of them with a log to replay; ${acknowledged} notes acknowledged, 0 lost; opened and read ` +
      `whole in at most ${slowestMs.toFixed(0)} ms`,
  )
  expect(slowestMs).toBeLessThan(patience)
})
