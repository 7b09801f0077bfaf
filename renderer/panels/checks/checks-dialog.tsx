import { Switch } from 'react-aria-components'
import { ruleNotes } from '../../../shared/checks/rule-notes.js'
import { categories, severities, type Category } from '../../../shared/domain/finding.js'
import { ChoiceRow, DialogFrame } from '../../components/controls.js'
import { checkSettingsIn, setLowestSeverity, switchRule } from '../../store/findings/check-actions.js'
import { openFindings } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import './checks-dialog.css'

/** Which rules this case is checked by, and what of their findings is shown. Every change is an act of the case. */
export function ChecksDialog({ onClose }: { onClose: () => void }) {
  const { lowest } = useStore((state) => checkSettingsIn(state.records.preference))
  return (
    <DialogFrame
      title="Checks of this case"
      intro="These switches belong to the case and travel with its file. Undo takes a change back."
      onClose={onClose}
    >
      <ChoiceRow
        label="The least severity that is shown"
        choices={severities.toReversed()}
        value={lowest}
        onChange={(severity) => void setLowestSeverity(severity)}
      />
      <ul className="checks">
        {categories.map(({ id, label }) => (
          <RuleSwitch key={id} id={id} label={label} />
        ))}
      </ul>
    </DialogFrame>
  )
}

function RuleSwitch({ id, label }: { id: Category; label: string }) {
  const isOff = useStore((state) => checkSettingsIn(state.records.preference).off.includes(id))
  const count = useStore((state) => openFindings(state.records).filter(({ rule }) => rule === id).length)
  return (
    <li>
      <Switch className="switch" isSelected={!isOff} onChange={(isOn) => void switchRule(id, isOn)}>
        <span className="switch-track" aria-hidden />
        <span className="switch-label">
          {label}
          <small>{ruleNotes[id]}</small>
        </span>
      </Switch>
      <span className="check-count">
        {isOff ? 'off' : `${count} open ${count === 1 ? 'finding' : 'findings'}`}
      </span>
    </li>
  )
}
