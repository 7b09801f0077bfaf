import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createCase, openCase } from '../../../../db/case-store.js'
import { Backups, copyCaseFile, putBack } from '../../../../electron/service/backups/backups.js'
import type { ClaimId } from '../../../../shared/domain/ids.js'
import { temporaryFolder } from '../../temporary-folder.js'
import { addText, millText, startService, startWithCase, type RunningService } from '../running-service.js'

const at = '2026-02-03T10:00:00.000Z'

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

it('what is done until the case gives way to a backup is kept with it', async () => {
  const started = await startWithClaim()
  const { ask } = started
  await ask('backup.make')
  const [backup] = await ask('backup.list')
  const restoring = ask('backup.restore', { id: backup!.id })
  let done = 0
  const correct = async (): Promise<boolean> => {
    const command = { do: 'edit-claim', id: started.id, fields: { correction: `The ${done + 1}th` } }
    return (await started.service.handle('case.perform', command)).ok
  }
  while (await correct()) done++
  expect((await restoring).records.claims).toMatchObject([{ correction: null }])
  const [kept] = await ask('backup.list')
  const before = await ask('backup.restore', { id: kept!.id })
  expect(before.records.claims).toMatchObject([{ correction: `The ${done}th` }])
})

it('what an ended process left of a backup goes with the next one, and not what is being written', async () => {
  const folder = temporaryFolder()
  const left = ['2026-02-03T09-00-00.000Z.stet.tmp', '.2026-02-03T09-30-00.000Z.stet.1f.tmp-journal']
  const now = ['2026-02-03T09-59-59.000Z.stet.tmp', 'notes.txt']
  for (const name of [...left, ...now]) writeFileSync(join(folder, name), 'SQLite')
  const hourAgo = Date.now() / 1000 - 3600
  for (const name of left) utimesSync(join(folder, name), hourAgo, hourAgo)
  await new Backups(folder).make(at, async (path) => writeFileSync(path, 'SQLite'))
  expect(readdirSync(folder).toSorted()).toEqual([...now, '2026-02-03T10-00-00.000Z.stet'].toSorted())
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

it('a backup that is open as a case is neither compared, nor put back, nor dropped', async () => {
  const started = await startWithClaim()
  const { ask, folder, refusal } = started
  await ask('backup.make')
  const [backup] = await ask('backup.list')
  const root = join(folder, 'data', 'backups')
  const [own] = readdirSync(root)
  const [name] = readdirSync(join(root, own!))
  const other = await startService(join(folder, 'other'))
  const path = join(root, own!, name!)
  other.person.case = path
  await other.ask('case.open')
  for (const call of ['backup.compare', 'backup.restore'])
    expect((await refusal(call, { id: backup!.id })).kind, call).toBe('locked')
  expect(await claimsOf(started)).toHaveLength(1)
  // Within one hour only the newest five are kept.
  const backups = new Backups(join(root, own!))
  for (let made = 0; made < 7; made++)
    await backups.make(`2126-01-01T10:00:00.${made}00Z`, async (to) => writeFileSync(to, ''))
  expect(await backups.list()).toHaveLength(6)
  expect(existsSync(path)).toBe(true)
})

it('a copy of a refused case does not come to lie beside the log of another one', async () => {
  const folder = temporaryFolder()
  const [from, to] = [join(folder, 'From.stet'), join(folder, 'To.stet')]
  writeFileSync(from, 'a case')
  for (const log of [`${to}-wal`, `${to}-journal`]) {
    writeFileSync(log, 'of another one')
    await expect(copyCaseFile(from, to)).rejects.toMatchObject({ kind: 'conflict' })
    expect(readdirSync(folder).sort()).toEqual(['From.stet', basename(log)])
    rmSync(log)
  }
  await copyCaseFile(from, to)
  expect(readFileSync(to, 'utf8')).toBe('a case')
})

it('a backup does not come to lie beside what the case that it replaces left in its log', async () => {
  const { path, backup } = await caseWithLog()
  const [left, log] = [readFileSync(path), readFileSync(`${path}-wal`)]
  await expect(putBack(backup, path)).rejects.toMatchObject({
    kind: 'conflict',
    message: expect.stringContaining('its newest changes lie in a log beside it') as string,
  })
  expect(readFileSync(path).equals(left)).toBe(true)
  expect(readFileSync(`${path}-wal`).equals(log)).toBe(true)
  expect(readdirSync(dirname(path)).sort()).toEqual(['Backup.stet', 'Case.stet', 'Case.stet-wal'])
  openCase(path).close()
  await putBack(backup, path)
  const store = openCase(path)
  expect(store.info().title).toBe('Before')
  store.close()
})

/** A closed case of another title than its backup, which whoever closed it could not move out of its log. */
async function caseWithLog() {
  const folder = temporaryFolder()
  const [path, backup, log] = ['Case.stet', 'Backup.stet', 'log'].map((name) => join(folder, name))
  const store = createCase(path!, { id: randomUUID(), title: 'Before', at })
  store.saveCopy(backup!)
  store.setTitle('After', 'Ada', at)
  copyFileSync(`${path}-wal`, log!)
  store.close()
  renameSync(log!, `${path}-wal`)
  return { path: path!, backup: backup! }
}

it('a copy of a refused case gets a name beside which no log was left', async () => {
  const { folder, person, refusal } = await startWithCase()
  person.case = join(folder, 'Refused.stet')
  writeFileSync(person.case, 'no case')
  writeFileSync(join(folder, 'cases', 'Refused.stet-wal'), 'of another one')
  expect((await refusal('case.open')).kind).toBe('foreign')
  expect((await refusal('case.open-copy')).kind).toBe('foreign')
  expect(readFileSync(join(folder, 'cases', 'Refused 2.stet'), 'utf8')).toBe('no case')
})

it('a copy of a refused case has a name that is safe and short, whatever the name that it came with', async () => {
  const { folder, person, refusal } = await startWithCase()
  const refused = join(folder, ` \u202e${'Harbour '.repeat(20)}.stet`)
  writeFileSync(refused, 'no case')
  person.case = refused
  await refusal('case.open')
  await refusal('case.open-copy')
  const copied = readdirSync(join(folder, 'cases')).find((name) => name.startsWith('Harbour'))
  expect(copied).toBe(`${'Harbour '.repeat(10).trim()}.stet`)
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
