import { DialogFrame } from '../components/controls.js'
import { commands } from '../store/commands.js'
import { commandGroups } from '../store/commands/command.js'
import { isMac } from '../bridge/bridge.js'
import './dialogs.css'

/** All keys, by what they are for. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <DialogFrame
      title="Keys"
      intro="Single letters work while no text field has the focus."
      onClose={onClose}
    >
      <div className="key-groups">
        {commandGroups.map((group) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.keys.length > 0)
                .map(({ id, label, keys }) => (
                  <div key={id}>
                    <dt>{label}</dt>
                    <dd>
                      <kbd>{readableKey(keys[0]!)}</kbd>
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  )
}

/** A key as it is printed on a keyboard. */
function readableKey(key: string): string {
  if (/^[A-Z]$/.test(key)) return `${isMac ? '⇧' : 'Shift'} ${key}`
  return key
    .replace('Mod-', isMac ? '⌘ ' : 'Ctrl ')
    .replace('Alt-', isMac ? '⌥ ' : 'Alt ')
    .replace('Shift-', isMac ? '⇧ ' : 'Shift ')
    .replace('ArrowLeft', '←')
    .replace('ArrowRight', '→')
    .replace('PageDown', 'Page ↓')
    .replace('PageUp', 'Page ↑')
    .replace(/ ([a-z])$/, (_all, letter: string) => ` ${letter.toUpperCase()}`)
    .replace('Escape', 'Esc')
}
