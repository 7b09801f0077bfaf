import { copyFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCase } from '../../../../db/case-store.js'
import type { MergeProgress } from '../../../../shared/domain/merge.js'
import { usualRequest } from '../../../../shared/report/forms.js'
import { instant, idOf } from '../../../db/case-data.js'
import { addText, startService, startWithCase, type RunningService } from '../running-service.js'

const claimId = idOf<never>(10)

/** A case with a claim open in the window, and a closed copy of it in which somebody judged the claim. */
async function withCopy(): Promise<RunningService & { path: string; copy: string }> {
  const started = await startWithCase()
  const { source } = await addText(started)
  await started.ask('case.perform', {
    do: 'add-claim',
    id: claimId,
    sourceId: source,
    start: 0,
    end: 4,
    fields: {},
  })
  const copy = join(started.folder, 'copy.stet')
  started.person.newCase = copy
  await started.ask('case.save-copy')
  const store = openCase(copy)
  store.perform({ do: 'edit-claim', id: claimId, fields: { verdict: 'supported' } }, 'Bea', instant(1))
  store.close()
  started.person.case = copy
  return { ...started, copy }
}

describe('merging another copy', () => {
  it('tells what it would bring step by step, and brings it as one act that can be taken back', async () => {
    const { ask, events } = await withCopy()
    const chosen = await ask('merge.choose')
    expect(chosen).toMatchObject({
      fileName: 'copy.stet',
      preview: { entries: 1, people: [{ actor: 'Bea' }], counts: { claim: { changed: 1 } }, conflicts: [] },
    })
    const steps = events.flatMap(({ name, event }) => (name === 'merge.progress' ? [event] : []))
    expect([...new Set(steps.map((step) => step?.done))]).toEqual([0, 1, 2, undefined])
    const shares = steps.flatMap((step) => (step?.done === 2 ? [step.share] : []))
    expect(shares).toEqual([...shares].sort((one, other) => one - other))
    expect(shares.at(-1)).toBeGreaterThan(0.5)
    const { head } = chosen!.preview
    const outcome = await ask('merge.commit', { others: null, each: {}, head })
    expect(outcome).toMatchObject({ undo: 'Merge another copy' })
    expect(outcome.changes.find(({ kind }) => kind === 'claim')?.after).toMatchObject({
      verdict: 'supported',
    })
    expect(await ask('case.undo')).toMatchObject({ redo: 'Merge another copy' })
  })

  it('asks for every conflict, and merges nothing that was not looked at', async () => {
    const { ask, refusal } = await withCopy()
    await ask('case.perform', { do: 'edit-claim', id: claimId, fields: { verdict: 'garbled' } })
    const { preview } = (await ask('merge.choose'))!
    const [conflict] = preview.conflicts
    expect(await refusal('merge.commit', { others: null, each: {}, head: preview.head })).toMatchObject({
      kind: 'conflict',
    })
    expect(await refusal('merge.commit', { others: 'mine', each: {}, head: 'f'.repeat(64) })).toMatchObject({
      kind: 'conflict',
    })
    await ask('merge.commit', { others: null, each: { [conflict!.id]: 'theirs' }, head: preview.head })
    expect((await ask('app.start')).open?.records.claims[0]?.verdict).toBe('supported')
  })

  it('keeps the case as it was as a backup first, and merges nothing where that cannot be done', async () => {
    const { ask, refusal, folder } = await withCopy()
    const { preview } = (await ask('merge.choose'))!
    const choices = { others: null, each: {}, head: preview.head }
    const backups = join(folder, 'data', 'backups')
    writeFileSync(backups, 'A file where the folder should be')
    expect((await refusal('merge.commit', choices)).message).toContain('no backup of the case could be made')
    expect((await ask('app.start')).open?.records.claims[0]?.verdict).toBeNull()
    rmSync(backups)
    await ask('merge.commit', choices)
    const [backup, ...others] = await ask('backup.list')
    expect(others).toEqual([])
    expect(await ask('backup.compare', { id: backup!.id })).toMatchObject({
      counts: { claim: { changed: 1 } },
    })
    const restored = await ask('backup.restore', { id: backup!.id })
    expect(restored.records.claims[0]?.verdict).toBeNull()
  })

  it('refuses its own file, another case, a damaged one, and one that is no case', async () => {
    const { person, refusal, path, folder, copy } = await withCopy()
    person.case = path
    expect((await refusal('merge.choose')).message).toContain('is the case that is open')
    const other = await startService()
    await other.ask('case.open-sample')
    person.case = other.service.casePath
    await other.ask('case.close')
    expect(await refusal('merge.choose')).toMatchObject({
      kind: 'unsupported',
      message: expect.stringContaining('another case') as string,
    })
    const letter = join(folder, 'letter.stet')
    writeFileSync(letter, 'A letter')
    person.case = letter
    expect((await refusal('merge.choose')).kind).toBe('foreign')
    const damaged = join(folder, 'damaged.stet')
    copyFileSync(copy, damaged)
    const file = await open(damaged, 'r+')
    await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, 4096)
    await file.close()
    person.case = damaged
    expect((await refusal('merge.choose')).kind).toBe('damaged')
    const newer = join(folder, 'newer.stet')
    copyFileSync(copy, newer)
    const header = await open(newer, 'r+')
    await header.write(Buffer.from([0, 0, 0, 99]), 0, 4, 60)
    await header.close()
    person.case = newer
    expect((await refusal('merge.choose')).kind).toBe('newer')
  })

  it('can be stopped while the other file is read', async () => {
    const started = await withCopy()
    started.listen((name) => {
      if (name === 'merge.progress') void started.ask('merge.cancel')
    })
    expect(await started.refusal('merge.choose')).toMatchObject({ kind: 'cancelled' })
  })
})

it('is stopped while the copies are compared, with nothing changed, and can be asked for again', async () => {
  const started = await withCopy()
  const before = (await started.ask('app.start')).open
  let isStopped = false
  started.listen((name, event) => {
    if (isStopped || name !== 'merge.progress' || (event as MergeProgress | null)?.done !== 2) return
    isStopped = true
    void started.ask('merge.cancel')
  })
  expect(await started.refusal('merge.choose')).toMatchObject({ kind: 'cancelled' })
  expect((await started.ask('app.start')).open).toEqual(before)
  expect((await started.ask('merge.choose'))?.preview.entries).toBe(1)
})

it('tells the window the title and the unfinished corrections that come and go with a merge', async () => {
  const { ask, copy } = await withCopy()
  const store = openCase(copy)
  store.setTitle('The mill fire', 'Bea', instant(2))
  const [source] = store.records().sources
  store.saveDraft({ sourceId: source!.id, textVersionId: source!.currentVersionId, number: 0, steps: ['a'] })
  store.close()
  const { preview } = (await ask('merge.choose'))!
  expect(preview.notices).toHaveLength(2)
  const drafted = await ask('merge.commit', { others: null, each: {}, head: preview.head })
  expect(drafted).toMatchObject({ title: 'The mill fire', drafts: [source!.id] })
  expect((await ask('app.start')).recent[0]?.title).toBe('The mill fire')
  const undone = await ask('case.undo')
  expect([undone?.title === 'The mill fire', undone?.drafts]).toEqual([false, []])
})

it('refuses a link to the open case itself', async () => {
  const { person, refusal, path, folder } = await withCopy()
  person.case = join(folder, 'link.stet')
  symlinkSync(path, person.case)
  expect((await refusal('merge.choose')).message).toContain('is the case that is open')
})

describe('a bundle', () => {
  it('is saved where the person says, and null when they say nothing', async () => {
    const { ask, person, folder } = await withCopy()
    const sources = (await ask('app.start')).open!.records.sources.map(({ id }) => id)
    const choice = { sources, claims: null, internalNotes: false, originals: true }
    person.newCase = null
    expect(await ask('bundle.save', choice)).toBeNull()
    person.newCase = join(folder, 'part.stet')
    expect(await ask('bundle.save', choice)).toMatchObject({ fileName: 'part.stet', sources: 1, claims: 1 })
    person.case = person.newCase
    expect((await ask('merge.choose'))?.preview.isNothing).toBe(true)
  })
})

describe('a report that was saved', () => {
  it('is compared with the open case, and alone where none is open', async () => {
    const { ask, person, folder } = await withCopy()
    person.report = join(folder, 'report.html')
    await ask('report.save', usualRequest('html'))
    expect(await ask('report.verify')).toMatchObject({ file: 'unaltered', comparison: { isSameCase: true } })
    await ask('case.close')
    expect(await ask('report.verify')).toMatchObject({ file: 'unaltered', comparison: null })
  })
})
