import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openCase } from '../../db/case-store.js'
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
import { tamperPastTriggers } from './tamper.js'

function workedOn() {
  const { store, path } = caseWithSources()
  store.perform(addClaim(10), 'Ada', instant(2))
  store.perform(writeNote(11, 10, 'Ask the archivist'), 'Ada', instant(3))
  return { store, path }
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
