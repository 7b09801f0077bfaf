import { useEffect, useId, useRef } from 'react'
import { useDraft, type Commit, type Settle } from './use-draft.js'

interface TextFieldProps {
  label: string
  value: string
  /**
   * Called with what was typed after a pause, on leaving the field, and when the window asks for it. Answers whether it
   * was kept; what was refused stays in the field.
   */
  onCommit: Commit
  /** Why a value cannot be kept; such a value stays in the field and is not committed. */
  refuse?: (value: string) => string | null
  /** What is meant by what was typed: it is committed, on leaving the field, in place of that. */
  settle?: Settle
  multiline?: boolean
  placeholder?: string
  focusName?: string
  autoFocus?: boolean
  /** The value only stands in for what a person will say: it is selected when the focus comes, so that typing replaces it. */
  isStandIn?: boolean
}

/** A field whose content is kept as it is typed. */
export function TextField({
  label,
  value,
  onCommit,
  refuse,
  settle,
  multiline,
  placeholder,
  focusName,
  autoFocus,
  isStandIn,
}: TextFieldProps) {
  const { draft, error, change, commit } = useDraft(value, onCommit, refuse, settle)
  const id = useId()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const isReplaceable = isStandIn && draft === value
  // Another value that stands in may come once the focus is here.
  useEffect(() => {
    if (isReplaceable && document.activeElement === field.current) field.current?.select()
  }, [isReplaceable, value])
  const props = {
    id,
    ref: field,
    value: draft,
    placeholder,
    autoFocus,
    'aria-invalid': error !== null,
    'aria-describedby': error ? `${id}-error` : undefined,
    'data-invalid': error === null ? undefined : '',
    'data-focus': focusName,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
    onBlur: commit,
    onFocus: () => isReplaceable && field.current?.select(),
  }
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {multiline ? <textarea rows={2} {...props} /> : <input {...props} />}
      {error && (
        <span className="field-error" role="alert" id={`${id}-error`}>
          {error}
        </span>
      )}
    </div>
  )
}
