import { Plus } from 'lucide-react'
import { useRef, useState, type SyntheticEvent } from 'react'
import type { RuleShape } from '../../../shared/domain/house-rule-lines.js'
import { IconButton } from '../../components/controls.js'

interface NewRuleProps<T> {
  title: string
  shape: RuleShape<T>
  /** How many more entries the list can have. */
  room: number
  /** Answers whether it was kept. */
  onAdd: (entry: T) => Promise<boolean>
}

/** A row for one more entry: Enter adds it, and the next can be typed at once. */
export function NewRule<T>({ title, shape, room, onAdd }: NewRuleProps<T>) {
  const empty = shape.columns.map(() => '')
  const [cells, setCells] = useState<readonly string[]>(empty)
  const [problem, setProblem] = useState<string | null>(null)
  const first = useRef<HTMLInputElement>(null)
  const add = async (): Promise<void> => {
    const result = shape.read(cells)
    if ('problem' in result) return setProblem(result.problem)
    if (room < 1) return setProblem(`There can be at most ${shape.most.toLocaleString('en')}.`)
    setProblem(null)
    if (await onAdd(result.entry)) setCells(empty)
    first.current?.focus()
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    void add()
  }
  return (
    <form className="rule-row new" aria-label={`Add to ${title.toLowerCase()}`} onSubmit={submit}>
      {cells.map((cell, at) => (
        <span key={shape.columns[at]} className="rule-cell">
          <input
            ref={at === 0 ? first : null}
            aria-label={`New: ${shape.columns[at]}`}
            placeholder={shape.columns[at]}
            value={cell}
            onChange={(event) => {
              setProblem(null)
              setCells(cells.with(at, event.target.value))
            }}
          />
        </span>
      ))}
      <IconButton label={`Add to ${title.toLowerCase()}`} type="submit">
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
