import type { ElectronApplication } from 'playwright'
import { BenchWindow, TooSlow } from './bench-window.js'
import type { TextSize } from './text-data.js'

/** Samples of one design at one size, by measure; milliseconds of the main thread unless the name says otherwise. */
export type Samples = Partial<Record<Measure, number[]>>

export type Measure =
  | 'open'
  | 'open, wall'
  | 'key'
  | 'type'
  | 'add'
  | 'filter'
  | 'scroll'
  | 'dropped'
  | 'jump'
  | 'jump, frames'
  | 'heap'
  | 'memory'
  | 'nodes'

const keys = ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowDown']
const keyPresses = 60
const typed = 'the gate is shut '
const adds = 8
const scrollFrames = 120
const scrollStep = 300
const places = [0.5, 0.999, 0.25, 0.75, 0.001]

/** What was measured of a design; `tooSlow` when it was given up, with what had been measured until then. */
export interface DesignResult {
  samples: Samples
  tooSlow: boolean
}

/** Opens a design in a window of its own and goes through everything once. */
export async function measureDesign(
  app: ElectronApplication,
  page: string,
  design: string,
  size: TextSize,
  limit: number,
): Promise<DesignResult> {
  const samples: Samples = {}
  const window = await BenchWindow.open(app, page, limit)
  try {
    await window.ask(`bench.prepare('${design}', ${JSON.stringify(size)})`)
    await goThrough(window, samples)
    return { samples, tooSlow: false }
  } catch (error) {
    if (error instanceof TooSlow) return { samples, tooSlow: true }
    throw error
  } finally {
    await window.close()
  }
}

async function goThrough(window: BenchWindow, samples: Samples): Promise<void> {
  const before = await window.memory()
  const opened = await window.work<number>('bench.open()')
  Object.assign(samples, { open: [opened.work], 'open, wall': [opened.value] })
  await window.ask('bench.settled()')
  samples.nodes = [await window.ask<number>('bench.nodes()')]
  await window.ask('bench.chooseWitness()')
  samples.add = await added(window)
  samples.filter = await filtered(window)
  Object.assign(samples, await scrolling(window))
  Object.assign(samples, await jumps(window))
  const after = await window.memory()
  samples.heap = [after.heap - before.heap]
  samples.memory = [after.process - before.process]
  Object.assign(samples, await caret(window))
}

async function added(window: BenchWindow): Promise<number[]> {
  const samples: number[] = []
  for (let number = 0; number < adds; number++) {
    samples.push((await window.work(`bench.addClaim(${number})`)).work)
  }
  return samples
}

async function filtered(window: BenchWindow): Promise<number[]> {
  const samples: number[] = []
  for (const half of [true, false, true, false]) {
    samples.push((await window.work(`bench.filter(${half})`)).work)
  }
  return samples
}

async function scrolling(window: BenchWindow): Promise<Samples> {
  await window.ask('bench.scrollToShare(0.25)')
  const { work, value } = await window.work<number[]>(`bench.scroll(${scrollFrames}, ${scrollStep})`)
  return { scroll: [work / scrollFrames], dropped: [droppedFrames(value)] }
}

/** Frames of a sixtieth of a second that had no turn of their own, of how many began when. */
function droppedFrames(began: readonly number[]): number {
  const frame = 1000 / 60
  return began
    .slice(1)
    .map((start, place) => Math.max(0, Math.round((start - began[place]!) / frame) - 1))
    .reduce((sum, dropped) => sum + dropped, 0)
}

async function jumps(window: BenchWindow): Promise<Samples> {
  const work: number[] = []
  const frames: number[] = []
  for (const place of places) {
    work.push((await window.work(`bench.jump(${place})`)).work)
    frames.push(await window.ask<number>('bench.jumpFrames()'))
  }
  return { jump: work, 'jump, frames': frames }
}

/** Moves the caret and types, where a design can. */
async function caret(window: BenchWindow): Promise<Samples> {
  if (!(await window.ask<boolean>('bench.placeCaret(0.4)'))) return {}
  const start = await window.ask<string>('bench.caret()')
  const moves: number[] = []
  for (let press = 0; press < keyPresses; press++) moves.push(await window.key(keys[press % keys.length]!))
  if ((await window.ask<string>('bench.caret()')) === start) throw new Error('The caret did not move')
  if (!(await window.ask<boolean>('bench.allowTyping()'))) return { key: moves }
  await window.ask('bench.settled()')
  return { key: moves, type: await typing(window) }
}

async function typing(window: BenchWindow): Promise<number[]> {
  const before = await window.ask<number>('bench.textLength()')
  const samples: number[] = []
  for (let press = 0; press < keyPresses; press++) {
    const character = typed[press % typed.length]!
    samples.push(await window.key(character === ' ' ? 'Space' : character))
  }
  const grown = (await window.ask<number>('bench.textLength()')) - before
  if (grown !== keyPresses) throw new Error(`${keyPresses} characters were typed and ${grown} came in`)
  return samples
}
