import type { Note } from '../../../shared/domain/note.js'
import type { WritableDb } from '../../database.js'
import { appendLogEntry } from '../../tables/log.js'
import { notes } from '../../tables/notes.js'
import { clearOpenNote, findOpenNote, putOpenNote } from '../../tables/open-note.js'

/**
 * A note is saved as it is typed, up to twice a second, and the log must neither grow by two whole notes each time nor
 * say less than what happened. So the writing of one note by one person is one entry: `open_note` keeps what the note was
 * before, and the entry is added when anything else is done, the case is closed, or the writing has gone on for this
 * long (in milliseconds). Every single save is on the disk all the same.
 */
const longestWriting = 5 * 60_000

interface Writing {
  noteId: string
  actor: string
  at: string
}

/** Whether a save goes on with the writing that is open: the same note and person, not for too long already. */
export function continuesWriting(db: WritableDb, { noteId, actor, at }: Writing): boolean {
  const open = findOpenNote(db)
  if (!open || open.noteId !== noteId || open.actor !== actor) return false
  const elapsed = Date.parse(at) - Date.parse(open.startedAt)
  return elapsed >= 0 && elapsed < longestWriting
}

/** Opens a writing; whatever was open before must have been settled. */
export function startWriting(
  db: WritableDb,
  before: Note | null,
  { noteId, actor, at }: Writing,
  action: string,
): void {
  putOpenNote(db, { noteId: noteId as Note['id'], actor, action, startedAt: at, before })
}

/** Tells the log of the note that was being written, if any, as one entry from its state before to its state now. */
export function settleWriting(db: WritableDb): void {
  const open = findOpenNote(db)
  if (!open) return
  db.transaction(() => {
    clearOpenNote(db)
    const after = notes.find(db, open.noteId)
    const { noteId: key, actor, action, before } = open
    const at = after?.updatedAt ?? open.startedAt
    appendLogEntry(db, { at, actor, action, changes: [{ kind: 'note', key, before, after }] })
  })
}
