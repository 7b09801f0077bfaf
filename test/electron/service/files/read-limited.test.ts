import { execFileSync } from 'node:child_process'
import { renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { readLimited } from '../../../../electron/service/files/read-limited.js'
import { readRecordFile, recordFileKind } from '../../../../electron/service/imports/record-file.js'
import { StetError } from '../../../../shared/ipc/result.js'
import { temporaryFolder } from '../../temporary-folder.js'

const posix = process.platform !== 'win32'

/** How many bytes were read, or the kind of the refusal; 'waits' when neither came within five seconds. */
const outcome = (reading: Promise<Uint8Array>): Promise<number | string> =>
  Promise.race([
    wait(5000, 'waits'),
    reading.then(
      (bytes) => bytes.byteLength,
      (error: unknown) => (error instanceof StetError ? error.kind : String(error)),
    ),
  ])

const readings = (path: string): Promise<(number | string)[]> =>
  Promise.all([outcome(readLimited(path, 'text.txt')), outcome(readRecordFile(path, 'records.csv'))])

describe('a file that was chosen', () => {
  it('is read whole', async () => {
    const path = join(temporaryFolder(), 'text.csv')
    writeFileSync(path, 'quote\nThe mill burned.\n'.repeat(10_000))
    expect(await readings(path)).toEqual([230_000, 230_000])
  })

  it('is refused by its size before it is read', async () => {
    const path = join(temporaryFolder(), 'text.csv')
    writeFileSync(path, 'quote\n')
    truncateSync(path, 10 * 1024 ** 3)
    expect(await readings(path)).toEqual(['too-large', 'too-large'])
  })

  it.runIf(posix)('is refused where it is a pipe, a device or a folder', async () => {
    const folder = temporaryFolder()
    execFileSync('mkfifo', [join(folder, 'pipe')])
    symlinkSync('/dev/zero', join(folder, 'device'))
    symlinkSync(folder, join(folder, 'folder'))
    for (const name of ['pipe', 'device', 'folder']) {
      expect(await readings(join(folder, name)), name).toEqual(['unsupported', 'invalid'])
      expect(await recordFileKind(join(folder, name)), name).toBeNull()
    }
  })

  it.runIf(process.platform === 'linux')(
    'gives no more than it had when it was opened, where the system makes it up as it is read',
    async () => {
      expect(await outcome(readLimited('/proc/self/environ', 'text.txt'))).toBe(0)
    },
  )

  it.runIf(posix)('is never waited for, whatever takes its place meanwhile', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'text.csv')
    const swaps = new AbortController()
    const swapping = (async () => {
      while (!swaps.signal.aborted) {
        execFileSync('mkfifo', [join(folder, 'pipe')])
        renameSync(join(folder, 'pipe'), path)
        await wait(0)
        writeFileSync(join(folder, 'file'), 'quote\nThe mill burned.\n')
        renameSync(join(folder, 'file'), path)
        await wait(0)
      }
    })()
    await wait(20)
    const seen = new Set<number | string>()
    for (let times = 0; times < 300; times++) for (const read of await readings(path)) seen.add(read)
    swaps.abort()
    await swapping
    expect(seen).not.toContain('waits')
    expect(seen.size).toBeGreaterThan(1)
  })
})
