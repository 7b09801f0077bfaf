import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ClaimId, NoteId } from '../../../shared/domain/ids.js'
import { IconButton } from '../../components/controls.js'
import { newNoteId } from '../../store/claims/claim-actions.js'
import { notesOf } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { NoteField } from './note-field.js'

/** The verification notes of a claim. An empty editor waits where there is none. */
export function NotesSection({ claimId }: { claimId: ClaimId }) {
  const notes = useStore((state) => notesOf(state.records, claimId))
  // The id of a note that is being begun stays the same when its first words are saved.
  const [begun, setBegun] = useState<NoteId[]>([])
  const [spare] = useState(newNoteId)
  const saved = notes.map(({ id }) => id)
  const ids = [...new Set([...saved, ...begun])]
  const shown = ids.length ? ids : [spare]
  const [added, setAdded] = useState<NoteId | null>(null)
  const remember = (id: NoteId): void => setBegun((before) => [...new Set([...before, ...shown, id])])
  const addAnother = (): void => {
    const id = newNoteId()
    remember(id)
    setAdded(id)
  }
  return (
    <section className="inspector-section" aria-label="Notes">
      <div className="section-head">
        <h3>Notes</h3>
        <IconButton label="Another note" onPress={addAnother}>
          <Plus size={15} aria-hidden />
        </IconButton>
      </div>
      {shown.map((id, index) => (
        <NoteField
          key={id}
          id={id}
          claimId={claimId}
          note={notes.find((note) => note.id === id)}
          first={index === 0}
          isNew={id === added}
          onBegun={() => remember(id)}
          onRemoved={() => setBegun((before) => before.filter((other) => other !== id))}
        />
      ))}
    </section>
  )
}
