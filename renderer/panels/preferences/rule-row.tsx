import { X } from 'lucide-react'
import { useId } from 'react'
import type { RuleShape } from '../../../shared/domain/house-rule-lines.js'
import { IconButton } from '../../components/controls.js'
import { useDraft } from '../../components/use-draft.js'

interface RuleRowProps<T> {
  shape: RuleShape<T>
  cells: readonly string[]
  onEdit: (entry: T) => Promise<boolean>
  onRemove: () => void
}

/** An entry whose cells are kept as they are typed. */
export function RuleRow<T>({ shape, cells, onEdit, onRemove }: RuleRowProps<T>) {
  return (
    <li className="rule-row" data-columns={cells.length}>
      {cells.map((cell, at) => (
        <RuleCell
          key={shape.columns[at]}
          label={`${shape.columns[at]}${at > 0 ? ` (${cells[0]})` : ''}`}
          value={cell}
          refuse={(typed) => {
            const result = shape.read(cells.with(at, typed))
            return 'problem' in result ? result.problem : null
          }}
          onCommit={async (typed) => {
            const result = shape.read(cells.with(at, typed))
            return 'entry' in result && onEdit(result.entry)
          }}
        />
      ))}
      <IconButton label={`Remove “${cells[0]}”`} onPress={onRemove}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  )
}

interface RuleCellProps {
  label: string
  value: string
  refuse: (typed: string) => string | null
  onCommit: (typed: string) => Promise<boolean>
}

function RuleCell({ label, value, refuse, onCommit }: RuleCellProps) {
  const { draft, error, change, commit } = useDraft(value, onCommit, refuse)
  const id = useId()
  return (
    <span className="rule-cell">
      <input
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : id}
        value={draft}
        onChange={(event) => change(event.target.value)}
        onBlur={commit}
      />
      {error !== null && (
        <span className="field-error" role="alert" id={id}>
          {error}
        </span>
      )}
    </span>
  )
}
