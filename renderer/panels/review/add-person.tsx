import { useState } from 'react'
import { personRoles, type PersonRole } from '../../../shared/domain/review.js'
import { Button, ChoiceField } from '../../components/controls.js'
import { refuseName } from '../../store/review/review-actions.js'

interface AddPersonProps {
  label: string
  /** The name that stands in the field at first. */
  name?: string
  role: PersonRole
  /** What the button says. */
  adds: string
  onAdd: (name: string, role: PersonRole) => Promise<unknown>
}

/** The fields for a person who is not in the list yet; Enter adds them. */
export function AddPerson({ label, name = '', role: usual, adds, onAdd }: AddPersonProps) {
  const [typed, setTyped] = useState(name)
  const [role, setRole] = useState(usual)
  const [problem, setProblem] = useState<string | null>(null)
  const add = async (): Promise<void> => {
    const why = refuseName(typed)
    setProblem(why)
    if (why === null && (await onAdd(typed, role))) setTyped('')
  }
  return (
    <form
      className="add-person"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label className="field">
        <span className="label">{label}</span>
        <input
          value={typed}
          maxLength={200}
          placeholder="Name"
          aria-invalid={problem !== null}
          data-invalid={problem === null ? undefined : ''}
          onChange={(event) => {
            setTyped(event.target.value)
            setProblem(null)
          }}
        />
        {problem && (
          <span className="field-error" role="alert">
            {problem}
          </span>
        )}
      </label>
      <ChoiceField label="Role" choices={personRoles} value={role} onChange={setRole} />
      <Button type="submit">{adds}</Button>
    </form>
  )
}
