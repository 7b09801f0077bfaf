import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openCase } from '../../db/case-store.js'
import { requireUnlocked } from '../../db/connection.js'
import { inspectCase } from '../../db/inspect-case.js'
import { migrate } from '../../db/migrate.js'
import { migrations } from '../../db/migrations/index.js'
import { searchFile } from '../../db/search-file.js'
import {
  addClaim,
  caseFile,
  caseWithSources,
  fileHash,
  idOf,
  instant,
  refusal,
  writeNote,
} from './case-fixture.js'
import { crashedCopy, tamper, tamperPastTriggers } from './tamper.js'

function workedOn() {
  const { store, path } = caseWithSources()
  store.perform(addClaim(10), 'Ada', instant(2))
  store.perform(writeNote(11, 10, 'Ask the archivist'), 'Ada', instant(3))
  return { store, path }
}

/** Another program that has a case open, until it is killed. */
async function holdOpen(path: string): Promise<ChildProcess> {
  const script = `const database = new (require('better-sqlite3'))(${JSON.stringify(path)})
    database.pragma('locking_mode = EXCLUSIVE')
    database.exec('BEGIN EXCLUSIVE')
    console.log('open')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

describe('a saved copy', () => {
  it('is the whole case in one sound file, while the case is open', () => {
    const { store, path } = workedOn()
    const copy = join(dirname(path), 'copy.stet')
    writeFileSync(copy, 'what was there')
    expect(store.saveCopy(copy)).toMatchObject({ sound: true, checked: { notes: 1 } })
    expect(
      readdirSync(dirname(path)).filter((name) => name.includes('copy') || name.includes('tmp')),
    ).toEqual(['copy.stet'])
    const opened = openCase(copy)
    expect(opened.snapshot()).toEqual(store.snapshot())
    expect(opened.history(idOf(10))).toEqual(store.history(idOf(10)))
    opened.close()
    expect(searchFile(copy, 'archivist', { limit: 5, offset: 0 }).total).toBe(1)
    store.close()
  })

  it('does not take the place of the open case, nor of anything when it fails', () => {
    const { store, path } = workedOn()
    expect(refusal(() => store.saveCopy(path)).kind).toBe('conflict')
    expect(refusal(() => store.saveCopy(join(dirname(path), 'no', 'folder', 'copy.stet'))).kind).not.toBe(
      'internal',
    )
    store.close()
    expect(readdirSync(dirname(path))).toEqual(['test.stet'])
  })

  it('does not take the place of a case that another program has open', async () => {
    const { store, path } = workedOn()
    const other = caseFile()
    caseWithSources(other).store.close()
    const before = fileHash(other)
    const holder = await holdOpen(other)
    expect(refusal(() => store.saveCopy(other)).kind).toBe('locked')
    holder.kill()
    expect(fileHash(other)).toBe(before)
    store.close()
    expect(readdirSync(dirname(path))).toEqual(['test.stet'])
  })

  it('does not take the place of a case beside which its log was left: it would be read into the copy', () => {
    const { store, path } = workedOn()
    const other = caseWithSources(caseFile())
    other.store.perform(addClaim(12), 'Ada', instant(2))
    const left = join(dirname(path), 'left.stet')
    crashedCopy(other.path, left)
    other.store.close()
    expect(refusal(() => store.saveCopy(left)).kind).toBe('conflict')
    // Opening it makes it one file again.
    openCase(left).close()
    expect(store.saveCopy(left)).toMatchObject({ sound: true, checked: { notes: 1 } })
    store.close()
  })

  it('does not come to lie beside the log or the journal of a case that was deleted', () => {
    const { store, path } = workedOn()
    const other = caseWithSources(caseFile())
    const left = join(dirname(path), 'left.stet')
    crashedCopy(other.path, left)
    other.store.close()
    rmSync(left)
    const refused = () => refusal(() => store.saveCopy(left))
    const naming = (log: string) => ({
      kind: 'conflict',
      message: expect.stringContaining(log) as string,
    })
    expect(refused()).toMatchObject(naming(`${left}-wal`))
    renameSync(`${left}-wal`, `${left}-journal`)
    expect(refused()).toMatchObject(naming(`${left}-journal`))
    expect(existsSync(left)).toBe(false)
    // An empty one says nothing.
    writeFileSync(`${left}-journal`, '')
    expect(store.saveCopy(left).sound).toBe(true)
    openCase(left).close()
    store.close()
  })

  it('leaves nothing beside a case whose place it takes, nor beside one that it leaves alone', () => {
    const { store, path } = workedOn()
    const other = join(dirname(path), 'other.stet')
    caseWithSources(other).store.close()
    expect(store.saveCopy(other).sound).toBe(true)
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith('other'))).toEqual(['other.stet'])
    store.close()
    requireUnlocked(path)
    expect(readdirSync(dirname(path)).sort()).toEqual(['other.stet', 'test.stet'])
    rmSync(path)
    caseWithSources(path).store.close()
  })

  it('does not take the place of a case of a newer Stet, which may be open there', () => {
    const { store, path } = workedOn()
    const other = join(dirname(path), 'other.stet')
    caseWithSources(other).store.close()
    tamper(other, (database) => void database.pragma('user_version = 99'))
    const before = fileHash(other)
    expect(refusal(() => store.saveCopy(other)).kind).toBe('newer')
    expect(fileHash(other)).toBe(before)
    store.close()
  })

  it('takes the place of a link, and leaves what the link led to', () => {
    const { store, path } = workedOn()
    const [precious, link] = [join(dirname(path), 'precious.txt'), join(dirname(path), 'link.stet')]
    writeFileSync(precious, 'precious')
    symlinkSync(precious, link)
    store.saveCopy(link)
    store.close()
    expect(readFileSync(precious, 'utf8')).toBe('precious')
    expect(lstatSync(link).isFile()).toBe(true)
  })

  it('can have the longest name that there is', () => {
    const { store, path } = workedOn()
    const copy = join(dirname(path), `${'ß'.repeat(125)}.stet`)
    expect(store.saveCopy(copy).sound).toBe(true)
    store.close()
    expect(readdirSync(dirname(path)).sort()).toEqual(['test.stet', basename(copy)])
  })

  it('says which records of the case are damaged', () => {
    const { store, path } = workedOn()
    store.close()
    tamperPastTriggers(path, "UPDATE notes SET text = 'Ask nobody'")
    const again = openCase(path)
    const { sound, problems } = again.saveCopy(`${path}.copy`)
    expect(sound).toBe(false)
    expect(problems).toContainEqual(expect.objectContaining({ record: { kind: 'notes', key: idOf(11) } }))
    again.close()
  })

  it('can be compared with the case as it became', () => {
    const { store, path } = workedOn()
    const copy = join(dirname(path), 'copy.stet')
    store.saveCopy(copy)
    expect(store.compareWith(copy)).toEqual({ counts: {}, records: [] })
    const hash = fileHash(copy)
    store.perform(addClaim(12, 31, 40), 'Ada', instant(4))
    store.perform({ do: 'edit-claim', id: idOf(10), fields: { verdict: 'garbled' } }, 'Ada', instant(5))
    store.perform({ do: 'remove-note', id: idOf(11) }, 'Ada', instant(6))
    expect(store.compareWith(copy)).toEqual({
      counts: { claim: { added: 0, removed: 1, changed: 1 }, note: { added: 1, removed: 0, changed: 0 } },
      records: [
        { kind: 'claim', key: idOf(10), change: 'changed', label: 'Tuesday' },
        { kind: 'claim', key: idOf(12), change: 'removed', label: 'Wednesday' },
        { kind: 'note', key: idOf(11), change: 'added', label: 'Ask the archivist' },
      ],
    })
    expect(fileHash(copy)).toBe(hash)
    store.close()
  })
})

it('a file of an older version is copied before it is migrated, and verified without being touched', () => {
  const { store, path: newer } = workedOn()
  store.close()
  const path = caseFile('old.stet')
  const old = new Database(path)
  migrate(old, migrations.slice(0, 1))
  old.prepare('ATTACH ? AS newer').run(newer)
  old.exec('INSERT INTO case_info SELECT * FROM newer.case_info')
  old.close()
  const hash = fileHash(path)
  expect(inspectCase(path)).toMatchObject({ sound: true, checked: { claims: 0 } })
  expect([fileHash(path), readdirSync(dirname(path))]).toEqual([hash, ['old.stet']])
  openCase(path).close()
  expect(readdirSync(dirname(path)).sort()).toEqual(['old (format 1).stet', 'old.stet'])
  expect(readFileSync(join(dirname(path), 'old (format 1).stet')).readUInt32BE(60)).toBe(1)
  expect(existsSync(`${path}-wal`)).toBe(false)
})
