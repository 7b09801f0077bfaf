import type { ClaimId } from '../../shared/domain/ids.js'
import { noteSchema, type Note } from '../../shared/domain/note.js'
import type { ReadableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { sql, type Row } from '../sql.js'
import { recordTable, storedJson, storedRecord } from '../stored-record.js'

export function noteToRow(note: Note): Row {
  return {
    id: note.id,
    claim_id: note.claimId,
    body: JSON.stringify(note.body),
    text: note.text,
    visibility: note.visibility,
    author: note.author,
    created_at: note.createdAt,
    updated_at: note.updatedAt,
    content_hash: contentHash(note),
  }
}

/** Throws 'damaged' for a row that does not hold what was written. */
export function noteFromRow(row: Row): Note {
  const name = `note ${String(row.id)}`
  const candidate = {
    id: row.id,
    claimId: row.claim_id,
    body: storedJson(row.body ?? null, name),
    text: row.text,
    visibility: row.visibility,
    author: row.author,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
  return storedRecord(noteSchema, candidate, row.content_hash ?? null, name)
}

export const notes = recordTable<Note>({ table: 'notes', key: 'id', toRow: noteToRow, fromRow: noteFromRow })

/** The notes on a claim, oldest first. */
export function notesOfClaim(db: ReadableDb, claimId: ClaimId): Note[] {
  return db.all(sql`SELECT * FROM notes WHERE claim_id = ${claimId} ORDER BY created_at, id`).map(noteFromRow)
}
