import { setTimeout as pause } from 'node:timers/promises'
import { acknowledgedIn } from './acknowledgements.js'
import { ended, startChild } from './child-program.js'
import type { WriterPlan } from './case-writer.js'
import type { SeededRandom } from './seeded-random.js'

/** When a writer is killed: so many milliseconds after it said so many lines that begin so. */
export interface Moment {
  lines: number
  beginning: string
  afterMs: number
}

/** A moment while it opens the case, or after some of its first hundred notes. */
export function randomMoment(random: SeededRandom): Moment {
  const notes = random.below(100)
  if (notes < 12) return { lines: 1, beginning: 'opening\n', afterMs: random.next() * 25 }
  return { lines: notes, beginning: 'saved ', afterMs: random.next() * 4 }
}

/** Starts a writer and kills it; the notes that it said were saved. Rejects when it ended by itself. */
export async function killedWriter(plan: WriterPlan, moment: Moment): Promise<Map<number, number>> {
  const writer = startChild('case-writer.ts', [JSON.stringify(plan)])
  let said = ''
  let isDue = false
  writer.stdout.on('data', (part: Buffer) => {
    said += String(part)
    if (isDue || said.split(moment.beginning).length <= moment.lines) return
    isDue = true
    void pause(moment.afterMs).then(() => writer.kill('SIGKILL'))
  })
  const { signal, code, out, err } = await ended(writer)
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself (${code}): ${err || out.slice(-500)}`)
  if (!isDue) throw new Error(`The writer hung: ${out.slice(-500)}`)
  return acknowledgedIn(out)
}
