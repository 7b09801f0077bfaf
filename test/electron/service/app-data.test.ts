import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppData, recentId } from '../../../electron/service/app-data.js'
import { defaultPreferences, initialViewState } from '../../../shared/domain/preferences.js'
import { filesIn, temporaryFolder } from '../temporary-folder.js'

const at = '2026-02-03T09:30:00.000Z'
const grace = { ...defaultPreferences, author: 'Grace', theme: 'dark', textSize: 24 } as const

describe('what the program remembers', () => {
  it('is nothing at first', async () => {
    const data = await AppData.load(join(temporaryFolder(), 'new', 'folder'))
    expect([data.preferences, data.recent, data.lastCase]).toEqual([defaultPreferences, [], null])
  })

  it('tells those who listen of every change of the preferences, and by whom', async () => {
    const data = await AppData.load(temporaryFolder())
    const told: unknown[] = []
    const stop = data.onPreferences((change) => told.push(change))
    await data.setPreferences(grace, 'the window')
    stop()
    await data.setPreferences(defaultPreferences)
    expect(told).toEqual([{ before: defaultPreferences, now: grace, by: 'the window' }])
  })

  it('is there at the next start', async () => {
    const folder = temporaryFolder()
    const data = await AppData.load(folder)
    const view = { ...initialViewState, leftTab: 'claims' } as const
    await data.setPreferences(grace)
    await data.caseOpened('/cases/a.stet', 'A', at)
    await data.setView('/cases/a.stet', view)
    const again = await AppData.load(folder)
    expect(again.preferences).toEqual(grace)
    expect(again.lastCase).toBe('/cases/a.stet')
    expect(again.viewOf('/cases/a.stet')).toEqual(view)
    expect(again.pathOf(recentId('/cases/a.stet'))).toBe('/cases/a.stet')
  })

  it('is the last that was set when much is set at once', async () => {
    const folder = temporaryFolder()
    const data = await AppData.load(folder)
    const sizes = Array.from({ length: 20 }, (_, index) => 12 + index)
    const writing = sizes.map((textSize) => data.setPreferences({ ...grace, textSize }))
    void data.caseOpened('/cases/a.stet', 'A', at)
    await data.settled()
    await Promise.all(writing)
    expect((await AppData.load(folder)).preferences.textSize).toBe(31)
    expect((await AppData.load(folder)).recent).toHaveLength(1)
    expect(Object.keys(filesIn(folder))).toEqual(['stet.json'])
  })

  it('is written again after a time when it could not be', async () => {
    const folder = temporaryFolder()
    const data = await AppData.load(folder)
    mkdirSync(join(folder, 'stet.json', 'in the way'), { recursive: true })
    await expect(data.setPreferences(grace)).rejects.toMatchObject({ kind: 'io' })
    rmSync(join(folder, 'stet.json'), { recursive: true })
    await data.caseClosed()
    expect((await AppData.load(folder)).preferences).toEqual(grace)
  })
})

describe('the windows of a session', () => {
  const bounds = { x: 10, y: 20, width: 900, height: 700, isMaximized: false }

  it('are there at the next start, each with its case and its place', async () => {
    const folder = temporaryFolder()
    const windows = [
      { path: '/cases/a.stet', bounds },
      { path: '/cases/b.stet', bounds: null },
    ]
    await (await AppData.load(folder)).setOpenWindows(windows)
    expect((await AppData.load(folder)).openWindows).toEqual(windows)
  })

  it('are told of when a case was opened, closed or forgotten', async () => {
    const data = await AppData.load(temporaryFolder())
    let told = 0
    const stop = data.onCases(() => (told += 1))
    await data.caseOpened('/cases/a.stet', 'A', at)
    await data.caseClosed()
    await data.forget('/cases/a.stet')
    stop()
    await data.caseClosed()
    expect(told).toBe(3)
  })

  it('keep their cases when a place cannot be read', async () => {
    const folder = temporaryFolder()
    const windows = [{ path: '/cases/a.stet', bounds: { x: 'left' } }]
    writeFileSync(join(folder, 'stet.json'), JSON.stringify({ windows }))
    expect((await AppData.load(folder)).openWindows).toEqual([{ path: '/cases/a.stet', bounds: null }])
  })
})

describe('the recent cases', () => {
  it('are the last twenty, the newest first, each once', async () => {
    const data = await AppData.load(temporaryFolder())
    for (let number = 1; number <= 25; number += 1)
      await data.caseOpened(`/cases/${number}.stet`, `${number}`, at)
    await data.caseOpened('/cases/10.stet', 'Ten', at)
    expect(data.recent.map(({ title }) => title).slice(0, 3)).toEqual(['Ten', '25', '24'])
    expect(data.recent).toHaveLength(20)
    expect(data.recent.filter(({ path }) => path === '/cases/10.stet')).toHaveLength(1)
  })

  it('keep where a person was when a case is opened again', async () => {
    const data = await AppData.load(temporaryFolder())
    await data.caseOpened('/cases/a.stet', 'A', at)
    await data.setView('/cases/a.stet', { ...initialViewState, leftTab: 'findings' })
    await data.caseOpened('/cases/a.stet', 'A, renamed', at)
    expect(data.viewOf('/cases/a.stet').leftTab).toBe('findings')
    expect(data.viewOf('/cases/b.stet')).toEqual(initialViewState)
  })

  it('are found by a name that says nothing about the machine', async () => {
    expect(recentId('/home/ada/Secret project.stet')).toMatch(/^[0-9a-f]{24}$/)
    const data = await AppData.load(temporaryFolder())
    expect(data.pathOf('constructor')).toBe(null)
  })

  it('lose one that is forgotten', async () => {
    const data = await AppData.load(temporaryFolder())
    await data.caseOpened('/cases/a.stet', 'A', at)
    await data.caseOpened('/cases/b.stet', 'B', at)
    await data.forget('/cases/b.stet')
    expect([data.recent.map(({ title }) => title), data.lastCase]).toEqual([['A'], null])
  })
})

describe('a file of the program’s own that cannot be read', () => {
  it.each(['{ "preferences": ', '', '[]', 'null', '"text"', '\0\0\0'])(
    'is set aside: %j',
    async (content) => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'stet.json'), content)
      const data = await AppData.load(folder)
      expect(data.preferences).toEqual(defaultPreferences)
      await data.setPreferences(grace)
      expect(readFileSync(join(folder, 'stet.json.unreadable'), 'utf8')).toBe(content)
      expect((await AppData.load(folder)).preferences).toEqual(grace)
    },
  )

  it('loses only the part that is wrong', async () => {
    const folder = temporaryFolder()
    const recent = [{ path: '/cases/a.stet', title: 'A', openedAt: at, view: { leftTab: 'nowhere' } }]
    writeFileSync(join(folder, 'stet.json'), JSON.stringify({ preferences: grace, recent, lastCase: 5 }))
    const data = await AppData.load(folder)
    expect(data.preferences).toEqual(grace)
    expect(data.viewOf('/cases/a.stet')).toEqual(initialViewState)
    expect(data.recent).toHaveLength(1)
    expect(data.lastCase).toBe(null)
  })
})

/** What another program of the account, or a broken disk, may leave in the place of the program's own file. */
describe('what lies where the program remembers', () => {
  const load = async (put: (path: string) => void) => {
    const folder = temporaryFolder()
    put(join(folder, 'stet.json'))
    const data = await AppData.load(folder)
    await data.setPreferences(grace)
    return { again: await AppData.load(folder), folder }
  }
  const json = (value: unknown) => (path: string) =>
    writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))

  it.runIf(process.platform !== 'win32').each<[string, (path: string) => void]>([
    ['a folder', (path) => mkdirSync(join(path, 'inside'), { recursive: true })],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a link to a device without an end', (path) => symlinkSync('/dev/zero', path)],
    ['ten gigabytes', (path) => (writeFileSync(path, '{}'), truncateSync(path, 10 * 1024 ** 3))],
    ['a hundred thousand lists in one another', json('['.repeat(100_000))],
    ['no object', json('"stet"')],
    ['bytes that are no text', (path) => writeFileSync(path, Buffer.alloc(1000, 0xff))],
  ])('%s is set aside', async (_what, put) => {
    const { again, folder } = await load(put)
    expect(again.preferences).toEqual(grace)
    expect(readdirSync(folder).sort()).toEqual(['stet.json', 'stet.json.unreadable'])
  })

  it('counts for nothing where it is of the wrong kind or size', async () => {
    const huge = { x: 0, y: 0, width: 2 ** 40, height: 2 ** 52, isMaximized: false }
    const value = {
      preferences: { scale: '1', author: ['x'] },
      recent: [{ path: 7 }, null, { path: '/cases/a.stet', title: 'A', openedAt: at, view: 'nowhere' }],
      lastCase: { toString: 'x' },
      bounds: huge,
      windows: [{ path: '/cases/a.stet', bounds: huge }],
    }
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'stet.json'), JSON.stringify(value))
    const data = await AppData.load(folder)
    expect([data.preferences, data.lastCase, data.bounds]).toEqual([defaultPreferences, null, null])
    expect(data.recent.map(({ title, view }) => [title, view])).toEqual([['A', initialViewState]])
    expect(data.openWindows).toEqual([{ path: '/cases/a.stet', bounds: null }])
  })

  it('cannot reach the prototype of anything', async () => {
    const own = '{ "polluted": true, "theme": "dark" }'
    const text = `{ "__proto__": ${own}, "constructor": { "prototype": ${own} }, "preferences": { "__proto__": ${own} }, "recent": [{ "__proto__": ${own} }] }`
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'stet.json'), text)
    const data = await AppData.load(folder)
    expect([data.preferences, data.recent]).toEqual([defaultPreferences, []])
    expect('polluted' in {}).toBe(false)
  })
})
