import type { DamagedRecord } from '../../../shared/domain/case.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReadableDb } from '../../database.js'
import type { Row, Sql } from '../../sql.js'

/** Which rows to read, and as what. */
export interface Reading<T> {
  query: Sql
  /** What a person calls them: "claims". */
  kind: string
  /** Throws 'damaged' for a row that does not hold what was written. */
  fromRow: (row: Row) => T
  /** Whether a row is to be read at all. */
  isWanted?: (row: Row) => boolean
}

/** The records that can be trusted, in the order of the query; the others are named in `damaged`. */
export function soundRecords<T>(
  db: ReadableDb,
  { query, kind, fromRow, isWanted = () => true }: Reading<T>,
  damaged: DamagedRecord[],
): T[] {
  const records: T[] = []
  db.each(query, (row) => {
    if (!isWanted(row)) return
    const key = String(row.id ?? row.fingerprint ?? row.key)
    const record = trusted(() => fromRow(row), { kind, key }, damaged)
    if (record !== null) records.push(record)
  })
  return records
}

/** What was read; null, and an entry in `damaged`, for what cannot be trusted. */
export function trusted<T>(
  read: () => T,
  name: Pick<DamagedRecord, 'kind' | 'key'>,
  damaged: DamagedRecord[],
): T | null {
  try {
    return read()
  } catch (thrown) {
    if (!(thrown instanceof StetError) || thrown.kind !== 'damaged') throw thrown
    damaged.push({ ...name, message: thrown.message })
    return null
  }
}
