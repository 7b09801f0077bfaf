import type { Preferences } from '../../shared/domain/preferences.js'
import { ChoiceRow, DialogFrame } from '../components/controls.js'
import { TextField } from '../components/text-field.js'
import { useStore } from '../store/store.js'
import { setPreferences } from '../store/view-actions.js'

const sizes = ['14', '16', '18', '20', '22', '24', '28'] as const

/** What a person prefers in every case. Changes count at once. */
export function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const preferences = useStore((state) => state.preferences)
  const accountName = useStore((state) => state.accountName)
  return (
    <DialogFrame title="Preferences" onClose={onClose}>
      <TextField
        label="Your name, as notes, the log and reports show it"
        value={preferences.author}
        placeholder={accountName}
        onCommit={(author) => setPreferences({ author: author.trim().slice(0, 200) })}
      />
      <ChoiceRow<Preferences['theme']>
        label="Theme"
        choices={[
          { id: 'system', label: 'As the system' },
          { id: 'light', label: 'Light' },
          { id: 'dark', label: 'Dark' },
        ]}
        value={preferences.theme}
        onChange={(theme) => void setPreferences({ theme })}
      />
      <ChoiceRow
        label="Size of the text"
        choices={sizes.map((size) => ({ id: size, label: size }))}
        value={sizes.find((size) => size === String(preferences.textSize)) ?? null}
        onChange={(size) => void setPreferences({ textSize: Number(size) })}
      />
    </DialogFrame>
  )
}
