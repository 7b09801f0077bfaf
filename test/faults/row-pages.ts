import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'

/** The rows of a table: the key of each, and the numbers (from 1) of all pages that hold a part of it. */
export type RowPages = ReadonlyMap<string, readonly number[]>

const tableLeaf = 0x0d

/**
 * Where the rows of a sound, closed file lie, read from its bytes as SQLite's file format describes them. `key` is the
 * column that names a row.
 */
export function rowPages(path: string, table: string, key: string): RowPages {
  const bytes = readFileSync(path)
  const database = new Database(path, { readonly: true })
  try {
    const keys = database.prepare(`SELECT rowid, ${key} AS key FROM ${table}`).all()
    const keyOf = new Map((keys as { rowid: number; key: string }[]).map((row) => [row.rowid, row.key]))
    const leaves = database.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    const rows = new Map<string, number[]>()
    for (const page of leaves.pluck().all(table) as number[]) {
      for (const { rowid, pages } of cellsOf(bytes, page)) rows.set(keyOf.get(rowid) ?? '', pages)
    }
    if (rows.size !== keyOf.size || rows.has(''))
      throw new Error(`The rows of ${table} were not found in the pages`)
    return rows
  } finally {
    database.close()
  }
}

/** The size of a page, in bytes; our files have no reserved space at the ends of pages. */
export const pageSize = 4096

function cellsOf(bytes: Buffer, page: number): { rowid: number; pages: number[] }[] {
  const start = (page - 1) * pageSize
  const head = page === 1 ? start + 100 : start
  if (bytes[head] !== tableLeaf) throw new Error(`Page ${page} is no leaf of a table`)
  return Array.from({ length: bytes.readUInt16BE(head + 3) }, (_, cell) => {
    const at = start + bytes.readUInt16BE(head + 8 + 2 * cell)
    const payload = readVarint(bytes, at)
    const rowid = readVarint(bytes, payload.end)
    const overflow = overflowAt(rowid.end, payload.value)
    const first = overflow === null ? 0 : bytes.readUInt32BE(overflow)
    return { rowid: rowid.value, pages: [page, ...chainFrom(bytes, first)] }
  })
}

/** Where the number of the first overflow page stands, for a payload that begins at `from`; null when it fits. */
function overflowAt(from: number, payload: number): number | null {
  if (payload <= pageSize - 35) return null
  const least = Math.floor(((pageSize - 12) * 32) / 255) - 23
  const wanted = least + ((payload - least) % (pageSize - 4))
  return from + (wanted <= pageSize - 35 ? wanted : least)
}

function chainFrom(bytes: Buffer, first: number): number[] {
  const pages: number[] = []
  for (let page = first; page !== 0; page = bytes.readUInt32BE((page - 1) * pageSize)) pages.push(page)
  return pages
}

function readVarint(bytes: Buffer, from: number): { value: number; end: number } {
  let value = 0
  for (let place = from; ; place++) {
    const byte = bytes[place] ?? 0
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, end: place + 1 }
  }
}

/** The pages of a file that are no longer what they were, or are not there. */
export function changedPages(before: Buffer, after: Buffer): Set<number> {
  const changed = new Set<number>()
  for (let page = 1; (page - 1) * pageSize < before.length; page++) {
    const [from, to] = [(page - 1) * pageSize, page * pageSize]
    if (!before.subarray(from, to).equals(after.subarray(from, to))) changed.add(page)
  }
  return changed
}
