import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ClaimId, NoteId } from '../../../shared/domain/ids.js'
import { defaultPreferences, initialViewState } from '../../../shared/domain/preferences.js'
import {
  addText,
  contentOf,
  millText,
  startService,
  startWithCase,
  textFile,
  type RunningService,
} from './running-service.js'
import { filesIn } from '../temporary-folder.js'

const newClaim = (): ClaimId => randomUUID() as ClaimId

async function records({ ask }: RunningService) {
  return (await ask('app.start')).open!.records
}

describe('a new window', () => {
  it('has nothing open and nothing to remember', async () => {
    const { ask } = await startService()
    expect(await ask('app.start')).toEqual({
      open: null,
      text: null,
      recent: [],
      preferences: defaultPreferences,
      accountName: 'ada',
      version: '0.0.1',
      releasesPage: null,
      refused: [],
      notices: [],
    })
  })

  it('has the preferences of the one before', async () => {
    const first = await startService()
    await first.ask('preferences.set', { author: 'Grace', theme: 'dark', textSize: 24 })
    const second = await startService(first.folder)
    expect((await second.ask('app.start')).preferences).toEqual({
      ...defaultPreferences,
      author: 'Grace',
      theme: 'dark',
      textSize: 24,
    })
  })
})

describe('preferences that were changed in another window', () => {
  const grace = { ...defaultPreferences, author: 'Grace' }

  it('are told to this one', async () => {
    const { service, events } = await startService()
    service.preferencesChanged({ before: defaultPreferences, now: grace, by: null })
    expect(events).toEqual([{ name: 'preferences.changed', event: grace }])
  })

  it('are checked by, where the house rules are others', async () => {
    const started = await startWithCase()
    await addText(started)
    const banned = [{ phrase: 'two days later' }]
    started.data.onPreferences((change) => started.service.preferencesChanged(change))
    await started.data.setPreferences({ ...grace, house: { ...grace.house, banned } })
    await expect
      .poll(async () => [...(await records(started)).findings].map(({ rule }) => rule))
      .toContain('house-style')
  })

  it('are not told to the window that changed them', async () => {
    const { service, data, ask, events } = await startService()
    data.onPreferences((change) => service.preferencesChanged(change))
    await ask('preferences.set', grace)
    expect(events).toEqual([])
  })
})

describe('a case', () => {
  it('is created where a person says, under the name of its file', async () => {
    const { ask, path, events } = await startWithCase()
    const { open, recent } = await ask('app.start')
    expect(open).toMatchObject({ name: 'Mill.stet', info: { title: 'Mill' }, undo: null, redo: null })
    expect(open!.records).toMatchObject({ sources: [], claims: [], findings: [] })
    expect(existsSync(path)).toBe(true)
    expect(events.map(({ name }) => name)).toContain('case.opened')
    expect(recent).toMatchObject([
      { title: 'Mill', fileName: expect.stringMatching(/\.stet$/), folder: 'cases' },
    ])
    expect(JSON.stringify(recent)).not.toContain(dirname(path))
  })

  it('is not created or opened when a person leaves the dialog', async () => {
    const { ask } = await startService()
    expect(await ask('case.create')).toBe(null)
    expect(await ask('case.open')).toBe(null)
    expect((await ask('app.start')).open).toBe(null)
  })

  it('does not take the place of a file, and the open one stays open', async () => {
    const started = await startWithCase()
    const letter = textFile(started, 'letter.stet', 'Dear sir')
    const before = await contentOf(started)
    expect(await started.refusal('case.create')).toMatchObject({ kind: 'locked' })
    started.person.newCase = letter
    expect(await started.refusal('case.create')).toMatchObject({ kind: 'conflict' })
    expect(await contentOf(started)).toEqual(before)
    expect(readFileSync(letter, 'utf8')).toBe('Dear sir')
    expect((await started.ask('app.start')).open?.name).toBe('Mill.stet')
    expect((await addText(started)).added).toHaveLength(1)
  })

  it('is one file when it is closed, and the same when it is opened again', async () => {
    const started = await startWithCase()
    const { source } = await addText(started)
    const add = { do: 'add-claim', id: newClaim(), sourceId: source, start: 0, end: 4, fields: {} } as const
    await started.ask('case.perform', add)
    const before = await records(started)
    const recent = await started.ask('case.close')
    expect(Object.keys(filesIn(dirname(started.path)))).toEqual(['Mill.stet'])
    expect((await started.ask('app.start')).open).toBe(null)

    await started.ask('case.open-recent', { id: recent[0]!.id })
    expect(await records(started)).toEqual(before)
    expect(await started.ask('source.text', { id: source })).toMatchObject({
      sourceId: source,
      text: millText,
    })
  })

  it('can be renamed, which the list of recent cases shows', async () => {
    const { ask, refusal } = await startWithCase()
    expect(await ask('case.rename', { title: ' The mill fire ' })).toMatchObject({ title: 'The mill fire' })
    const { open, recent } = await ask('app.start')
    expect([open!.info.title, recent[0]!.title]).toEqual(['The mill fire', 'The mill fire'])
    expect(await refusal('case.rename', { title: '' })).toMatchObject({ kind: 'invalid' })
  })

  it('that another window has open is refused, and stays whole', async () => {
    const first = await startWithCase()
    const { source } = await addText(first)
    const second = await startService()
    second.person.case = first.path
    expect(await second.refusal('case.open')).toMatchObject({ kind: 'locked' })
    expect((await second.ask('app.start')).open).toBe(null)
    expect((await first.ask('source.text', { id: source })).text).toBe(millText)
    await first.ask('case.close')
    expect((await second.ask('case.open'))?.records.sources).toHaveLength(1)
  })

  it('that is not one is refused with its kind, and the open one stays open', async () => {
    const started = await startWithCase()
    started.person.case = join(started.folder, 'none.stet')
    expect(await started.refusal('case.open')).toMatchObject({ kind: 'not-found' })
    started.person.case = join(started.folder, 'data', 'stet.json')
    expect(await started.refusal('case.open')).toMatchObject({ kind: 'foreign' })
    expect((await started.ask('app.start')).open?.name).toBe('Mill.stet')
  })

  it('that is opened twice in a window is the same', async () => {
    const { ask, person, path } = await startWithCase()
    person.case = path
    expect(await ask('case.open')).toMatchObject({ name: 'Mill.stet' })
  })

  it('can be the sample, of which every opening makes its own', async () => {
    const { ask, folder } = await startService()
    const first = await ask('case.open-sample')
    expect(first.records.sources.length).toBeGreaterThan(1)
    await ask('check.run')
    expect((await ask('app.start')).open!.records.findings).not.toHaveLength(0)
    const second = await ask('case.open-sample')
    expect(second.name).toBe(first.name.replace('.stet', ' 2.stet'))
    expect(Object.keys(filesIn(join(folder, 'cases'))).filter((name) => name.endsWith('.stet'))).toHaveLength(
      2,
    )
  })
})

describe('a person’s acts', () => {
  it('are done, taken back and done again', async () => {
    const started = await startWithCase()
    const { source } = await addText(started)
    const id = newClaim()
    const add = {
      do: 'add-claim',
      id,
      sourceId: source,
      start: 0,
      end: 4,
      fields: { verdict: 'supported' },
    } as const
    const outcome = await started.ask('case.perform', add)
    expect(outcome.changes).toMatchObject([
      { kind: 'claim', key: id, before: null, after: { verdict: 'supported' } },
    ])
    expect(outcome.undo).toBeTruthy()

    expect(await started.ask('case.undo')).toMatchObject({
      changes: [{ kind: 'claim', key: id, after: null }],
    })
    expect((await records(started)).claims).toEqual([])
    expect(await started.ask('case.redo')).toMatchObject({
      changes: [{ kind: 'claim', key: id, before: null }],
    })
    expect((await records(started)).claims).toMatchObject([{ id, selector: { exact: millText.slice(0, 4) } }])
  })

  it('are signed by the account until a person gives a name', async () => {
    const started = await startWithCase()
    const { source } = await addText(started)
    const claimId = newClaim()
    await started.ask('case.perform', {
      do: 'add-claim',
      id: claimId,
      sourceId: source,
      start: 0,
      end: 4,
      fields: {},
    })
    await started.ask('preferences.set', { author: 'Grace', theme: 'system', textSize: 18 })
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ask the mayor' }] }],
    }
    const noteId = randomUUID() as NoteId
    await started.ask('case.perform', { do: 'write-note', id: noteId, claimId, body, visibility: 'internal' })
    expect((await started.ask('case.history', { key: claimId })).map(({ actor }) => actor)).toEqual([
      'ada',
      'Grace',
    ])
    expect((await records(started)).notes).toMatchObject([
      { id: noteId, author: 'Grace', text: 'Ask the mayor' },
    ])
  })

  it('have nothing to take back in a case that was just opened', async () => {
    const { ask } = await startWithCase()
    expect(await ask('case.undo')).toBe(null)
    expect(await ask('case.redo')).toBe(null)
  })

  it('on a source tell the window of all that went and came back with it', async () => {
    const started = await startWithCase()
    const { source } = await addText(started)
    await started.ask('case.perform', {
      do: 'add-claim',
      id: newClaim(),
      sourceId: source,
      start: 0,
      end: 4,
      fields: {},
    })
    const claimsTold = (): (number | undefined)[] =>
      started.events.flatMap((told) =>
        told.name === 'case.opened' ? [told.event.records.claims.length] : [],
      )
    const before = claimsTold().length
    await started.ask('case.perform', { do: 'remove-source', id: source })
    await started.ask('case.undo')
    expect(claimsTold().slice(before)).toEqual([0, 1])
  })

  it('start the checks again when they bear on what the checks say', async () => {
    const started = await startWithCase()
    const { source } = await addText(started)
    const found = (await records(started)).findings.map(({ category }) => category)
    expect(found).toContain('weekday-mismatch')
    await started.ask('case.perform', { do: 'remove-source', id: source })
    await started.ask('check.run')
    expect((await records(started)).findings).toEqual([])
  })
})

describe('the next start', () => {
  it('shows the case that was open, as a person left it', async () => {
    const first = await startWithCase()
    const { source } = await addText(first)
    const view = {
      ...initialViewState,
      sourceId: source,
      leftTab: 'findings',
      scroll: { [source]: 40 },
    } as const
    await first.ask('view.save', view)
    await first.service.close()

    const second = await startService(first.folder)
    await second.service.restore()
    expect((await second.ask('app.start')).open).toMatchObject({ name: 'Mill.stet', view })
  })

  it('shows none when a person had closed it', async () => {
    const first = await startWithCase()
    await first.ask('case.close')
    const second = await startService(first.folder)
    await second.service.restore()
    expect(await second.ask('app.start')).toMatchObject({
      open: null,
      recent: [{ title: 'Mill' }],
      refused: [],
    })
  })

  it('says once that the case is gone', async () => {
    const first = await startWithCase()
    await first.service.close()
    rmSync(first.path)
    const second = await startService(first.folder)
    await second.service.restore()
    const { open, refused } = await second.ask('app.start')
    expect(open).toBe(null)
    expect(refused).toEqual([{ kind: 'not-found', message: expect.stringContaining('Mill.stet') }])
    expect((await second.ask('app.start')).refused).toEqual([])
  })

  it('does not list a case that is gone, once a person has tried to open it', async () => {
    const { ask, refusal, path } = await startWithCase()
    const [recent] = await ask('case.close')
    rmSync(path)
    expect(await refusal('case.open-recent', { id: recent!.id })).toMatchObject({ kind: 'not-found' })
    expect((await ask('app.start')).recent).toEqual([])
    expect(await refusal('case.open-recent', { id: recent!.id })).toMatchObject({ kind: 'not-found' })
  })
})

describe('a window that is about to close', () => {
  it('is waited for until it has handed over what it was writing', async () => {
    const { service, ask, events } = await startWithCase()
    const settled = service.settleWindow(60_000)
    expect(events.at(-1)).toEqual({ name: 'app.closing', event: null })
    await ask('app.settled')
    await settled
  })

  it('is not waited for when it does not answer', async () => {
    const { service } = await startWithCase()
    await expect(service.settleWindow(1)).resolves.toBeUndefined()
  })
})
