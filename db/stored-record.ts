import { StetError } from '../shared/ipc/result.js'
import { deepestContent, nestsDeeperThan } from '../shared/domain/canonical-json.js'
import type { ReadableDb, WritableDb } from './database.js'
import { contentHash } from './digest.js'
import { deleteByKey, selectByKey, upsert, type Row, type SqlValue } from './sql.js'

/** What parses a kind of record: a schema of shared/domain. */
export interface RecordSchema<T> {
  safeParse(candidate: unknown): { success: true; data: T } | { success: false; error: SchemaError }
}

interface SchemaError {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}

/** A table of records that acts change. `put` inserts or overwrites; `remove` of a record that is not there does nothing. */
export interface RecordTable<T> {
  find(db: ReadableDb, key: string): T | null
  put(db: WritableDb, record: T): void
  remove(db: WritableDb, key: string): void
}

interface Mapping<T> {
  table: string
  key: string
  toRow(record: T): Row
  fromRow(row: Row): T
}

/** The three statements that every table of records has. */
export function recordTable<T>({ table, key, toRow, fromRow }: Mapping<T>): RecordTable<T> {
  // The columns are the same for every record: the statement is put together once.
  let putting: string | null = null
  return {
    find: (db, value) => {
      const row = db.get(selectByKey(table, key, value))
      return row && fromRow(row)
    },
    put: (db, record) => {
      const row = toRow(record)
      putting ??= upsert(table, key, row).text
      db.run({ text: putting, values: Object.values(row) })
    },
    remove: (db, value) => void db.run(deleteByKey(table, key, value)),
  }
}

/**
 * The record that a row holds. Throws 'damaged', naming the record, when it does not have the record's shape or was
 * changed by anything but Stet (`hash` is the content hash that was stored with it).
 */
export function storedRecord<T>(
  schema: RecordSchema<T>,
  candidate: unknown,
  hash: SqlValue,
  name: string,
): T {
  const record = storedValue(schema, candidate, name)
  if (contentHash(record) !== hash) throw damagedRecord(name, 'it was changed outside Stet')
  return record
}

/** The same for a row that has a check of its own. */
export function storedValue<T>(schema: RecordSchema<T>, candidate: unknown, name: string): T {
  const parsed = schema.safeParse(candidate)
  if (!parsed.success) throw damagedRecord(name, firstIssue(parsed.error))
  return parsed.data
}

/** The levels of JSON that the log puts around a record, with some to spare. */
const logLevels = 10

/** The value of a JSON column; 'damaged' when it is no JSON, or nests so deep that walking it would fail. */
export function storedJson(value: SqlValue, name: string): unknown {
  const json = parsedJson(value, name)
  if (nestsDeeperThan(deepestContent + logLevels, json)) throw damagedRecord(name, 'it nests too deep')
  return json
}

function parsedJson(value: SqlValue, name: string): unknown {
  try {
    return JSON.parse(String(value))
  } catch (thrown) {
    throw damagedRecord(name, `what should be JSON is not (${(thrown as Error).message})`)
  }
}

/** The refusal of one damaged record; the rest of the case can still be sound. */
export function damagedRecord(name: string, what: string): StetError {
  return new StetError(
    'damaged',
    `The ${name} in the case file is damaged: ${what}. Nothing was changed. Keep the file, and take this record from a ` +
      'backup or an earlier copy.',
  )
}

/** The first thing wrong with a value, in words: "title: Too small". */
export function firstIssue(error: SchemaError): string {
  const issue = error.issues[0]
  if (!issue) return 'it does not have the right shape'
  return issue.path.length ? `${issue.path.map(String).join('.')}: ${issue.message}` : issue.message
}
