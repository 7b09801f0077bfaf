import { writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { passGate, startNodeProcess } from '../../../../electron/service/cases/open-gate.js'
import { caseFile, caseWithSources, fileHash } from '../../../db/case-fixture.js'
import { workers } from '../../built-program.js'

const refusalOf = (path: string, limit?: number) =>
  passGate(workers, path, startNodeProcess, limit).then(
    () => null,
    (error: { kind: string; message: string }) => error,
  )

it('lets a case pass, and leaves it as it is', async () => {
  const { store, path } = caseWithSources()
  expect(await refusalOf(path)).toMatchObject({ kind: 'locked' })
  store.close()
  const hash = fileHash(path)
  expect(await refusalOf(path)).toBeNull()
  expect(fileHash(path)).toBe(hash)
})

it('refuses as opening does', async () => {
  const path = caseFile()
  expect(await refusalOf(path)).toMatchObject({ kind: 'not-found' })
  writeFileSync(path, 'A letter')
  expect(await refusalOf(path)).toMatchObject({ kind: 'foreign' })
})

it('does not wait for a process that does not come to an end, and kills it', async () => {
  let killed = false
  const hanging = () => ({ answer: new Promise(() => {}), kill: () => void (killed = true) })
  const started = performance.now()
  await expect(passGate(workers, 'slow.stet', hanging, 100)).rejects.toMatchObject({ kind: 'damaged' })
  expect([killed, performance.now() - started < 1000]).toEqual([true, true])
  const broken = () => ({ answer: Promise.resolve(null), kill: () => {} })
  await expect(passGate(workers, 'bad.stet', broken)).rejects.toMatchObject({ kind: 'damaged' })
})
