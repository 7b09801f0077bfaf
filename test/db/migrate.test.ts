import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applicationId, migrate, newestVersion } from '../../db/migrate.js'
import { migrations, type Migration } from '../../db/migrations/index.js'
import { caseFile, caseWithSources, refusal } from './case-fixture.js'

const next = newestVersion + 1
const addColumn: Migration = {
  version: next,
  up: (database) => database.exec("ALTER TABLE sources ADD COLUMN language TEXT NOT NULL DEFAULT 'en'"),
}

let database: Database.Database
beforeEach(() => void (database = new Database(caseFile())))
afterEach(() => void database.close())

const version = () => database.pragma('user_version', { simple: true })
const rows = (table: string) => database.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]

describe('a new file', () => {
  it('gets the newest schema, its version and the mark of a case', () => {
    migrate(database)
    expect(version()).toBe(newestVersion)
    expect(database.pragma('application_id', { simple: true })).toBe(applicationId)
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    migrate(database)
    expect(version()).toBe(newestVersion)
  })

  it('has only strict tables', () => {
    migrate(database)
    const tables = database.pragma('table_list') as { name: string; schema: string; strict: number }[]
    const own = tables.filter(({ name }) => !name.startsWith('sqlite_') && !name.startsWith('search'))
    expect(own.length).toBeGreaterThan(10)
    expect(own.filter(({ strict }) => !strict)).toEqual([])
  })
})

describe('a file of the version before', () => {
  beforeEach(() => {
    database.close()
    const { store, path } = caseWithSources()
    store.close()
    database = new Database(path)
  })

  it('keeps its rows', () => {
    const before = rows('sources')
    const texts = rows('text_versions')
    migrate(database, [...migrations, addColumn])
    expect(version()).toBe(next)
    expect(rows('sources')).toEqual(before.map((row) => ({ ...row, language: 'en' })))
    expect(rows('text_versions')).toEqual(texts)
  })

  it('stays what it was when a step fails, even the last of several', () => {
    const before = [rows('sqlite_schema'), rows('sources')]
    const failing: Migration = {
      version: next + 1,
      up: (it) => {
        it.exec('DELETE FROM findings; CREATE TABLE half (a TEXT) STRICT')
        throw new Error('power')
      },
    }
    expect(() => migrate(database, [...migrations, addColumn, failing])).toThrow('power')
    expect(version()).toBe(newestVersion)
    expect([rows('sqlite_schema'), rows('sources')]).toEqual(before)
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('is not migrated into one whose references lead nowhere', () => {
    const careless: Migration = {
      version: next,
      up: (it) => it.exec('DROP TRIGGER originals_are_not_deleted; DELETE FROM originals'),
    }
    expect(() => migrate(database, [...migrations, careless])).toThrow(/broke a reference in sources/)
    expect(rows('originals')).toHaveLength(1)
  })
})

it('a file from the future is left alone', () => {
  migrate(database)
  database.pragma('user_version = 99')
  expect(refusal(() => migrate(database))).toMatchObject({
    kind: 'newer',
    message: expect.stringContaining('99') as string,
  })
  expect(version()).toBe(99)
})

it('steps are numbered without gaps', () => {
  expect(() => migrate(database, [...migrations, { ...addColumn, version: next + 1 }])).toThrow(
    /stands at place/,
  )
})
