import { ArrowDown, ArrowUp, X } from 'lucide-react'
import {
  labelProblem,
  movedVerdict,
  relookedVerdict,
  renamedVerdict,
  withVerdict,
  withoutVerdict,
} from '../../../shared/domain/scale-edits.js'
import {
  meanings,
  verdictColours,
  verdictSigns,
  type VerdictScale,
} from '../../../shared/domain/verdict-scale.js'
import { VerdictChip } from '../../components/badges.js'
import { ChoiceField, IconButton } from '../../components/controls.js'
import { TextField } from '../../components/text-field.js'
import { announce } from '../../store/toasts.js'

interface VerdictRowProps {
  scale: VerdictScale
  index: number
  /** Answers whether it was kept. */
  onChange: (scale: VerdictScale) => Promise<boolean>
}

const signs = verdictSigns.map(({ id, label }) => ({ id, label: `${id}  ${label}` }))

/** One verdict of a scale of one's own. What another verdict has changes places with it, so that no two look alike. */
export function VerdictRow({ scale, index, onChange }: VerdictRowProps) {
  const verdict = scale.verdicts[index]!
  const { id, label, sign, colour, means, mustFix } = verdict
  const set = (next: VerdictScale): void => void onChange(next)
  const move = async (by: -1 | 1): Promise<void> => {
    if (!(await onChange(movedVerdict(scale, index, by)))) return
    announce(`${label} is now number ${index + by + 1}`)
    focusButton(id, by)
  }
  const remove = async (): Promise<void> => {
    if (await onChange(withoutVerdict(scale, index))) document.getElementById('new-verdict')?.focus()
  }
  return (
    <li className="verdict-row" aria-label={`${index + 1}: ${label}`}>
      <div className="verdict-row-head">
        <kbd>{index + 1}</kbd>
        <VerdictChip verdict={verdict} />
        <span className="spacer" />
        <IconButton
          id={buttonId(id, -1)}
          label={`Move “${label}” up`}
          isDisabled={index === 0}
          onPress={() => void move(-1)}
        >
          <ArrowUp size={14} aria-hidden />
        </IconButton>
        <IconButton
          id={buttonId(id, 1)}
          label={`Move “${label}” down`}
          isDisabled={index === scale.verdicts.length - 1}
          onPress={() => void move(1)}
        >
          <ArrowDown size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={`Remove “${label}”`}
          isDisabled={scale.verdicts.length <= 2}
          onPress={() => void remove()}
        >
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <div className="verdict-row-fields">
        <TextField
          label="Name"
          value={label}
          refuse={(typed) => labelProblem(scale, index, typed)}
          onCommit={(typed) => onChange(renamedVerdict(scale, index, typed))}
        />
        <ChoiceField
          label="Means"
          choices={meanings}
          value={means}
          onChange={(next) => set(withVerdict(scale, index, { means: next }))}
        />
        <ChoiceField
          label="Sign"
          choices={signs}
          value={sign}
          onChange={(next) => set(relookedVerdict(scale, index, 'sign', next))}
        />
        <ChoiceField
          label="Colour and line"
          choices={verdictColours}
          value={colour}
          onChange={(next) => set(relookedVerdict(scale, index, 'colour', next))}
        />
        <label className="must-fix">
          <input
            type="checkbox"
            checked={mustFix}
            onChange={({ target }) => set(withVerdict(scale, index, { mustFix: target.checked }))}
          />
          Must be fixed before publication
        </label>
      </div>
    </li>
  )
}

const buttonId = (id: string, by: -1 | 1): string => `move-${id}-${by === 1 ? 'down' : 'up'}`

/** A row that moves lets go of the focus; it stays on the button, or goes to its neighbour at the end of the list. */
function focusButton(id: string, by: -1 | 1): void {
  requestAnimationFrame(() => {
    const button = document.getElementById(buttonId(id, by)) as HTMLButtonElement | null
    const other = document.getElementById(buttonId(id, by === 1 ? -1 : 1))
    if (button?.disabled) other?.focus()
    else button?.focus()
  })
}
