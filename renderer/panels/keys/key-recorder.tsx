import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { commandEntry, type CommandEntry } from '../../../shared/commands/command-list.js'
import { keysInForce, withKey, withoutKey, type CustomKeys } from '../../../shared/commands/key-bindings.js'
import { keyNameSchema, whyReserved } from '../../../shared/commands/key-names.js'
import { Button } from '../../components/controls.js'
import { readableKey } from '../../components/readable-key.js'
import { keyName } from '../../store/keymap.js'
import { useStore } from '../../store/store.js'
import { commandLabel } from '../../store/claims/verdict-scale.js'

interface KeyRecorderProps {
  entry: CommandEntry
  /** The key that the new one takes the place of; null for one more. */
  instead: string | null
  onKeep: (keys: CustomKeys) => void
  onDone: () => void
}

/** Waits for a key to be pressed. One that another command has is taken over only when that is asked for. */
export function KeyRecorder({ entry: { id, label }, instead, onKeep, onDone }: KeyRecorderProps) {
  const custom = useStore((state) => state.preferences.keys)
  const [pressed, setPressed] = useState<string | null>(null)
  const catcher = useRef<HTMLDivElement>(null)
  const back = useRef(document.activeElement)
  useEffect(() => catcher.current?.focus(), [instead])
  const done = (): void => {
    onDone()
    if (back.current instanceof HTMLElement && back.current.isConnected) back.current.focus()
  }
  const give = (key: string): void => {
    onKeep(withKey(custom, id, key, instead ?? undefined))
    done()
  }
  const holder = pressed === null ? undefined : keysInForce(custom).at(pressed)
  const refusal = pressed === null ? null : whyRefused(pressed)

  const press = (event: KeyboardEvent): void => {
    if (event.target !== catcher.current || isLeaving(event)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return done()
    if (isOnlyHeld(event.key)) return
    const name = keyName(event.nativeEvent)
    const isFree = !whyRefused(name) && (keysInForce(custom).at(name) ?? id) === id
    if (isFree) give(name)
    else setPressed(name)
  }
  return (
    <div className="key-recorder">
      <div
        ref={catcher}
        className="key-catcher"
        role="textbox"
        aria-readonly
        tabIndex={0}
        aria-label={`Press the new key for “${label}”; Escape cancels`}
        onKeyDown={press}
      >
        {pressed === null ? 'Press the new key' : <kbd>{readableKey(pressed)}</kbd>}
      </div>
      <p role="alert">
        {pressed !== null && refusal && `${readableKey(pressed)} cannot be used. ${refusal}`}
        {pressed !== null &&
          !refusal &&
          holder &&
          `${readableKey(pressed)} is the key of “${commandLabel(commandEntry(holder))}”.`}
      </p>
      <span className="button-row">
        {pressed !== null && !refusal && (
          <Button look="primary" onPress={() => give(pressed)}>
            Take it over
          </Button>
        )}
        {instead !== null && (
          <Button
            onPress={() => {
              onKeep(withoutKey(custom, id, instead))
              done()
            }}
          >
            Remove {readableKey(instead)}
          </Button>
        )}
        <Button onPress={done}>Cancel</Button>
      </span>
    </div>
  )
}

/** Why a pressed key can be given to no command; null when it can. */
function whyRefused(name: string): string | null {
  return whyReserved(name) ?? (keyNameSchema.safeParse(name).success ? null : 'It has no name here.')
}

/** Tab goes on to the buttons: a key that is pressed in vain must not hold the focus. */
const isLeaving = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key === 'Tab' && !ctrlKey && !metaKey && !altKey

const isOnlyHeld = (key: string): boolean =>
  ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'Dead'].includes(key)
