import { DialogFrame } from '../components/controls.js'
import { commands, type AppCommand } from '../store/commands.js'
import { isMac } from '../bridge/bridge.js'
import './dialogs.css'

const groups: readonly AppCommand['group'][] = ['Claims', 'Findings', 'View', 'Case', 'Texts']

/** All keys, by what they are for. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <DialogFrame
      title="Keys"
      intro="Single letters work while no text field has the focus."
      onClose={onClose}
    >
      <div className="key-groups">
        {groups.map((group) => (
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
  return key
    .replace('Mod-', isMac ? '⌘ ' : 'Ctrl ')
    .replace('Shift-', isMac ? '⇧ ' : 'Shift ')
    .replace(/ ([a-z])$/, (_all, letter: string) => ` ${letter.toUpperCase()}`)
    .replace('Escape', 'Esc')
}
