import { roundSchema, type Round } from '../../shared/domain/review.js'
import type { ReadableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { sql, type Row } from '../sql.js'
import { recordTable, storedRecord } from '../stored-record.js'

export function roundToRow(round: Round): Row {
  return {
    id: round.id,
    number: round.number,
    title: round.title,
    opened_at: round.openedAt,
    closed_at: round.closedAt,
    content_hash: contentHash(round),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function roundFromRow(row: Row): Round {
  const { id, number, title } = row
  const candidate = { id, number, title, openedAt: row.opened_at, closedAt: row.closed_at }
  return storedRecord(roundSchema, candidate, row.content_hash ?? null, `round ${String(id)}`)
}

export const rounds = recordTable<Round>({
  table: 'rounds',
  key: 'id',
  toRow: roundToRow,
  fromRow: roundFromRow,
})

/** The number of the round that is opened next. */
export function nextRoundNumber(db: ReadableDb): number {
  return Number(db.get(sql`SELECT coalesce(max(number), 0) + 1 AS next FROM rounds`)?.next)
}
