import type { RecordKind } from '../../../shared/domain/change.js'
import type { LogEntry } from '../../../shared/domain/case.js'
import type { KindRecord } from '../../../shared/merge/record-fields.js'
import type { ReadableDb } from '../../database.js'
import type { Row } from '../../sql.js'
import { assessmentFromRow } from '../../tables/assessments.js'
import { claimFromRow } from '../../tables/claims.js'
import { decisionFromRow } from '../../tables/decisions.js'
import { evidenceFromRow } from '../../tables/evidence.js'
import { noteFromRow } from '../../tables/notes.js'
import { personFromRow } from '../../tables/people.js'
import { preferenceFromRow } from '../../tables/preferences.js'
import { relationFromRow } from '../../tables/relations.js'
import { roundFromRow } from '../../tables/rounds.js'
import { signOffFromRow } from '../../tables/sign-offs.js'
import { sourceFromRow } from '../../tables/sources.js'

const rows: { readonly [K in RecordKind]: { table: string; fromRow: (row: Row) => KindRecord['record'] } } = {
  source: { table: 'sources', fromRow: sourceFromRow },
  claim: { table: 'claims', fromRow: claimFromRow },
  note: { table: 'notes', fromRow: noteFromRow },
  evidence: { table: 'evidence', fromRow: evidenceFromRow },
  relation: { table: 'relations', fromRow: relationFromRow },
  decision: { table: 'decisions', fromRow: decisionFromRow },
  person: { table: 'people', fromRow: personFromRow },
  round: { table: 'rounds', fromRow: roundFromRow },
  assessment: { table: 'assessments', fromRow: assessmentFromRow },
  'sign-off': { table: 'sign_offs', fromRow: signOffFromRow },
  preference: { table: 'preferences', fromRow: preferenceFromRow },
}

/** Every record of a case, also of sources that were removed. Throws 'damaged', naming the first that cannot be trusted. */
export function allRecords(db: ReadableDb): KindRecord[] {
  const records: KindRecord[] = []
  for (const [kind, { table, fromRow }] of Object.entries(rows)) {
    db.each({ text: `SELECT * FROM ${table}`, values: [] }, (row) =>
      records.push({ kind: kind as RecordKind, record: fromRow(row) }),
    )
  }
  return records
}

/** Every record as it was after an entry of the log; 0 is before the first. The log must have been verified. */
export function recordsAt(db: ReadableDb, sequence: number): KindRecord[] {
  const told = new Map<string, KindRecord>()
  const query = { text: 'SELECT changes FROM log WHERE sequence <= ? ORDER BY sequence', values: [sequence] }
  db.each(query, ({ changes }) => {
    for (const { kind, key, after } of JSON.parse(String(changes)) as LogEntry['changes']) {
      if (after) told.set(`${kind} ${key}`, { kind, record: after })
      else told.delete(`${kind} ${key}`)
    }
  })
  return [...told.values()]
}
