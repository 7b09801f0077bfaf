import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applicationId, migrate, newestVersion } from '../../db/migrate.js'
import { migrations } from '../../db/migrations/index.js'
import type { Migration } from '../../db/migrations/migration.js'
import { openCase, type CaseStore } from '../../db/case-store.js'
import { numberedVersions } from '../faults/case-content.js'
import { notesInOldCase, oldVersions, placeVersion } from '../faults/versions.js'
import {
  addClaim,
  caseFile,
  caseWithSources,
  findingOf,
  idOf,
  instant,
  refusal,
  writeNote,
} from './case-fixture.js'
import { defaultScale, presetScales } from '../../shared/domain/preset-scales.js'

const next = newestVersion + 1
const addColumn: Migration = {
  version: next,
  up: (database) => database.exec("ALTER TABLE sources ADD COLUMN shelf TEXT NOT NULL DEFAULT 'A3'"),
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
    expect(rows('sources')).toEqual(before.map((row) => ({ ...row, shelf: 'A3' })))
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

describe('a case of version 1', () => {
  /** A case as version 1 wrote it: its tables, with the rows of a case of today. */
  function caseOfVersion1(): { path: string; before: CaseStore } {
    const { store, path: newer } = caseWithSources()
    store.perform(addClaim(10), 'Ada', instant(2))
    store.perform(addClaim(11, 31, 40), 'Ada', instant(3))
    store.perform(writeNote(12, 10, 'Ask the archivist'), 'Ada', instant(4))
    const ends = { fromClaimId: idOf<never>(10), toClaimId: idOf<never>(11) }
    store.perform({ do: 'add-relation', id: idOf(13), ...ends, type: 'contradicts' }, 'Bob', instant(5))
    store.perform({ do: 'remove-note', id: idOf(12) }, 'Ada', instant(6))
    store.perform(writeNote(14, 11, 'The archivist says no'), 'Ada', instant(7))
    store.storeFindings([findingOf('findingone', idOf(1), [3, 10], [31, 40])])
    store.close()
    const path = caseFile('version1.stet')
    const old = new Database(path)
    migrate(old, migrations.slice(0, 1))
    old.pragma('foreign_keys = OFF')
    old.prepare('ATTACH ? AS newer').run(newer)
    const tables = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> 'log_records'"
    for (const name of old.prepare<[], string>(tables).pluck().all()) {
      const columns = old.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(name)
      old.exec(`INSERT INTO main.${name} SELECT ${columns.join(', ')} FROM newer.${name}`)
    }
    // Version 1 kept the keys of the changes alone.
    old.exec(`INSERT INTO log_records SELECT DISTINCT json_extract(value, '$.key'), sequence FROM log,
      json_each(log.changes)`)
    old.close()
    return { path, before: openCase(newer) }
  }

  it('keeps every record, its log and its findings, and is found by the search', () => {
    const { path, before } = caseOfVersion1()
    const store = openCase(path)
    expect(store.info()).toEqual({ ...before.info(), schemaVersion: newestVersion })
    expect(store.snapshot()).toEqual(before.snapshot())
    for (const id of [1, 3, 10, 11, 12, 13, 14])
      expect(store.history(idOf(id))).toEqual(before.history(idOf(id)))
    const all = { limit: 50, offset: 0 }
    expect(store.search('archivist', all)).toEqual(before.search('archivist', all))
    expect(store.search('mayor', all).total).toBe(4)
    expect(store.verify()).toMatchObject({ sound: true, problems: [] })
    store.close()
    before.close()
  })
})

/** What a row that an older version wrote says in columns that came later. */
const addedColumns: Readonly<Record<string, object>> = {
  sources: { language: null },
  claims: { assignee_id: null },
  evidence: { author: null, publisher: null, published: null },
}

describe.each(oldVersions)('a case that version %i wrote', (old) => {
  it('keeps every row as it was, and is sound', () => {
    const path = caseFile('old.stet')
    placeVersion(old, path)
    const tables = [
      'sources',
      'text_versions',
      'originals',
      'claims',
      'notes',
      'evidence',
      'sign_offs',
      'log',
    ]
    const rowsIn = () => {
      const file = new Database(path)
      const there = file.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all()
      const all = tables.map((table) =>
        there.includes(table) ? file.prepare<[], object>(`SELECT * FROM ${table}`).all() : [],
      )
      file.close()
      return all
    }
    const before = rowsIn()
    const store = openCase(path)
    expect(store.verify()).toMatchObject({ sound: true, problems: [] })
    expect(numberedVersions(store)).toEqual(notesInOldCase)
    store.close()
    const after = rowsIn()
    tables.forEach((table, index) => {
      expect(after[index], table).toEqual(before[index]!.map((row) => ({ ...addedColumns[table], ...row })))
    })
  })
})

describe('a case that version 4 wrote', () => {
  function opened(): CaseStore {
    const path = caseFile('old.stet')
    placeVersion(4, path)
    return openCase(path)
  }

  it('keeps its verdicts, judgements, evidence and signatures, none of which is stale', () => {
    const store = opened()
    const { claims, assessments, evidence, signOffs, staleSignOffs, preferences } = store.records()
    const judged = claims.flatMap(({ verdict }) => verdict ?? [])
    expect(new Set(judged)).toEqual(new Set(defaultScale.verdicts.map(({ id }) => id)))
    expect(assessments).toMatchObject([{ verdict: 'garbled', keptVerdict: 'inconsistent' }])
    expect(evidence.map(({ title }) => title)).toEqual(['Minutes', 'Two'])
    expect(evidence.flatMap((piece) => Object.keys(piece))).not.toContain('author')
    expect(signOffs).toHaveLength(2)
    expect(staleSignOffs).toEqual([])
    expect(store.staleSignOffs(null)).toEqual([])
    expect(preferences).toEqual([])
    store.close()
  })

  it('can be judged by a scale that version 4 did not know', () => {
    const store = opened()
    const fields = { verdict: 'confirmed' }
    const edit = { do: 'edit-claim', id: idOf<never>(9), fields } as const
    expect(refusal(() => store.perform(edit, 'Ada', instant(900)))).toMatchObject({ kind: 'invalid' })
    store.perform({ do: 'set-verdict-scale', scale: presetScales[1]!, mapping: {} }, 'Ada', instant(901))
    store.perform(edit, 'Ada', instant(902))
    expect(store.verify()).toMatchObject({ sound: true, problems: [] })
    store.close()
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
