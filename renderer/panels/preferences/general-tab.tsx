import type { Preferences } from '../../../shared/domain/preferences.js'
import { ChoiceRow } from '../../components/controls.js'
import { TextField } from '../../components/text-field.js'
import { useStore } from '../../store/store.js'
import { setPreferences } from '../../store/view-actions.js'

const scales = ['80', '90', '100', '110', '125', '150', '175', '200'] as const

/** Who works here, and how the window looks. */
export function GeneralTab() {
  const { author, theme, scale } = useStore((state) => state.preferences)
  const accountName = useStore((state) => state.accountName)
  return (
    <>
      <TextField
        label="Your name, as notes, the log and reports show it"
        value={author}
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
        value={theme}
        onChange={(theme) => void setPreferences({ theme })}
      />
      <ChoiceRow
        label="Size of the whole window, in per cent"
        choices={scales.map((scale) => ({ id: scale, label: scale }))}
        value={scales.find((one) => Number(one) === Math.round(scale * 100)) ?? null}
        onChange={(percent) => void setPreferences({ scale: Number(percent) / 100 })}
      />
    </>
  )
}
