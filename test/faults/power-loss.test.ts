import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acknowledgedIn } from './acknowledgements.js'
import type { WriterPlan } from './case-writer.js'
import { ended, startChild } from './child-program.js'
import { readDiskLog, type DiskCall } from './disk-log.js'
import { createBaseCase } from './case-content.js'
import { filesIn } from './folder-files.js'
import { sayFigure } from './figures.js'
import { lossIn } from './held-notes.js'
import { shimEnvironment, shimProblem } from './io-shim.js'
import type { SeededRandom } from './seeded-random.js'
import { SimulatedDisk } from './simulated-disk.js'
import { isFull, randomFor, sizeOf } from './sizes.js'
import { temporaryFolder } from './temporary-folder.js'
import { notesInOldCase, oldVersions, placeVersion, tornCopies } from './versions.js'

/** What a program did to the files of a folder, from the files that it found. */
interface Recording {
  folder: string
  path: string
  before: Map<string, Buffer>
  /** The notes that were saved before. */
  known: ReadonlyMap<number, number>
  /** The older version that the case had before. */
  version?: number
  calls: DiskCall[]
}

type Preparation = (path: string) => ReadonlyMap<number, number>

async function recorded(
  plan: Omit<WriterPlan, 'path'>,
  prepare: Preparation = () => new Map(),
): Promise<Recording> {
  const root = temporaryFolder()
  const folder = join(root, 'case')
  const log = join(root, 'log')
  mkdirSync(folder)
  const path = join(folder, 'case.stet')
  const known = prepare(path)
  const before = filesIn(folder)
  const env = shimEnvironment(folder, { log })
  const { code, err } = await ended(
    startChild('case-writer.ts', [JSON.stringify({ path, ...plan })], { env }),
  )
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return { folder, path, before, known, calls: readDiskLog(readFileSync(log)) }
}

/** Where the power goes: numbers of calls, half of them right after something was said to be saved. */
function cutsOf(calls: readonly DiskCall[], states: number, random: SeededRandom): number[] {
  const said = calls.flatMap((call, index) => (call.does === 'say' ? [index + 1] : []))
  const cuts = Array.from({ length: states }, (_, state) =>
    state % 2 ? random.pick(said) : random.below(calls.length + 1),
  )
  return cuts.sort((one, other) => one - other)
}

interface Loss {
  cut: number
  what: string
}

/** The states, of so many, in which something acknowledged is lost or unsound. */
function lossesOf(recording: Recording, states: number, random: SeededRandom): Loss[] {
  const { folder, path, before, known, version, calls } = recording
  const disk = new SimulatedDisk(folder, before)
  const losses: Loss[] = []
  let said = ''
  let done = 0
  for (const cut of cutsOf(calls, states, random)) {
    for (const call of calls.slice(done, cut)) {
      disk.follow(call)
      if (call.does === 'say') said += call.text
    }
    done = cut
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    for (const [file, bytes] of disk.afterPowerLoss(random)) writeFileSync(file, bytes)
    const saved = new Map([...known, ...acknowledgedIn(said)])
    const what = before.size || saved.size ? lossIn(path, saved) : null
    if (what !== null) losses.push({ cut, what })
    for (const name of version === undefined ? [] : tornCopies(folder, version)) {
      losses.push({ cut, what: `${name} is torn` })
    }
  }
  return losses
}

const problem = shimProblem()
if (problem !== null) process.stderr.write(`Power loss is not simulated: ${problem}.\n`)

describe.skipIf(problem !== null && !isFull)('a loss of power', () => {
  const states = sizeOf('powerStates')
  const random = randomFor('power loss')
  const usual = { firstNote: 1000, checkpoints: 0.03, reopenings: 0.02 }
  const rounds = Math.max(1, Math.round(states / 400))

  it('can be simulated here', () => expect(problem).toBeNull())

  function expectNoLoss(what: string, recordings: readonly Recording[], share: number): void {
    const each = Math.ceil((share * states) / recordings.length)
    const losses = recordings.flatMap((recording) => lossesOf(recording, each, random))
    sayFigure('power loss', `${each * recordings.length} states while ${what}: ${losses.length} with a loss`)
    expect(losses).toEqual([])
  }

  it('loses no acknowledged note while a case is made, written, made whole and opened again', async () => {
    const recordings: Recording[] = []
    for (let round = 0; round < rounds; round++) {
      const plan = { ...usual, create: true, seed: random.below(2 ** 31), acts: round % 3 === 0 ? 40 : 120 }
      recordings.push(await recorded(plan))
    }
    expectNoLoss('a case is made, written and opened again', recordings, 0.6)
  })

  it('loses none while the log moves into the file by itself', async () => {
    const plan = { firstNote: 1000, checkpoints: 0, reopenings: 0, create: true, acts: 400 }
    const recording = await recorded({ ...plan, seed: random.below(2 ** 31) })
    expectNoLoss('the log moves into the file by itself', [recording], 0.2)
  })

  it.each(oldVersions)('loses none while a case of version %i is migrated', async (version) => {
    const plan = { ...usual, acts: 6, seed: random.below(2 ** 31) }
    const recording = await recorded(plan, (path) => {
      placeVersion(version, path)
      return notesInOldCase
    })
    expectNoLoss(`a case of version ${version} is migrated`, [{ ...recording, version }], 0.2)
  })

  it('does lose notes of a writer that does not wait for the medium, so the simulation shows something', async () => {
    const plan = { ...usual, normalSync: true, acts: 120, seed: random.below(2 ** 31) }
    const recording = await recorded(plan, (path) => {
      createBaseCase(path).close()
      return new Map()
    })
    const tried = Math.ceil(0.1 * states)
    const lost = lossesOf(recording, tried, random).filter(({ what }) => what.startsWith('lost')).length
    sayFigure('power loss', `the control, with synchronous=NORMAL: ${lost} of ${tried} states with a loss`)
    expect(lost).toBeGreaterThan(tried / 5)
  })
})
