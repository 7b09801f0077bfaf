import { useRef } from 'react'
import { Button } from '../components/controls.js'
import './dialogs.css'

/** Names the line that says a reason is needed, for the button that waits for one. One dialog at most asks for a reason. */
export const reasonHint = 'reason-hint'

interface ReasonFieldProps {
  value: string
  onChange: (reason: string) => void
  /** Enter was pressed, alone or with Control, and there is a reason. */
  onEnter: () => void
  usual: readonly string[]
  placeholder?: string
  /** In UTF-16 code units. */
  maxLength: number
}

/** Why something is done; an editor will want to know. */
export function ReasonField({ value, onChange, onEnter, usual, placeholder, maxLength }: ReasonFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const choose = (reason: string): void => {
    onChange(reason)
    field.current?.focus()
  }
  return (
    <>
      <label className="field">
        <span className="label">Reason</span>
        <input
          ref={field}
          autoFocus
          value={value}
          maxLength={maxLength}
          placeholder={placeholder}
          aria-describedby={reasonHint}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && value.trim() && onEnter()}
        />
      </label>
      <p className="hint" id={reasonHint}>
        A reason is needed: write one, or choose one of these. Then <kbd>Enter</kbd> is enough.
      </p>
      <div className="reasons" role="group" aria-label="Usual reasons">
        {usual.map((reason) => (
          <Button key={reason} onPress={() => choose(reason)}>
            {reason}
          </Button>
        ))}
      </div>
    </>
  )
}
