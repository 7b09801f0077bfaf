import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ended, startChild } from './child-program.js'
import { readDiskLog } from './disk-log.js'
import { exportNumberOf } from './exported-text.js'
import { sayFigure } from './figures.js'
import { shimEnvironment, shimProblem } from './io-shim.js'
import { SimulatedDisk } from './simulated-disk.js'
import { isFull, randomFor, sizeOf } from './sizes.js'
import { temporaryFolder } from './temporary-folder.js'

const problem = shimProblem()

describe.skipIf(problem !== null && !isFull)('a loss of power during an export', () => {
  it('leaves the old file or the new one, whole, and the new one once it was said to be written', async () => {
    const random = randomFor('export')
    const root = temporaryFolder()
    const folder = join(root, 'reports')
    const path = join(folder, 'report.html')
    const log = join(root, 'log')
    mkdirSync(folder)
    const writer = startChild('export-writer.ts', [path, '20'], { env: shimEnvironment(folder, { log }) })
    const { code, err } = await ended(writer)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const calls = readDiskLog(readFileSync(log))
    const disk = new SimulatedDisk(folder, new Map())
    const each = Math.ceil(sizeOf('powerStates') / calls.length)
    const wrong: object[] = []
    let written = -1
    for (const [cut, call] of calls.entries()) {
      disk.follow(call)
      if (call.does === 'say') written = Number(call.text.split(' ')[1])
      for (let state = 0; state < each; state++) {
        const content = disk.afterPowerLoss(random).get(path)
        const number = content ? exportNumberOf(content.toString('utf8')) : -1
        if (number === null || number < written) wrong.push({ cut, written, number })
      }
    }
    sayFigure('power loss', `${each * calls.length} states while exporting: ${wrong.length} torn or lost`)
    expect(wrong).toEqual([])
  })
})
