import { Trash2 } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { stances, type Evidence, type Stance } from '../../../shared/domain/evidence.js'
import { IconButton } from '../../components/controls.js'
import { editEvidence, removeEvidence } from '../../store/claims/evidence-actions.js'
import { keepFocus } from '../../store/focus.js'

/** What a piece of evidence does to its claim, by sign, name and colour, and how to take it away. */
export function CardHead({ evidence: { id, stance } }: { evidence: Evidence }) {
  const remove = (): void => {
    removeEvidence(id)
    keepFocus()
  }
  return (
    <div className="evidence-head">
      <ToggleButtonGroup
        className="choice-row stances"
        aria-label="Stance"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[stance]}
        onSelectionChange={(keys) => {
          const [key] = keys as Set<Stance>
          if (key) void editEvidence(id, { stance: key })
        }}
      >
        {stances.map(({ id: one, label, sign }) => (
          <ToggleButton key={one} id={one} className={`stance-${one}`} aria-label={label}>
            <span className="stance-sign" aria-hidden>
              {sign}
            </span>
            <span>{label}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <IconButton label="Remove evidence" onPress={remove}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </div>
  )
}
