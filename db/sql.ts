/** What SQLite stores of ours: booleans are 0 and 1, everything structured is JSON text. */
export type SqlValue = string | number | null | Uint8Array

/** A row as it is stored: the columns by name. */
export type Row = Readonly<Record<string, SqlValue>>

/** A statement with its values apart: values are only ever bound, never part of the text. */
export interface Sql {
  readonly text: string
  readonly values: readonly SqlValue[]
}

/** A statement whose `${...}` are bound values: sql`SELECT * FROM notes WHERE id = ${id}`. */
export function sql(parts: TemplateStringsArray, ...values: SqlValue[]): Sql {
  const text = textOf.get(parts) ?? parts.join('?')
  textOf.set(parts, text)
  return { text, values }
}

/** A template is the same object each time that it is met: its text is put together once. */
const textOf = new WeakMap<TemplateStringsArray, string>()

/** Inserts a row, or overwrites the one that has the same key. Column names are those of `row`. */
export function upsert(table: string, key: string, row: Row): Sql {
  const others = Object.keys(row).filter((column) => column !== key)
  const updates = others.map((column) => `${name(column)} = excluded.${name(column)}`)
  const { text, values } = insert(table, row)
  return { text: `${text} ON CONFLICT (${name(key)}) DO UPDATE SET ${updates.join(', ')}`, values }
}

/** Inserts a row; fails when its key is taken. */
export function insert(table: string, row: Row): Sql {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  return {
    text: `INSERT INTO ${name(table)} (${columns.map(name).join(', ')}) VALUES (${places})`,
    values: Object.values(row),
  }
}

/** The row that has this key. */
export function selectByKey(table: string, key: string, value: string): Sql {
  return { text: `SELECT * FROM ${name(table)} WHERE ${name(key)} = ?`, values: [value] }
}

/** Deletes the row that has this key. */
export function deleteByKey(table: string, key: string, value: string): Sql {
  return { text: `DELETE FROM ${name(table)} WHERE ${name(key)} = ?`, values: [value] }
}

/** Names come from the code alone; this keeps it so. */
function name(identifier: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(identifier))
    throw new TypeError(`"${identifier}" is not a name of the schema`)
  return identifier
}
