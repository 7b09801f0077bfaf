import { useEffect, useRef, useState } from 'react'
import { flushOnDemand } from '../store/pending-fields.js'

interface TextFieldProps {
  label: string
  value: string
  /**
   * Called with what was typed after a pause, on leaving the field, and when the window asks for it. Answers whether it
   * was kept; what was refused stays in the field.
   */
  onCommit: (value: string) => Promise<boolean>
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

/** What was typed and is not kept yet; null while the field shows the value itself. */
function useDraft(value: string, onCommit: TextFieldProps['onCommit'], refuse: TextFieldProps['refuse']) {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({
    value,
    draft,
    onCommit,
    refuse,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  })
  Object.assign(latest.current, { value, onCommit, refuse })
  const shown = draft ?? value
  const error = shown === value ? null : (refuse?.(shown) ?? null)

  const show = useRef((next: string | null): void => {
    latest.current.draft = next
    setDraft(next)
  }).current

  const commit = useRef((): void => {
    const now = latest.current
    clearTimeout(now.timer)
    const typed = now.draft
    if (typed === null || now.refuse?.(typed)) return
    if (typed === now.value) return show(null)
    void now.onCommit(typed).then((kept) => {
      // What was typed meanwhile is newer than what was just kept.
      if (kept && latest.current.draft === typed) show(null)
    })
  }).current

  useEffect(() => {
    const release = flushOnDemand(commit)
    return () => {
      commit()
      release()
    }
  }, [commit])

  const change = (next: string): void => {
    show(next)
    clearTimeout(latest.current.timer)
    latest.current.timer = setTimeout(commit, pause)
  }
  return { draft: shown, error, change, commit }
}
