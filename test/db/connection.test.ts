import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { copyCase } from '../../db/case-copy.js'
import { openCase } from '../../db/case-store.js'
import { createForWriting, openForInspection, openForReading, openForWriting } from '../../db/connection.js'
import { CaseDatabase, type ReadableDb } from '../../db/database.js'
import { caseRecords } from '../../db/operations/reading/read-case.js'
import { inspectCase } from '../../db/inspect-case.js'
import { readCaseFile } from '../../db/read-case-file.js'
import { sql } from '../../db/sql.js'
import { caseFile, caseWithSources, fileHash, refusal } from './case-fixture.js'
import { crashedCopy, tamper, tamperPastTriggers } from './tamper.js'

const setting = (db: ReadableDb, name: string) =>
  Object.values(db.get({ text: `PRAGMA ${name}`, values: [] }) ?? {})[0]

/** A closed case with two sources. */
function closedCase(): string {
  const { store, path } = caseWithSources()
  store.close()
  return path
}

function expectRefused(path: string, kind: string, words: RegExp): void {
  const hash = fileHash(path)
  for (const open of [openCase, openForReading]) {
    const refused = refusal(() => open(path))
    expect(refused).toMatchObject({ kind, message: expect.stringMatching(words) as string })
    expect(refused.message).toContain(path)
    expect(fileHash(path)).toBe(hash)
  }
}

describe('a connection that writes', () => {
  it('keeps the settings that its promises rest on, also after it wrote', () => {
    const path = closedCase()
    const db = openForWriting(path)
    const decide = (key: string) =>
      db.run(sql`INSERT INTO decisions VALUES (${key}, 'dismissed', NULL, 'now', 'Ada', 'hash')`)
    db.transaction(() => decide('one'))
    decide('two')
    const names = ['synchronous', 'foreign_keys', 'trusted_schema', 'cell_size_check']
    expect(names.map((name) => setting(db, name))).toEqual([2, 1, 0, 1])
    expect(['fullfsync', 'checkpoint_fullfsync'].map((name) => setting(db, name))).toEqual([1, 1])
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    db.close()
  })

  it('saves nothing when a commit would not be flushed', () => {
    const raw = new Database(caseFile())
    raw.exec('CREATE TABLE t (a TEXT) STRICT')
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = NORMAL')
    const db = new CaseDatabase(raw, raw.name)
    expect(refusal(() => db.transaction(() => db.run(sql`INSERT INTO t VALUES ('x')`))).kind).toBe('internal')
    expect(db.all(sql`SELECT * FROM t`)).toEqual([])
    db.close()
  })

  it('takes a failed part of a transaction back alone, and all of a failed whole', () => {
    const db = createForWriting(caseFile(), {}, () => {})
    const decide = (key: string) =>
      db.run(sql`INSERT INTO decisions VALUES (${key}, 'dismissed', NULL, 'now', 'Ada', 'hash')`)
    const fail = () => {
      throw new Error('no')
    }
    db.transaction(() => {
      decide('one')
      expect(() => db.transaction(() => [decide('two'), fail()])).toThrow('no')
    })
    expect(() => db.transaction(() => [decide('three'), fail()])).toThrow('no')
    expect(db.all(sql`SELECT fingerprint FROM decisions`)).toEqual([{ fingerprint: 'one' }])
    db.close()
  })

  it('keeps every character and refuses half of one', () => {
    const db = createForWriting(caseFile(), {}, () => {})
    const odd = 'a\0b 🙂 \uFFFE "\' é e\u0301'
    db.run(sql`INSERT INTO decisions VALUES (${odd}, 'dismissed', NULL, 'now', 'Ada', 'hash')`)
    expect(db.get(sql`SELECT fingerprint FROM decisions`)).toEqual({ fingerprint: odd })
    const half = refusal(() => db.run(sql`UPDATE decisions SET reason = ${'\uD83D'}`))
    expect(half.kind).toBe('invalid')
    db.close()
  })

  it('is alone: a second one is told so at once and changes nothing', () => {
    const path = closedCase()
    const first = openForWriting(path)
    const before = fileHash(path)
    const start = performance.now()
    expect(refusal(() => openCase(path)).kind).toBe('locked')
    expect(refusal(() => openForReading(path))).toMatchObject({
      kind: 'locked',
      message: expect.stringContaining(path),
    })
    expect(performance.now() - start).toBeLessThan(1000)
    expect(fileHash(path)).toBe(before)
    first.close()
    openCase(path).close()
  })

  it('reads what a crash left in the write-ahead log', () => {
    const { store, path } = caseWithSources()
    const copy = caseFile('crashed.stet')
    crashedCopy(path, copy)
    const records = store.records()
    store.close()
    const again = openCase(copy)
    expect(again.records()).toEqual(records)
    again.close()
  })

  it('is not made over the remains of another file', () => {
    const path = caseFile()
    writeFileSync(`${path}-wal`, 'left over')
    const refused = refusal(() => createForWriting(path, {}, () => {}))
    expect(refused).toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining(`${path}-wal`) as string,
    })
  })

  it('is made beside empty logs, which say nothing', () => {
    const path = caseFile()
    for (const suffix of ['-wal', '-journal']) writeFileSync(path + suffix, '')
    caseWithSources(path).store.close()
    const again = openCase(path)
    expect(again.verify()).toMatchObject({ sound: true })
    again.close()
  })
})

describe('a connection that reads', () => {
  it('cannot write', () => {
    const db = openForReading(closedCase())
    expect(() => db.all(sql`DELETE FROM findings RETURNING fingerprint`)).toThrow('would write')
    // @ts-expect-error A ReadableDb has no way to write.
    expect(() => db.run(sql`DELETE FROM findings`)).toThrow()
    db.close()
  })

  it('leaves the file as it is', () => {
    const path = closedCase()
    const hash = fileHash(path)
    const db = openForReading(path)
    expect(db.all(sql`SELECT id FROM sources`)).toHaveLength(2)
    db.close()
    expect(fileHash(path)).toBe(hash)
  })
})

describe('what is not a case is refused and left as it is', () => {
  it('nothing, a folder, an empty file, a text, a few bytes', () => {
    const missing = caseFile('missing.stet')
    expect(refusal(() => openCase(missing))).toMatchObject({
      kind: 'not-found',
      message: expect.stringContaining(missing),
    })
    const folder = caseFile('folder.stet')
    mkdirSync(folder)
    expect(refusal(() => openCase(folder))).toMatchObject({
      kind: 'foreign',
      message: expect.stringMatching(/folder/),
    })
    const path = caseFile()
    writeFileSync(path, '')
    expectRefused(path, 'foreign', /empty/)
    writeFileSync(path, 'Dear reader, this is a letter and no database at all.'.repeat(10))
    expectRefused(path, 'foreign', /not a Stet file/)
    writeFileSync(path, readFileSync(closedCase()).subarray(0, 60))
    expectRefused(path, 'damaged', /header/)
  })

  it('a database of another program, one never finished, one from the future', () => {
    const path = closedCase()
    tamper(path, (database) => database.pragma('application_id = 1'))
    expectRefused(path, 'foreign', /another program/)
    const unfinished = closedCase()
    tamper(unfinished, (database) => database.pragma('user_version = 0'))
    expectRefused(unfinished, 'damaged', /never finished/)
    const future = closedCase()
    tamper(future, (database) => database.pragma('user_version = 99'))
    expectRefused(future, 'newer', /newer version of Stet \(format 99/)
  })

  it('a version from the future that only the write-ahead log tells of', () => {
    const path = closedCase()
    const copy = caseFile('future.stet')
    tamper(path, (database) => {
      database.pragma('wal_autocheckpoint = 0')
      database.pragma('user_version = 99')
      crashedCopy(path, copy)
    })
    const wal = fileHash(`${copy}-wal`)
    expectRefused(copy, 'newer', /format 99/)
    expect(fileHash(`${copy}-wal`)).toBe(wal)
  })

  const strange = {
    trigger: 'CREATE TRIGGER bad AFTER INSERT ON notes BEGIN DELETE FROM claims; END',
    view: 'CREATE VIEW bad AS SELECT * FROM notes',
    table: 'CREATE TABLE bad (a)',
    index: 'CREATE INDEX bad ON notes (text)',
    'table "bad': 'CREATE VIRTUAL TABLE bad USING fts5(a)',
  }
  for (const [kind, script] of Object.entries(strange)) {
    it(`a stranger's ${kind}: ${script.slice(0, 24)}`, () => {
      const path = closedCase()
      tamper(path, (database) => database.exec(script))
      expectRefused(path, 'foreign', new RegExp(`somebody else put a ${kind}`))
    })
  }

  it('a column that computes, a view in the place of a table, a trigger of ours altered or gone', () => {
    const generated = closedCase()
    tamper(generated, (database) =>
      database.exec('ALTER TABLE notes ADD COLUMN bad TEXT AS (upper(text)) VIRTUAL'),
    )
    expectRefused(generated, 'foreign', /table "notes" was altered/)
    const view = closedCase()
    tamper(view, (database) => {
      database.exec('ALTER TABLE findings RENAME TO kept; CREATE VIEW findings AS SELECT * FROM kept')
    })
    expectRefused(view, 'foreign', /somebody else put a|was altered/)
    const altered = closedCase()
    tamper(altered, (database) => {
      database.exec('DROP TRIGGER log_is_not_edited')
      database.exec('CREATE TRIGGER log_is_not_edited BEFORE UPDATE ON log BEGIN SELECT 1; END')
    })
    expectRefused(altered, 'foreign', /trigger "log_is_not_edited" was altered/)
    const gone = closedCase()
    tamper(gone, (database) => database.exec('DROP TRIGGER log_is_not_edited'))
    expectRefused(gone, 'damaged', /trigger "log_is_not_edited" is missing/)
  })

  it('a schema that cannot be parsed, pages that do not fit together, a file cut short', () => {
    const unparsable = closedCase()
    tamper(unparsable, (database) => {
      database.pragma('writable_schema = ON')
      database.exec("UPDATE sqlite_schema SET sql = 'CREATE TABLE notes (' WHERE name = 'notes'")
    })
    expectRefused(unparsable, 'damaged', /malformed/)
    const pages = closedCase()
    const bytes = readFileSync(pages)
    bytes.fill(0xff, 4096 * 3, 4096 * 4)
    writeFileSync(pages, bytes)
    expectRefused(pages, 'damaged', /./)
    const short = closedCase()
    writeFileSync(short, readFileSync(short).subarray(0, 4096 * 5))
    expectRefused(short, 'damaged', /./)
  })

  it('a value that the table does not allow, which a connection that reads sees only in the row', () => {
    const path = closedCase()
    tamperPastTriggers(path, "PRAGMA ignore_check_constraints = ON; UPDATE sources SET kind = 'rumour'")
    const hash = fileHash(path)
    expect(refusal(() => openCase(path))).toMatchObject({
      kind: 'damaged',
      message: expect.stringMatching(/CHECK/),
    })
    const db = openForReading(path)
    const { sources, damaged } = caseRecords(db)
    expect(sources).toEqual([])
    expect(damaged).toMatchObject([{ message: expect.stringMatching(/source/) }, {}])
    db.close()
    expect(fileHash(path)).toBe(hash)
  })

  it('a reference that leads nowhere', () => {
    const path = closedCase()
    tamperPastTriggers(path, 'DELETE FROM originals')
    const hash = fileHash(path)
    expect(refusal(() => openCase(path)).message).toMatch(/sources refer to originals that are not there/)
    expect(fileHash(path)).toBe(hash)
  })

  it('a case beside which a journal lies that would be played back into it', () => {
    const path = closedCase()
    writeFileSync(`${path}-journal`, Buffer.alloc(512, 1))
    expectRefused(path, 'damaged', /journal/)
  })

  it('a case that does not say its title', () => {
    const path = closedCase()
    tamper(path, (database) => {
      database.pragma('journal_mode = DELETE')
      database.exec("UPDATE case_info SET title = 'Another'")
    })
    const hash = fileHash(path)
    expect(refusal(() => openCase(path))).toMatchObject({
      kind: 'damaged',
      message: expect.stringMatching(/title/),
    })
    expect(fileHash(path)).toBe(hash)
  })
})

describe('a file that is only looked at', () => {
  const beside = (path: string): string[] => readdirSync(dirname(path)).sort()

  it.each([
    ['read', (path: string) => openForReading(path).close()],
    ['looked at', (path: string) => openForInspection(path).close()],
    ['verified', (path: string) => void inspectCase(path)],
    ['read by others', (path: string) => readCaseFile(path, {}, caseRecords)],
  ])('has nothing beside it that was not there once it was %s', (_how, look) => {
    const path = closedCase()
    const before = beside(path)
    look(path)
    expect(beside(path)).toEqual(before)
    tamperPastTriggers(path, 'DELETE FROM originals')
    const damaged = beside(path)
    try {
      look(path)
    } catch {
      // Refused, as it may be.
    }
    expect(beside(path)).toEqual(damaged)
  })

  it('keeps the log that a crash left', () => {
    const { store, path } = caseWithSources()
    const left = join(dirname(path), 'left.stet')
    crashedCopy(path, left)
    store.close()
    const log = fileHash(`${left}-wal`)
    openForReading(left).close()
    expect(fileHash(`${left}-wal`)).toBe(log)
  })
})

describe('a case file of a long name or path', () => {
  it('is refused by what is the matter with it', () => {
    const path = closedCase()
    const deep = join(dirname(path), ...Array.from({ length: 4 }, () => 'd'.repeat(200)))
    mkdirSync(deep, { recursive: true })
    for (const long of [join(deep, 'case.stet'), join(dirname(path), `${'n'.repeat(250)}.stet`)]) {
      copyFileSync(path, long)
      expectRefused(long, 'io', /is too long .* shorter/)
    }
  })
})

describe('what lies beside a case that is opened through a link', () => {
  it('belongs to it: the log that a crash left is read, also of an older version', () => {
    const { store, path } = caseWithSources()
    const left = join(dirname(path), 'left.stet')
    crashedCopy(path, left)
    store.close()
    const link = join(dirname(path), 'links', 'link.stet')
    mkdirSync(dirname(link))
    symlinkSync(left, link)
    const copy = copyCase(link)
    const sources = (file: string) => {
      const db = openForReading(file)
      const { length } = caseRecords(db).sources
      db.close()
      return length
    }
    expect([sources(link), sources(copy.path)]).toEqual([2, 2])
    copy.remove()
  })
})
