import { useState } from 'react'
import { Checkbox, CheckboxGroup } from 'react-aria-components'
import type { BundleChoice } from '../../../shared/domain/bundle.js'
import type { SourceId } from '../../../shared/domain/ids.js'
import { Button, ChoiceRow, DialogFrame } from '../../components/controls.js'
import { claimsIn, sourcesInOrder } from '../../store/selections.js'
import { useTableSession } from '../../store/claims/claims-table-session.js'
import { saveBundle } from '../../store/case/merge-actions.js'
import { getState, useStore } from '../../store/store.js'
import { shownSource } from '../../store/texts/shown-texts.js'
import { counted } from '../review/moment.js'
import '../dialogs.css'
import './merge-dialog.css'

const noteChoices = [
  { id: 'public', label: 'Public notes only' },
  { id: 'all', label: 'Internal notes too' },
] as const

const originalChoices = [
  { id: 'with', label: 'With the original files' },
  { id: 'without', label: 'Texts alone' },
] as const

type Claims = 'all' | 'selected'

/** What of a case is shared as a case of its own, to be worked on elsewhere and merged back. */
export function BundleDialog({ onClose }: { onClose: () => void }) {
  const sources = useStore((state) => sourcesInOrder(state.records.source))
  const claimTable = useStore((state) => state.records.claim)
  const selected = useTableSession((session) => session.selected)
  const [chosen, setChosen] = useState<readonly string[]>(initialSources)
  const [claims, setClaims] = useState<Claims>(selected.size > 0 ? 'selected' : 'all')
  const [internalNotes, setInternalNotes] = useState(false)
  const [originals, setOriginals] = useState(true)
  const claimIds = [...selected].flatMap((id) => claimTable.get(id)?.id ?? [])
  const isSelection = claims === 'selected' && claimIds.length > 0
  const choice: BundleChoice = isSelection
    ? { sources: [], claims: claimIds, internalNotes, originals }
    : { sources: chosen as SourceId[], claims: null, internalNotes, originals }
  const save = (): void => {
    onClose()
    void saveBundle(choice)
  }
  return (
    <DialogFrame
      title="Share a bundle"
      intro="A case file with a part of this case. What is done in it can be merged back with “Merge another copy”."
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" autoFocus isDisabled={!isSelection && chosen.length === 0} onPress={save}>
            Save…
          </Button>
        </>
      }
    >
      {claimIds.length > 0 && (
        <ChoiceRow
          label="Claims"
          choices={[
            { id: 'selected', label: `The ${counted(claimIds.length, 'claim')} selected in the table` },
            { id: 'all', label: 'All of the sources chosen' },
          ]}
          value={claims}
          onChange={setClaims}
        />
      )}
      {!isSelection && (
        <CheckboxGroup
          aria-label="Sources"
          className="parts bundle-sources"
          value={[...chosen]}
          onChange={setChosen}
        >
          {sources.map(({ id, title }) => (
            <Checkbox key={id} value={id} className="part">
              <span className="tick" aria-hidden />
              <span>
                <bdi>{title}</bdi>
                <small>{counted(claimsIn(claimTable, id).length, 'claim')}</small>
              </span>
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      <ChoiceRow
        label="Notes"
        choices={noteChoices}
        value={internalNotes ? 'all' : 'public'}
        onChange={(notes) => setInternalNotes(notes === 'all')}
      />
      {!internalNotes && (
        <p className="hint">
          What others judged stays behind too, and signatures over claims with internal notes.
        </p>
      )}
      <ChoiceRow
        label="Files"
        choices={originalChoices}
        value={originals ? 'with' : 'without'}
        onChange={(files) => setOriginals(files === 'with')}
      />
    </DialogFrame>
  )
}

/** The text that is being read, else all. */
function initialSources(): readonly string[] {
  const state = getState()
  const shown = shownSource(state)
  return shown ? [shown] : [...state.records.source.keys()]
}
