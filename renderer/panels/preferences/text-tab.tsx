import type { Preferences } from '../../../shared/domain/preferences.js'
import { ChoiceRow } from '../../components/controls.js'
import { useStore } from '../../store/store.js'
import { setPreferences } from '../../store/view-actions.js'

const measures = ['50', '60', '68', '80', '100', '130'] as const
const leadings = ['1.3', '1.45', '1.6', '1.8', '2.1'] as const
const sizes = ['14', '16', '18', '20', '22', '24', '28'] as const

/** How texts are set. */
export function TextTab() {
  const preferences = useStore((state) => state.preferences)
  return (
    <>
      <ChoiceRow
        label="Size of the text"
        choices={sizes.map((size) => ({ id: size, label: size }))}
        value={sizes.find((size) => size === String(preferences.textSize)) ?? null}
        onChange={(size) => void setPreferences({ textSize: Number(size) })}
      />
      <ChoiceRow<Preferences['textFont']>
        label="Font of the text"
        choices={[
          { id: 'serif', label: 'Serif' },
          { id: 'sans', label: 'Sans' },
          { id: 'mono', label: 'Monospaced' },
        ]}
        value={preferences.textFont}
        onChange={(textFont) => void setPreferences({ textFont })}
      />
      <ChoiceRow
        label="Longest line, in characters"
        choices={measures.map((measure) => ({ id: measure, label: measure }))}
        value={measures.find((measure) => measure === String(preferences.measure)) ?? null}
        onChange={(measure) => void setPreferences({ measure: Number(measure) })}
      />
      <ChoiceRow
        label="Line spacing"
        choices={leadings.map((leading) => ({ id: leading, label: leading }))}
        value={leadings.find((leading) => Number(leading) === preferences.leading) ?? null}
        onChange={(leading) => void setPreferences({ leading: Number(leading) })}
      />
      <ChoiceRow<Preferences['numbers']>
        label="Numbers beside the text"
        choices={[
          { id: 'none', label: 'None' },
          { id: 'paragraphs', label: 'Paragraphs' },
          { id: 'lines', label: 'Lines' },
        ]}
        value={preferences.numbers}
        onChange={(numbers) => void setPreferences({ numbers })}
      />
      <ChoiceRow<Preferences['colourBy']>
        label="Colour of highlights"
        choices={[
          { id: 'verdict', label: 'By verdict' },
          { id: 'type', label: 'By type of claim' },
        ]}
        value={preferences.colourBy}
        onChange={(colourBy) => void setPreferences({ colourBy })}
      />
    </>
  )
}
