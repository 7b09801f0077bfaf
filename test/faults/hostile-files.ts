import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { applicationId, newestVersion } from '../../db/migrate.js'
import { tamper } from '../db/tamper.js'
import { hostilePlaces, type HostileFile } from './hostile-places.js'
import { pageSize } from './row-pages.js'

const script = (sql: string) => (path: string) =>
  tamper(path, (database) => {
    database.exec(sql)
  })

const schemaText = (sql: string) => (path: string) =>
  tamper(path, (database) => {
    database.pragma('writable_schema = ON')
    database.exec(sql)
  })

const bytes = (change: (content: Buffer) => Buffer | void) => (path: string) => {
  const content = readFileSync(path)
  writeFileSync(path, change(content) ?? content)
}

const refusedBySql: [name: string, sql: string][] = [
  ['a trigger that deletes claims', 'CREATE TRIGGER x AFTER INSERT ON notes BEGIN DELETE FROM evidence; END'],
  ['a view of the notes', 'CREATE VIEW x AS SELECT * FROM notes'],
  [
    'a view in the place of the findings',
    'ALTER TABLE findings RENAME TO y; CREATE VIEW findings AS SELECT * FROM y',
  ],
  ['a full-text table of its own', 'CREATE VIRTUAL TABLE x USING fts5(a)'],
  ['an R-tree', 'CREATE VIRTUAL TABLE x USING rtree(id, a, b)'],
  ['a generated column', 'ALTER TABLE notes ADD COLUMN x TEXT AS (hex(zeroblob(1000))) VIRTUAL'],
  [
    'an endless recursive view',
    'CREATE VIEW x AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
  ],
  [
    'an endless recursive view in the place of the title',
    `ALTER TABLE case_info RENAME TO y; CREATE VIEW case_info AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1
      FROM n) SELECT i AS id, i AS title, i AS created_at, i AS content_hash FROM n`,
  ],
  ['an index on an expression', 'CREATE INDEX x ON notes (length(text))'],
  ['a partial index with a randomised condition', "CREATE INDEX x ON notes (text) WHERE text GLOB '*' || id"],
  ['statistics of a stranger', "ANALYZE; UPDATE sqlite_stat1 SET stat = '0 0 0 unordered noskipscan sz=0'"],
  ['a trigger of ours that does something else', 'DROP TRIGGER log_is_not_edited'],
  ['views in each other’s definition', 'CREATE VIEW a AS SELECT * FROM b; CREATE VIEW b AS SELECT * FROM a'],
  [
    'a schema of 3,000 tables',
    Array.from({ length: 3000 }, (_, table) => `CREATE TABLE x${table} (a);`).join(''),
  ],
]

const changedSchemas: [name: string, sql: string][] = [
  ['a schema that cannot be parsed', "UPDATE sqlite_schema SET sql = 'CREATE TABLE (' WHERE name = 'notes'"],
  [
    'a table that is not strict any more',
    "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'notes'",
  ],
  [
    'a table without its checks',
    "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (json_valid(body))', '') WHERE name = 'notes'",
  ],
  [
    'a table whose root is the root of another',
    "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'claims') WHERE name = 'notes'",
  ],
  [
    'a table whose root is far outside',
    "UPDATE sqlite_schema SET rootpage = 2147483646 WHERE name = 'notes'",
  ],
  [
    'a name that says it is SQLite’s own',
    "UPDATE sqlite_schema SET name = 'sqlite_notes' WHERE name = 'notes'",
  ],
  [
    'a definition of 5 MB',
    "UPDATE sqlite_schema SET sql = sql || '-- ' || hex(zeroblob(2500000)) WHERE name = 'notes'",
  ],
]

/** The index of the search says nothing that is not in the records, and is made anew where it cannot be read. */
const harmedIndexes: [name: string, sql: string][] = [
  [
    'an index of the search that is noise',
    "UPDATE search_data SET block = CAST(replace(hex(zeroblob(900)), '00', 'noise') AS BLOB)",
  ],
  [
    'an index of the search whose structure is four billion levels deep',
    "UPDATE search_data SET block = x'00000000ffffffffffffffff' WHERE id = 10",
  ],
  ['an index of the search that is empty', 'DELETE FROM search_data'],
  [
    'an index of the search with 100 MB in one entry',
    'UPDATE search_data SET block = zeroblob(100000000) WHERE id = (SELECT max(id) FROM search_data)',
  ],
  ['an index of the search of another version', "UPDATE search_config SET v = 99 WHERE k = 'version'"],
  ['an index of the search whose terms lead nowhere', 'UPDATE search_idx SET pgno = 2147483647'],
]

const changedHeaders: [name: string, change: (content: Buffer) => Buffer | void][] = [
  ['nothing at all', () => Buffer.alloc(0)],
  ['the magic alone', (content) => content.subarray(0, 16)],
  ['the header alone', (content) => content.subarray(0, 100)],
  ['the first page alone', (content) => content.subarray(0, pageSize)],
  ['a page size of 3', (content) => void content.writeUInt16BE(3, 16)],
  ['a page size of 65,536', (content) => void content.writeUInt16BE(1, 16)],
  ['a page size of 512', (content) => void content.writeUInt16BE(512, 16)],
  ['all of a page reserved', (content) => void content.writeUInt8(255, 20)],
  ['a count of four billion pages', (content) => void content.writeUInt32BE(0xffff_fffe, 28)],
  ['a free list that leads into the tables', (content) => void content.writeUInt32BE(2, 32)],
  ['a file format of the future', (content) => void content.fill(9, 18, 20)],
  ['text in UTF-16', (content) => void content.writeUInt32BE(2, 56)],
  ['the mark of another program', (content) => void content.writeUInt32BE(0x4741_504b, 68)],
  ['a version from the future', (content) => void content.writeUInt32BE(newestVersion + 1, 60)],
  ['a negative version', (content) => void content.writeInt32BE(-1, 60)],
  ['no version', (content) => void content.writeUInt32BE(0, 60)],
  ['a page that is its own child', ownChild],
  ['noise after the header', (content) => void content.fill('\u00a7x', 100)],
]

/** An inner page whose first child is itself, where the case has one; else the root of the schema. */
function ownChild(content: Buffer): void {
  for (let page = 2; page * pageSize <= content.length; page++) {
    const start = (page - 1) * pageSize
    if (content[start] !== 0x05) continue
    return void content.writeUInt32BE(page, start + 8)
  }
  content.writeUInt32BE(1, 108)
}

const changedInside: HostileFile[] = [
  {
    name: 'rows of the wrong type',
    expected: 'refused',
    make: (path) => {
      schemaText("UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')') WHERE name = 'notes'")(path)
      script("UPDATE notes SET text = x'00ff', body = 7")(path)
      const strict = "sql || ' STRICT'"
      schemaText(`UPDATE sqlite_schema SET sql = ${strict} WHERE name = 'notes'`)(path)
    },
  },
  {
    name: 'another program’s database with our mark',
    expected: 'refused',
    make: (path, beside) => {
      renameSync(path, beside('old'))
      const database = new Database(path)
      database.exec('CREATE TABLE bookmarks (url TEXT, title TEXT)')
      database.pragma(`application_id = ${applicationId}`)
      database.pragma(`user_version = ${newestVersion}`)
      database.close()
    },
  },
]

export const hostileFiles: HostileFile[] = [
  ...refusedBySql.map(([name, sql]) => ({ name, make: script(sql), expected: 'refused' as const })),
  ...changedSchemas.map(([name, sql]) => ({ name, make: schemaText(sql), expected: 'refused' as const })),
  ...harmedIndexes.map(([name, sql]) => ({ name, make: script(sql), expected: 'either' as const })),
  ...changedHeaders.map(([name, change]) => ({ name, make: bytes(change), expected: 'refused' as const })),
  ...hostilePlaces,
  ...changedInside,
]
