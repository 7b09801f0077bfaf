import { useEffect, useRef } from 'react'
import type { ClaimId, NoteId } from '../../../shared/domain/ids.js'
import type { Note } from '../../../shared/domain/note.js'
import { createNoteEditor, type NoteEditor, type NoteToolbar } from '../../editor/note-editor.js'
import { removeNote, writeNote } from '../../store/claims/claim-actions.js'
import { flushOnDemand } from '../../store/pending-fields.js'
import { tellError } from '../../store/toasts.js'

interface NoteEditorOptions {
  id: NoteId
  claimId: ClaimId
  /** The note as it is kept; undefined while nothing of it is. */
  note: Note | undefined
  visibility: Note['visibility']
  onToolbar: (toolbar: NoteToolbar) => void
  onLink: () => void
}

/** How long writing may pause, in milliseconds, before the note is committed. */
const pause = 400

/**
 * An editor whose content is committed after a pause, on leaving it, and when the window asks for it. A note that was
 * emptied is removed; writing on brings it back.
 */
export function useNoteEditor({ id, claimId, note, visibility, onToolbar, onLink }: NoteEditorOptions) {
  const mount = useRef<HTMLDivElement>(null)
  const editor = useRef<NoteEditor | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const state = useRef({ dirty: false, writing: 0, empty: !note })
  const latest = useRef({ note, visibility })
  latest.current = { note, visibility }

  // What changed elsewhere (undo) is shown, unless something newer is written here or on its way.
  const follow = useRef((): void => {
    const { dirty, writing } = state.current
    if (!dirty && writing === 0) editor.current?.update(latest.current.note?.body ?? null)
  }).current

  const save = useRef((): void => {
    clearTimeout(timer.current)
    const now = state.current
    if (!now.dirty || !editor.current) return
    now.dirty = false
    if (now.empty && !latest.current.note) return
    now.writing += 1
    const done = now.empty
      ? removeNote(id)
      : writeNote(id, claimId, editor.current.json(), latest.current.visibility)
    void done.then((kept) => {
      now.writing -= 1
      now.dirty ||= !kept
    })
  }).current

  useEffect(() => {
    const created = createNoteEditor(mount.current!, {
      json: latest.current.note?.body ?? null,
      label: 'Verification note',
      placeholder: 'What did you check, where, and what did you find?',
      onChange: (_json, empty) => {
        state.current.dirty = true
        state.current.empty = empty
        clearTimeout(timer.current)
        timer.current = setTimeout(save, pause)
      },
      onToolbar,
      onLink,
      onRefused: tellError,
      onFocus: () => {},
      onBlur: save,
    })
    editor.current = created
    const release = flushOnDemand(save)
    return () => {
      save()
      release()
      editor.current = null
      created.destroy()
    }
    // The editor lives as long as the field; what it calls later is read through refs.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [save])

  useEffect(follow, [note?.body, follow])

  return { mount, editor, save }
}
