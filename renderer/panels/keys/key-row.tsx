import { Plus, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { CommandEntry } from '../../../shared/commands/command-list.js'
import { isCustom, keysInForce, withOwnKeys, type CustomKeys } from '../../../shared/commands/key-bindings.js'
import { Button, IconButton } from '../../components/controls.js'
import { readableKey } from '../../components/readable-key.js'
import { useStore } from '../../store/store.js'
import { commandLabel } from '../../store/claims/verdict-scale.js'
import { setPreferences } from '../../store/view-actions.js'
import { KeyRecorder } from './key-recorder.js'

interface KeyRowProps {
  entry: CommandEntry
  isChanging: boolean
  onChanging: (is: boolean) => void
}

/** A command and its keys. One of them, or a further one, is pressed in the row itself. */
export function KeyRow({ entry, isChanging, onChanging }: KeyRowProps) {
  const custom = useStore((state) => state.preferences.keys)
  const [instead, setInstead] = useState<string | null>(null)
  const { id, fixed } = entry
  const label = commandLabel(entry)
  const keys = keysInForce(custom).of(id)
  const change = (key: string | null): void => {
    setInstead(key)
    onChanging(true)
  }
  const keep = (next: CustomKeys): void => void setPreferences({ keys: next })
  return (
    <li className={isChanging ? 'key-row changing' : 'key-row'}>
      <span className="key-label">{label}</span>
      <span className="key-list">
        {keys.map((key) =>
          fixed ? (
            <kbd key={key}>{readableKey(key)}</kbd>
          ) : (
            <Button
              key={key}
              look="plain"
              aria-label={`${readableKey(key)}, change`}
              onPress={() => change(key)}
            >
              <kbd>{readableKey(key)}</kbd>
            </Button>
          ),
        )}
        {!fixed && (
          <IconButton label={`Add a key for “${label}”`} onPress={() => change(null)}>
            <Plus size={14} aria-hidden />
          </IconButton>
        )}
        {isCustom(custom, id) && (
          <IconButton label={`Reset the keys of “${label}”`} onPress={() => keep(withOwnKeys(custom, id))}>
            <RotateCcw size={13} aria-hidden />
          </IconButton>
        )}
      </span>
      {isChanging && (
        <KeyRecorder entry={entry} instead={instead} onKeep={keep} onDone={() => onChanging(false)} />
      )}
    </li>
  )
}
