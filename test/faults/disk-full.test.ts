import { describe, expect, it } from 'vitest'
import { ended, startChild } from './child-program.js'
import { sayFigure } from './figures.js'
import type { FullDiskOutcome, FullDiskPlan } from './full-disk.js'
import { diskToFill } from './room-on-disk.js'
import { isFull, seed, sizeOf } from './sizes.js'
import { temporaryFolder } from './temporary-folder.js'

const folder = temporaryFolder()
const disk = diskToFill(folder)
if (!disk) process.stderr.write('No disk is filled: neither a small one nor a limit on files is to be had.\n')

describe.skipIf(!disk && !isFull)('a full disk', () => {
  it('refuses clearly, loses nothing, saves nothing falsely, and lets it be done once there is room', async () => {
    if (!disk) throw new Error('There is no disk that could be filled.')
    const plan: FullDiskPlan = { folder, kind: disk.kind, fillPoints: sizeOf('fillPoints'), seed }
    const child = startChild('full-disk.ts', [JSON.stringify(plan)], { wrapper: disk.wrapper })
    const { code, out, err } = await ended(child, 1_800_000)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const outcomes = JSON.parse(out) as FullDiskOutcome[]
    expect(outcomes.filter(({ problem }) => problem !== null)).toEqual([])
    for (const act of new Set(outcomes.map((outcome) => outcome.act))) {
      const own = outcomes.filter((outcome) => outcome.act === act)
      const refused = own.filter((outcome) => outcome.refused).length
      sayFigure(
        'full disk',
        `${act}: ${own.length} fill points (${disk.kind}), ${refused} refused, 0 lost, 0 torn`,
      )
      expect(refused, act).toBeGreaterThan(0)
    }
  })
})
