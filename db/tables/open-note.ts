import { z } from 'zod'
import { instantSchema, noteIdSchema } from '../../shared/domain/ids.js'
import { noteSchema } from '../../shared/domain/note.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { contentHash } from '../digest.js'
import { sql, upsert } from '../sql.js'
import { storedJson, storedRecord } from '../stored-record.js'

const openNoteSchema = z.strictObject({
  noteId: noteIdSchema,
  actor: z.string(),
  action: z.string(),
  startedAt: instantSchema,
  before: noteSchema.nullable(),
})

/** The note that is being written and that the log does not tell of yet, as it was before the writing began. */
export type OpenNote = z.infer<typeof openNoteSchema>

/** Null when no note is being written. Throws 'damaged' for a row that does not hold what was written. */
export function findOpenNote(db: ReadableDb): OpenNote | null {
  const row = db.get(sql`SELECT * FROM open_note`)
  if (!row) return null
  const name = 'note being written'
  const { actor, action } = row
  const before = storedJson(row.before ?? null, name)
  const candidate = { noteId: row.note_id, actor, action, startedAt: row.started_at, before }
  return storedRecord(openNoteSchema, candidate, row.content_hash ?? null, name)
}

export function putOpenNote(db: WritableDb, open: OpenNote): void {
  db.run(
    upsert('open_note', 'number', {
      number: 1,
      note_id: open.noteId,
      actor: open.actor,
      action: open.action,
      started_at: open.startedAt,
      before: JSON.stringify(open.before),
      content_hash: contentHash(open),
    }),
  )
}

export function clearOpenNote(db: WritableDb): void {
  db.run(sql`DELETE FROM open_note`)
}
