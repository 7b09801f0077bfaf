import { Copy, Trash2 } from 'lucide-react'
import { mostVerdicts, type VerdictScale } from '../../../shared/domain/verdict-scale.js'
import { Button } from '../../components/controls.js'
import { TextField } from '../../components/text-field.js'
import { duplicateScale, removeScale, setScale } from '../../store/claims/own-scales.js'
import { NewVerdict } from './new-verdict.js'
import { ScaleChips } from './scale-chips.js'
import { VerdictRow } from './verdict-row.js'

interface PresetScaleProps {
  scale: VerdictScale
  /** Shows the own scale at this place. */
  onShowOwn: (index: number) => void
}

/** A preset can be looked at and duplicated. */
export function PresetScale({ scale, onShowOwn }: PresetScaleProps) {
  return (
    <section className="scale-editor" aria-label={scale.name}>
      <ScaleChips scale={scale} />
      <p className="hint">
        A preset stays as it is. Duplicate it to change names, signs, colours or their order.
      </p>
      <div className="button-row">
        <DuplicateButton scale={scale} onShowOwn={onShowOwn} />
      </div>
    </section>
  )
}

interface ScaleEditorProps extends PresetScaleProps {
  /** Its place among one’s own scales. */
  index: number
  /** The names that other scales have. */
  otherNames: readonly string[]
}

/** A scale of one’s own; every change is kept at once. */
export function ScaleEditor({ scale, index, otherNames, onShowOwn }: ScaleEditorProps) {
  const { name, verdicts } = scale
  const change = (next: VerdictScale): Promise<boolean> => setScale(index, next)
  return (
    <section className="scale-editor" aria-label={name}>
      <TextField
        label="Name of the scale"
        value={name}
        refuse={(typed) => nameProblem(typed, otherNames)}
        onCommit={(typed) => change({ ...scale, name: typed.trim() })}
      />
      <ol className="verdict-rows">
        {verdicts.map(({ id }, place) => (
          <VerdictRow key={id} scale={scale} index={place} onChange={change} />
        ))}
      </ol>
      {verdicts.length < mostVerdicts ? (
        <NewVerdict scale={scale} onChange={change} />
      ) : (
        <p className="hint">A scale has at most {mostVerdicts} verdicts, one for each digit.</p>
      )}
      <div className="button-row">
        <DuplicateButton scale={scale} onShowOwn={onShowOwn} />
        <Button look="danger" onPress={() => void removeScale(index)}>
          <Trash2 size={14} aria-hidden /> Remove this scale
        </Button>
      </div>
      <p className="hint">
        Cases that are judged by this scale keep it as it was. Choose it again in a case to take the changes
        over.
      </p>
    </section>
  )
}

function DuplicateButton({ scale, onShowOwn }: PresetScaleProps) {
  const duplicate = async (): Promise<void> => {
    const index = await duplicateScale(scale)
    if (index !== null) onShowOwn(index)
  }
  return (
    <Button onPress={() => void duplicate()}>
      <Copy size={14} aria-hidden /> Duplicate
    </Button>
  )
}

function nameProblem(typed: string, otherNames: readonly string[]): string | null {
  const name = typed.trim()
  if (!name) return 'A scale needs a name'
  if (name.length > 80) return 'A name has at most 80 characters'
  const isTaken = otherNames.some((other) => other.toLowerCase() === name.toLowerCase())
  return isTaken ? 'Another scale has this name' : null
}
