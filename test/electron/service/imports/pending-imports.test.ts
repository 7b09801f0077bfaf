import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PendingImports, unknownFile } from '../../../../electron/service/imports/pending-imports.js'
import { workers } from '../../built-program.js'
import { temporaryFolder } from '../../temporary-folder.js'

it('reads no more files than there is room for, until those that wait are decided on', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'mill.txt')
  writeFileSync(path, 'The mill burned.')
  const pending = new PendingImports(workers, 20)
  const read = async () => (await pending.addPath(path, unknownFile)).outcome
  expect([(await read()).ok, (await read()).ok]).toEqual([true, true])
  expect(await read()).toMatchObject({
    ok: false,
    error: { kind: 'too-large', message: expect.stringContaining('“mill.txt” was not read') },
  })
  pending.discard()
  expect((await read()).ok).toBe(true)
})
