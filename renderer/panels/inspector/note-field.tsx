import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ClaimId, NoteId } from '../../../shared/domain/ids.js'
import type { Note } from '../../../shared/domain/note.js'
import { ChoiceRow, IconButton } from '../../components/controls.js'
import type { NoteToolbar } from '../../editor/note-editor.js'
import { removeNote, writeNote } from '../../store/claims/claim-actions.js'
import { keepFocus } from '../../store/focus.js'
import { LinkField, NoteTools } from './note-tools.js'
import { useNoteEditor } from './use-note-editor.js'

type Visibility = Note['visibility']

const visibilities = [
  { id: 'public', label: 'In the report' },
  { id: 'internal', label: 'Internal' },
] as const

interface NoteFieldProps {
  id: NoteId
  claimId: ClaimId
  /** Undefined while nothing of it is kept. */
  note: Note | undefined
  /** Whether this is the one that the key for notes goes to. */
  first: boolean
  /** Whether it was just asked for: it gets the focus. */
  isNew: boolean
  onBegun: () => void
  onRemoved: () => void
}

/** One note of a claim, kept as it is written. */
export function NoteField({ id, claimId, note, first, isNew, onBegun, onRemoved }: NoteFieldProps) {
  const [chosen, setChosen] = useState<Visibility>('public')
  const visibility = note?.visibility ?? chosen
  const [toolbar, setToolbar] = useState<NoteToolbar | null>(null)
  const [linking, setLinking] = useState(false)
  const onLink = (): void => setLinking(true)
  const { mount, editor, save } = useNoteEditor({
    id,
    claimId,
    note,
    visibility,
    onToolbar: setToolbar,
    onLink,
  })

  useEffect(() => {
    if (first && editor.current) editor.current.dom.dataset['focus'] = 'note'
  }, [first, editor])

  useEffect(() => {
    if (isNew) editor.current?.focus()
  }, [isNew, editor])

  const changeVisibility = (next: Visibility): void => {
    setChosen(next)
    save()
    if (note && editor.current) void writeNote(id, claimId, editor.current.json(), next)
  }
  const endLinking = (address: string | null): void => {
    setLinking(false)
    if (address !== null) editor.current?.setLink(address || null)
    editor.current?.focus()
  }
  const remove = (): void => {
    onRemoved()
    void removeNote(id)
    keepFocus()
  }
  return (
    <div className="note">
      <NoteTools editor={editor} toolbar={toolbar} onLink={() => setLinking(!linking)}>
        {note && (
          <IconButton label="Remove note" onPress={remove}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        )}
      </NoteTools>
      {linking && <LinkField address={toolbar?.link ?? ''} onDone={endLinking} />}
      <div className="note-mount" ref={mount} onFocus={onBegun} onBlur={save} />
      <div className="note-foot">
        <ChoiceRow
          label="Who reads it"
          choices={visibilities}
          value={visibility}
          onChange={changeVisibility}
        />
        {note && <span className="note-author">{note.author}</span>}
      </div>
    </div>
  )
}
