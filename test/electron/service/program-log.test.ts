import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultOf, ProgramLog } from '../../../electron/service/program-log.js'
import { StetError } from '../../../shared/ipc/result.js'
import { temporaryFolder } from '../temporary-folder.js'

const at = new Date('2026-03-01T10:00:00Z')
const newLog = (): ProgramLog => new ProgramLog(join(temporaryFolder(), 'logs'), () => at)

/** What the log keeps of an error: enough to find the fault, and nothing that anybody works on. */
describe('the log of the program', () => {
  it('keeps one object a line, the newest last', () => {
    const log = newLog()
    log.write('page-stopped', { reason: 'crashed', exitCode: 5, times: 1 })
    log.write('ended', {})
    expect(log.recent(10).map((line) => JSON.parse(line))).toEqual([
      { time: at.toISOString(), event: 'page-stopped', reason: 'crashed', exitCode: 5, times: 1 },
      { time: at.toISOString(), event: 'ended' },
    ])
    expect(log.recent(1)).toHaveLength(1)
  })

  it('never holds more than three files of a megabyte, and goes on in a new one', () => {
    const log = newLog()
    for (let count = 0; count < 45_000; count++)
      log.write('page-stopped', { reason: 'crashed', exitCode: count, times: 1 })
    const files = readdirSync(log.folder)
    expect(files.sort()).toEqual(['stet.1.log', 'stet.2.log', 'stet.log'])
    for (const file of files) expect(statSync(join(log.folder, file)).size).toBeLessThanOrEqual(1_000_000)
    expect(JSON.parse(log.recent(15_000).at(-1)!)).toMatchObject({ exitCode: 44_999 })
    expect(log.recent(15_000)).toHaveLength(15_000)
  })

  it('does not stop the work when it cannot be written', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be')
    expect(() => new ProgramLog(join(folder, 'logs')).write('ended', {})).not.toThrow()
  })
})

describe('what is noted of an error', () => {
  it('is where it arose, by function and file', () => {
    const fault = faultOf(new StetError('internal', 'A secret quote'))
    expect(fault).toMatchObject({ name: 'StetError', code: 'internal' })
    expect(fault.frames[0]).toMatch(/program-log\.test\.ts:\d+:\d+\)$/)
    expect(JSON.stringify(fault)).not.toContain('test/electron')
  })

  it('is never its message, whatever that looks like', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 5 }), (lines) => {
        const message = `secret-7 ${lines.join('\n    secret-7 ')}`
        expect(JSON.stringify(faultOf(new Error(message)))).not.toContain('secret-7')
      }),
    )
    const asFrames = new Error('    at secret (/home/ada/secret.stet:1:2)\n    at secret (x:3:4)')
    expect(JSON.stringify(faultOf(asFrames))).not.toContain('secret')
  })

  it('can be told of anything that is thrown', () => {
    expect(faultOf('text')).toEqual({ name: 'string', code: '', frames: [] })
    expect(faultOf(Object.assign(new Error('no'), { code: 'ENOSPC' })).code).toBe('ENOSPC')
  })
})
