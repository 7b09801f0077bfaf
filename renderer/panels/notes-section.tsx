import { Bold, Italic, Link, List, ListOrdered, Plus, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { isWebAddress } from '../../shared/domain/web-address.js'
import type { ClaimId, NoteId } from '../../shared/domain/ids.js'
import type { Note } from '../../shared/domain/note.js'
import { Button, ChoiceRow, IconButton } from '../components/controls.js'
import { createNoteEditor, type NoteEditor, type NoteToolbar } from '../editor/note-editor.js'
import { newNoteId, removeNote, writeNote } from '../store/claim-actions.js'
import { flushOnDemand } from '../store/pending-fields.js'
import { notesOf } from '../store/selections.js'
import { useStore } from '../store/store.js'

type Visibility = Note['visibility']

/** The verification notes of a claim. An empty editor waits where there is none yet. */
export function NotesSection({ claimId }: { claimId: ClaimId }) {
  const notes = useStore((state) => notesOf(state.records, claimId))
  // The id of a note that is being begun stays the same when its first words are saved.
  const [begun, setBegun] = useState<NoteId[]>(() => (notes.length ? [] : [newNoteId()]))
  const saved = new Set(notes.map(({ id }) => id))
  const ids = [...notes.map(({ id }) => id), ...begun.filter((id) => !saved.has(id))]
  return (
    <section className="inspector-section" aria-label="Notes">
      <div className="section-head">
        <h3>Notes</h3>
        <IconButton label="Another note" onPress={() => setBegun([...begun, newNoteId()])}>
          <Plus size={15} aria-hidden />
        </IconButton>
      </div>
      {ids.map((id, index) => (
        <NoteField
          key={id}
          id={id}
          claimId={claimId}
          note={notes.find((note) => note.id === id)}
          first={index === 0}
        />
      ))}
    </section>
  )
}

interface NoteFieldProps {
  id: NoteId
  claimId: ClaimId
  note: Note | undefined
  first: boolean
}

/** How long writing may pause, in milliseconds, before the note is committed. */
const pause = 400

function NoteField({ id, claimId, note, first }: NoteFieldProps) {
  const [visibility, setVisibility] = useState<Visibility>(note?.visibility ?? 'public')
  const [toolbar, setToolbar] = useState<NoteToolbar | null>(null)
  const [linking, setLinking] = useState(false)
  const { mount, editor, save } = useNoteEditor({
    id,
    claimId,
    note,
    visibility,
    setToolbar,
    onLink: () => setLinking(true),
  })

  useEffect(() => {
    if (first && editor.current) editor.current.dom.dataset['focus'] = 'note'
  }, [first, editor])

  const changeVisibility = (next: Visibility): void => {
    setVisibility(next)
    if (note) void writeNote(id, claimId, note.body, next)
  }
  return (
    <div className="note">
      <NoteTools editor={editor} toolbar={toolbar} onLink={() => setLinking(!linking)}>
        {note && (
          <IconButton label="Remove note" onPress={() => removeNote(id)}>
            <Trash2 size={14} aria-hidden />
          </IconButton>
        )}
      </NoteTools>
      {linking && (
        <LinkField
          address={toolbar?.link ?? ''}
          onDone={(address) => {
            setLinking(false)
            if (address !== null) editor.current?.setLink(address || null)
            editor.current?.focus()
          }}
        />
      )}
      <div className="note-mount" ref={mount} onBlur={save} />
      <div className="note-foot">
        <ChoiceRow<Visibility>
          label="Who reads it"
          choices={[
            { id: 'public', label: 'In the report' },
            { id: 'internal', label: 'Internal' },
          ]}
          value={visibility}
          onChange={changeVisibility}
        />
        {note && <span className="note-author">{note.author}</span>}
      </div>
    </div>
  )
}

interface NoteEditorOptions extends Omit<NoteFieldProps, 'first'> {
  visibility: Visibility
  setToolbar: (toolbar: NoteToolbar) => void
  onLink: () => void
}

/** An editor whose content is committed after a pause, on leaving it, and when the window asks for it. */
function useNoteEditor({ id, claimId, note, visibility, setToolbar, onLink }: NoteEditorOptions) {
  const mount = useRef<HTMLDivElement>(null)
  const editor = useRef<NoteEditor | null>(null)
  const state = useRef({
    dirty: false,
    writing: 0,
    empty: !note,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  })
  const latest = useRef({ note, visibility })
  latest.current = { note, visibility }

  // What changed elsewhere (undo) is shown, unless something newer is written here or on its way.
  const follow = useRef((): void => {
    const { dirty, writing } = state.current
    if (!dirty && writing === 0) editor.current?.update(latest.current.note?.body ?? null)
  }).current

  const save = useRef((): void => {
    clearTimeout(state.current.timer)
    if (!state.current.dirty || !editor.current) return
    if (!latest.current.note && state.current.empty) return
    state.current.dirty = false
    state.current.writing += 1
    void writeNote(id, claimId, editor.current.json(), latest.current.visibility).then((kept) => {
      state.current.writing -= 1
      state.current.dirty ||= !kept
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
        clearTimeout(state.current.timer)
        state.current.timer = setTimeout(save, pause)
      },
      onToolbar: setToolbar,
      onLink,
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

interface NoteToolsProps {
  editor: { readonly current: NoteEditor | null }
  toolbar: NoteToolbar | null
  onLink: () => void
  children: ReactNode
}

const formats = [
  { format: 'strong', label: 'Bold (Ctrl+B)', Icon: Bold },
  { format: 'em', label: 'Italic (Ctrl+I)', Icon: Italic },
  { format: 'bullet_list', label: 'List', Icon: List },
  { format: 'ordered_list', label: 'Numbered list', Icon: ListOrdered },
] as const

function NoteTools({ editor, toolbar, onLink, children }: NoteToolsProps) {
  return (
    <div className="note-tools" role="toolbar" aria-label="Format of the note">
      {formats.map(({ format, label, Icon }) => (
        <IconButton
          key={format}
          label={label}
          look={toolbar?.formats[format].active ? 'normal' : 'plain'}
          preventFocusOnPress
          aria-pressed={toolbar?.formats[format].active ?? false}
          onPress={() => {
            editor.current?.toggle(format)
            editor.current?.focus()
          }}
        >
          <Icon size={14} aria-hidden />
        </IconButton>
      ))}
      <IconButton label="Link (Ctrl+K)" onPress={onLink}>
        <Link size={14} aria-hidden />
      </IconButton>
      <span className="spacer" />
      {children}
    </div>
  )
}

/** The address of a link: https, http or mailto. Empty takes the link away. */
function LinkField({ address, onDone }: { address: string; onDone: (address: string | null) => void }) {
  const [draft, setDraft] = useState(address)
  const refused = draft !== '' && !isWebAddress(draft)
  return (
    <form
      className="link-field field"
      onSubmit={(event) => {
        event.preventDefault()
        if (!refused) onDone(draft)
      }}
    >
      <input
        autoFocus
        aria-label="Address of the link"
        placeholder="https://…"
        value={draft}
        onChange={(event) => setDraft(event.target.value.trim())}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onDone(null)
        }}
      />
      <Button type="submit" isDisabled={refused}>
        {draft ? 'Link' : 'Remove link'}
      </Button>
      {refused && <span className="field-error">A link begins with https:// or http:// or mailto:</span>}
    </form>
  )
}
