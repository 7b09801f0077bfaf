import { personSchema, type Person } from '../../shared/domain/review.js'
import { contentHash } from '../digest.js'
import type { Row } from '../sql.js'
import { recordTable, storedRecord } from '../stored-record.js'

export function personToRow(person: Person): Row {
  return {
    id: person.id,
    name: person.name,
    role: person.role,
    created_at: person.createdAt,
    updated_at: person.updatedAt,
    content_hash: contentHash(person),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function personFromRow(row: Row): Person {
  const { id, name, role } = row
  const candidate = { id, name, role, createdAt: row.created_at, updatedAt: row.updated_at }
  return storedRecord(personSchema, candidate, row.content_hash ?? null, `person ${String(id)}`)
}

export const people = recordTable<Person>({
  table: 'people',
  key: 'id',
  toRow: personToRow,
  fromRow: personFromRow,
})
