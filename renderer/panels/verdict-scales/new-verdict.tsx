import { Plus } from 'lucide-react'
import { useState, type SyntheticEvent } from 'react'
import { labelProblem, withNewVerdict } from '../../../shared/domain/scale-edits.js'
import type { VerdictScale } from '../../../shared/domain/verdict-scale.js'
import { IconButton } from '../../components/controls.js'

interface NewVerdictProps {
  scale: VerdictScale
  /** Answers whether it was kept. */
  onChange: (scale: VerdictScale) => Promise<boolean>
}

/** A line for one more verdict: Enter adds it, and the next can be typed at once. */
export function NewVerdict({ scale, onChange }: NewVerdictProps) {
  const [label, setLabel] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const add = async (): Promise<void> => {
    const refusal = labelProblem(scale, scale.verdicts.length, label)
    setProblem(refusal)
    if (refusal === null && (await onChange(withNewVerdict(scale, label)))) setLabel('')
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    void add()
  }
  return (
    <form className="new-verdict field" aria-label="Add a verdict" onSubmit={submit}>
      <input
        id="new-verdict"
        aria-label="Name of a further verdict"
        placeholder="One more verdict"
        value={label}
        onChange={({ target }) => {
          setProblem(null)
          setLabel(target.value)
        }}
      />
      <IconButton label="Add a verdict" type="submit">
        <Plus size={14} aria-hidden />
      </IconButton>
      {problem !== null && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
