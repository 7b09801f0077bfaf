import { useEffect, useRef, useState } from 'react'
import { flushOnDemand } from '../store/pending-fields.js'

interface TextFieldProps {
  label: string
  value: string
  /** Called with what was typed after a pause, on leaving the field, and when the window asks for it. */
  onCommit: (value: string) => void
  /** Why a value cannot be kept; such a value stays in the field and is not committed. */
  refuse?: (value: string) => string | null
  multiline?: boolean
  placeholder?: string
  focusName?: string
}

/** How long typing may pause, in milliseconds, before it is committed. */
const pause = 400

/** A field whose content is kept as it is typed. */
export function TextField({
  label,
  value,
  onCommit,
  refuse,
  multiline,
  placeholder,
  focusName,
}: TextFieldProps) {
  const { draft, error, change, commit } = useDraft(value, onCommit, refuse)
  const props = {
    value: draft,
    placeholder,
    'aria-invalid': error !== null,
    'data-invalid': error === null ? undefined : '',
    'data-focus': focusName,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
    onBlur: commit,
  }
  return (
    <label className="field">
      <span className="label">{label}</span>
      {multiline ? <textarea rows={2} {...props} /> : <input {...props} />}
      {error && (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
    </label>
  )
}

function useDraft(value: string, onCommit: (value: string) => void, refuse: TextFieldProps['refuse']) {
  const [draft, setDraft] = useState(value)
  const kept = useRef({
    value,
    draft: value,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    onCommit,
    refuse,
  })
  kept.current.onCommit = onCommit
  kept.current.refuse = refuse
  const error = draft === value ? null : (refuse?.(draft) ?? null)

  const commit = useRef(() => {
    const now = kept.current
    clearTimeout(now.timer)
    if (now.draft === now.value || now.refuse?.(now.draft)) return
    now.value = now.draft
    now.onCommit(now.draft)
  }).current

  // A value that changed elsewhere (undo, another pane) replaces the draft.
  useEffect(() => {
    if (kept.current.value === value) return
    kept.current.value = value
    kept.current.draft = value
    setDraft(value)
  }, [value])

  useEffect(() => {
    const release = flushOnDemand(commit)
    return () => {
      commit()
      release()
    }
  }, [commit])

  const change = (next: string): void => {
    setDraft(next)
    kept.current.draft = next
    clearTimeout(kept.current.timer)
    kept.current.timer = setTimeout(commit, pause)
  }
  return { draft, error, change, commit }
}
