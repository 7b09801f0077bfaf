import Database from 'better-sqlite3'
import { foreignError } from './file-header.js'
import { migrate } from './migrate.js'
import { migrations } from './migrations/index.js'
import { damagedError } from './storage-error.js'

interface SchemaObject {
  type: string
  name: string
  tbl_name: string
  sql: string | null
}

const expected = new Map<number, readonly SchemaObject[]>()

/**
 * Throws unless the file's schema is, letter for letter, the one that its version has: 'foreign' for anything that
 * Stet did not put there (a trigger or a generated column runs code on the first write), 'damaged' for what is missing.
 */
export function requireOwnSchema(database: Database.Database, version: number, nativeBinding?: string): void {
  const wanted = new Map(expectedSchema(version, nativeBinding).map((object) => [keyOf(object), object]))
  for (const object of schemaOf(database)) {
    const own = wanted.get(keyOf(object))
    const what = `${object.type} "${object.name}"`
    if (!own) throw foreignError(database.name, `somebody else put a ${what} into it`)
    if (own.sql !== object.sql || own.tbl_name !== object.tbl_name) {
      throw foreignError(database.name, `its ${what} was altered`)
    }
    wanted.delete(keyOf(object))
  }
  for (const missing of wanted.values()) {
    throw damagedError(database.name, `its ${missing.type} "${missing.name}" is missing`)
  }
}

const keyOf = ({ type, name }: SchemaObject): string => `${type} ${name}`

function schemaOf(database: Database.Database): SchemaObject[] {
  return database.prepare<[], SchemaObject>('SELECT type, name, tbl_name, sql FROM sqlite_schema').all()
}

/** What the migrations up to `version` make of an empty database. */
function expectedSchema(version: number, nativeBinding?: string): readonly SchemaObject[] {
  const known = expected.get(version)
  if (known) return known
  const empty = new Database(':memory:', nativeBinding === undefined ? {} : { nativeBinding })
  try {
    migrate(empty, migrations.slice(0, version))
    const schema = schemaOf(empty)
    expected.set(version, schema)
    return schema
  } finally {
    empty.close()
  }
}
