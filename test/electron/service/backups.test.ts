import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { ClaimId } from '../../../shared/domain/ids.js'
import { addText, millText, startWithCase, type RunningService } from './running-service.js'

/** A case with a text and a claim. */
async function startWithClaim() {
  const started = await startWithCase()
  const { source: sourceId } = await addText(started, millText)
  const id = randomUUID() as ClaimId
  const claim = { do: 'add-claim', id, sourceId, start: 0, end: 4, fields: {} } as const
  await started.ask('case.perform', claim)
  return { ...started, id }
}

const claimsOf = async ({ ask }: RunningService) => (await ask('app.start')).open!.records.claims

it('a backup is a whole case, which can be looked at and put back', async () => {
  const started = await startWithClaim()
  const { ask, id, path } = started
  await ask('backup.make')
  const [backup] = await ask('backup.list')
  expect(backup).toMatchObject({ size: expect.any(Number) as number })
  await ask('case.perform', { do: 'edit-claim', id, fields: { verdict: 'garbled' } })
  expect(await ask('backup.compare', { id: backup!.id })).toMatchObject({
    counts: { claim: { added: 0, removed: 0, changed: 1 } },
  })
  const restored = await ask('backup.restore', { id: backup!.id })
  expect(restored.records.claims).toMatchObject([{ id, verdict: null }])
  expect(await claimsOf(started)).toMatchObject([{ verdict: null }])
  const after = await ask('backup.list')
  expect(after).toHaveLength(2)
  await ask('backup.restore', { id: after[0]!.id })
  expect(await claimsOf(started)).toMatchObject([{ verdict: 'garbled' }])
  expect(readdirSync(dirname(path)).filter((name) => name.includes('tmp'))).toEqual([])
  expect((await started.refusal('backup.restore', { id: 'no such' })).kind).toBe('not-found')
})

it('a case that was changed has a backup by the time that it is closed, and not two within an hour', async () => {
  const { ask, id, folder } = await startWithClaim()
  await ask('case.close')
  const root = join(folder, 'data', 'backups')
  const backups = () => readdirSync(root).flatMap((name) => readdirSync(join(root, name)))
  expect(backups()).toHaveLength(1)
  const [recent] = (await ask('app.start')).recent
  await ask('case.open-recent', { id: recent!.id })
  await ask('case.perform', { do: 'edit-claim', id, fields: { verdict: 'garbled' } })
  await ask('case.close')
  expect(backups()).toHaveLength(1)
})

it('a copy is saved where a person says', async () => {
  const { ask, person, folder } = await startWithClaim()
  person.newCase = null
  expect(await ask('case.save-copy')).toBeNull()
  person.newCase = join(folder, 'Copy.stet')
  expect(await ask('case.save-copy')).toEqual({ fileName: 'Copy.stet', problems: [] })
  person.case = person.newCase
  expect((await ask('case.open'))!.records.claims).toHaveLength(1)
})

it('a damaged case is refused, salvaged into a new one, and left as it is', async () => {
  const started = await startWithClaim()
  const { ask, person, folder, path } = started
  await ask('case.close')
  const damaged = join(folder, 'Damaged.stet')
  copyFileSync(path, damaged)
  const bytes = readFileSync(damaged)
  bytes.fill(0xff, 4096 * 12, 4096 * 13)
  writeFileSync(damaged, bytes)
  expect((await started.refusal('case.salvage')).kind).toBe('not-found')
  person.case = damaged
  expect((await started.refusal('case.open')).kind).toBe('damaged')
  person.newCase = join(folder, 'Salvaged.stet')
  const salvaged = await ask('case.salvage')
  expect(salvaged!.report.kept).toMatchObject({ source: 1, claim: 1 })
  expect(salvaged!.open.records.claims).toHaveLength(1)
  expect(await ask('case.verify')).toMatchObject({ sound: true })
  expect(readFileSync(damaged).equals(bytes)).toBe(true)
})
