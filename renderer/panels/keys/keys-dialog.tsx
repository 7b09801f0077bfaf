import { useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { commandGroups, commandList, type CommandEntry } from '../../../shared/commands/command-list.js'
import { keysInForce } from '../../../shared/commands/key-bindings.js'
import { Button, DialogFrame } from '../../components/controls.js'
import { readableKey } from '../../components/readable-key.js'
import { useStore } from '../../store/store.js'
import { setPreferences } from '../../store/view-actions.js'
import { fitOf, folded } from '../palette/fit.js'
import { KeyRow } from './key-row.js'
import { commandLabel } from '../../store/claims/verdict-scale.js'
import './keys-dialog.css'

/** All commands with their keys, which can be changed. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [changing, setChanging] = useState<string | null>(null)
  const keys = useStore((state) => state.preferences.keys)
  const found = commandList.filter((entry) =>
    answers({ ...entry, label: commandLabel(entry) }, keysInForce(keys).of(entry.id), typed),
  )
  return (
    <DialogFrame
      title="Keys"
      intro="Press a key of a command to change it. Single letters work while no text field has the focus."
      onClose={onClose}
      footer={
        <>
          <Button
            isDisabled={Object.keys(keys).length === 0}
            onPress={() => void setPreferences({ keys: {} })}
          >
            Reset all keys
          </Button>
          <Button look="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <SearchField className="field" value={typed} onChange={setTyped} autoFocus>
        <Label>Find a command or a key</Label>
        <Input maxLength={100} placeholder={`Highlight, ${readableKey('Mod-f')}, …`} />
      </SearchField>
      <div className="key-groups">
        {commandGroups.map((group) => (
          <KeyGroup
            key={group}
            group={group}
            entries={found.filter((entry) => entry.group === group)}
            changing={changing}
            onChanging={setChanging}
          />
        ))}
        {found.length === 0 && <p className="empty">No command answers to this.</p>}
      </div>
    </DialogFrame>
  )
}

interface KeyGroupProps {
  group: string
  entries: readonly CommandEntry[]
  changing: string | null
  onChanging: (id: string | null) => void
}

function KeyGroup({ group, entries, changing, onChanging }: KeyGroupProps) {
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={`keys-${group}`}>
      <h3 id={`keys-${group}`}>{group}</h3>
      <ul>
        {entries.map((entry) => (
          <KeyRow
            key={entry.id}
            entry={entry}
            isChanging={changing === entry.id}
            onChanging={(is) => onChanging(is ? entry.id : null)}
          />
        ))}
      </ul>
    </section>
  )
}

/** Whether a command or one of its keys is what was typed. */
function answers({ label, group }: CommandEntry, keys: readonly string[], typed: string): boolean {
  const query = folded(typed.trim())
  if (!query) return true
  const asKey = query.replace(/[+-](?=.)/g, ' ')
  return (
    fitOf(query, folded(`${group} ${label}`)) > 0 || keys.some((key) => folded(readableKey(key)) === asKey)
  )
}
