import { useId, useState } from 'react'
import { readLines, type RuleShape } from '../../../shared/domain/house-rule-lines.js'
import { Button } from '../../components/controls.js'

interface PastedRulesProps<T> {
  shape: RuleShape<T>
  /** How many more entries the list can have. */
  room: number
  onAdd: (entries: readonly T[]) => Promise<boolean>
  onDone: () => void
}

/** How many lines that cannot be read are told. */
const mostProblems = 5

/** Entries from lines that are pasted or typed, one a line; what cannot be read stays to be mended. */
export function PastedRules<T>({ shape, room, onAdd, onDone }: PastedRulesProps<T>) {
  const [text, setText] = useState('')
  const id = useId()
  const { entries, problems } = readLines(shape, text)
  const isTooMany = entries.length > room
  const add = async (): Promise<void> => {
    if (await onAdd(entries)) onDone()
  }
  return (
    <div className="pasted-rules">
      <label className="label" htmlFor={id}>
        One a line{shape.columns.length > 1 ? `: ${shape.columns.join('; ')}` : ''}
      </label>
      <textarea id={id} rows={5} autoFocus value={text} onChange={(event) => setText(event.target.value)} />
      <div role="status">
        <ul className="field-error">
          {isTooMany && <li>{`There is room for ${room.toLocaleString('en')} more.`}</li>}
          {problems.slice(0, mostProblems).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
          {problems.length > mostProblems && <li>{`and ${problems.length - mostProblems} more lines`}</li>}
        </ul>
      </div>
      <div className="button-row">
        <Button
          look="primary"
          isDisabled={entries.length === 0 || problems.length > 0 || isTooMany}
          onPress={() => void add()}
        >
          Add {entries.length.toLocaleString('en')}
        </Button>
        <Button onPress={onDone}>Cancel</Button>
      </div>
    </div>
  )
}
