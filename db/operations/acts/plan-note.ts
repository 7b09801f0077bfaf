import { noteFromJson, noteText } from '../../../shared/document/note-schema.js'
import type { Command } from '../../../shared/domain/command.js'
import type { Note } from '../../../shared/domain/note.js'
import { StetError } from '../../../shared/ipc/result.js'
import { deepestContent, nestsDeeperThan } from '../../../shared/domain/canonical-json.js'
import { notes } from '../../tables/notes.js'
import { liveClaim, onLiveClaim, takenError } from '../reading/live-records.js'
import { patched, type Plan, type Planning } from './plan.js'

/** Makes the note or writes it anew; its author stays the one who began it (the log says who wrote on). */
export function planWriteNote({ db, at, actor }: Planning, command: Command & { do: 'write-note' }): Plan {
  const { id, claimId, visibility } = command
  liveClaim(db, claimId)
  const content = { ...noteContent(command.body), visibility }
  const before = notes.find(db, id)
  if (!before) {
    if (content.text === '') return { label: 'Write note', changes: [] }
    const note: Note = { id, claimId, ...content, author: actor, createdAt: at, updatedAt: at }
    return { label: 'Write note', changes: [{ kind: 'note', key: id, before, after: note }] }
  }
  if (before.claimId !== claimId) throw takenError('note of another claim,', id)
  const after = patched(before, content)
  if (after === before) return { label: 'Edit note', changes: [] }
  return {
    label: 'Edit note',
    changes: [{ kind: 'note', key: id, before, after: { ...after, updatedAt: at } }],
  }
}

export function planRemoveNote({ db }: Planning, command: Command & { do: 'remove-note' }): Plan {
  const before = onLiveClaim(db, notes.find(db, command.id), 'note', command.id)
  return { label: 'Remove note', changes: [{ kind: 'note', key: before.id, before, after: null }] }
}

/** A note's body as the schema spells it, and the same as plain text. */
function noteContent(json: unknown): Pick<Note, 'body' | 'text'> {
  try {
    if (nestsDeeperThan(deepestContent, json)) throw new RangeError('its lists nest too deep')
    const note = noteFromJson(json)
    return { body: note.toJSON(), text: noteText(note) }
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown)
    throw new StetError(
      'invalid',
      `The note was not saved, because it is not a note that Stet can keep: ${why}`,
    )
  }
}
