import { caseInfoSchema, type CaseInfo } from '../../shared/domain/case.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { sql, upsert, type Row } from '../sql.js'
import { damagedRecord, storedRecord } from '../stored-record.js'

/** What a case file says of itself; its schema version stands in the file's header. */
export const storedInfoSchema = caseInfoSchema.omit({ schemaVersion: true })

export type StoredInfo = Omit<CaseInfo, 'schemaVersion'>

/** Throws 'damaged' when the case does not say what was written. */
export function readCaseInfo(db: ReadableDb): StoredInfo {
  const row = db.get(sql`SELECT * FROM case_info`)
  if (!row) throw damagedRecord('title of the case', 'it is missing')
  return caseInfoFromRow(row)
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function caseInfoFromRow(row: Row): StoredInfo {
  const candidate = { id: row.id, title: row.title, createdAt: row.created_at }
  return storedRecord(storedInfoSchema, candidate, row.content_hash ?? null, 'title of the case')
}

export function writeCaseInfo(db: WritableDb, info: StoredInfo): void {
  const { id, title, createdAt } = info
  db.run(
    upsert('case_info', 'number', {
      number: 1,
      id,
      title,
      created_at: createdAt,
      content_hash: contentHash(info),
    }),
  )
}
