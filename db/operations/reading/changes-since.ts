import type { Change } from '../../../shared/domain/change.js'
import type { ReadableDb } from '../../database.js'
import { sql } from '../../sql.js'
import type { LogPlace } from '../../tables/log.js'

/** Bytes of the log that are quicker read than what was made from all records is made anew. */
const mostLog = 200_000

/** What the log tells after a place; null when the place is not in it any more, or that is too much to read. */
export function changesSince(db: ReadableDb, { sequence, hash }: LogPlace): Change[] | null {
  const known =
    sequence === 0 || db.get(sql`SELECT hash FROM log WHERE sequence = ${sequence}`)?.hash === hash
  const size = db.get(sql`SELECT total(octet_length(changes)) AS bytes FROM log WHERE sequence > ${sequence}`)
  if (!known || Number(size?.bytes) > mostLog) return null
  const rows = db.all(sql`SELECT changes FROM log WHERE sequence > ${sequence} ORDER BY sequence`)
  return rows.flatMap(({ changes }) => JSON.parse(String(changes)) as Change[])
}
