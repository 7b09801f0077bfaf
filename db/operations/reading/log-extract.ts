import type { LogExtract } from '../../../shared/report/log-extract.js'
import type { ReadableDb } from '../../database.js'
import { lastEntry, logActs } from '../../tables/log.js'

/** The newest acts of a case, `limit` of them at most, and where its log ends. */
export function logExtract(db: ReadableDb, limit: number): LogExtract {
  const { sequence, hash } = lastEntry(db)
  return { entries: logActs(db, limit), total: sequence, head: sequence === 0 ? null : hash }
}
