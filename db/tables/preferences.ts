import { casePreferenceSchema, type CasePreference } from '../../shared/domain/case-preference.js'
import { caseScaleKey, caseScaleOf, type CaseScale } from '../../shared/domain/case-scale.js'
import type { ReadableDb } from '../database.js'
import { contentHash } from '../digest.js'
import type { Row } from '../sql.js'
import { recordTable, storedJson, storedRecord } from '../stored-record.js'

export function preferenceToRow(preference: CasePreference): Row {
  return {
    key: preference.key,
    value: JSON.stringify(preference.value),
    content_hash: contentHash(preference),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function preferenceFromRow(row: Row): CasePreference {
  const name = `preference ${String(row.key)}`
  const candidate = { key: row.key, value: storedJson(row.value ?? null, name) }
  return storedRecord(casePreferenceSchema, candidate, row.content_hash ?? null, name)
}

export const preferences = recordTable<CasePreference>({
  table: 'preferences',
  key: 'key',
  toRow: preferenceToRow,
  fromRow: preferenceFromRow,
})

/** The scale that the case is judged by. */
export function scaleOfCase(db: ReadableDb): CaseScale {
  const preference = preferences.find(db, caseScaleKey)
  return caseScaleOf(preference ? [preference] : [])
}
