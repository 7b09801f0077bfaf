import { useEffect, useRef, useState } from 'react'
import { flushOnDemand } from '../store/pending-fields.js'

/** Keeps what was meant by what was typed; answers whether it was kept. */
export type Commit = (meant: string, typed: string) => Promise<boolean>

/** Why a value cannot be kept; null when it can. */
export type Refuse = (value: string) => string | null

/** What is meant by what was typed: kept in its place. */
export type Settle = (value: string) => string

/** How long typing may pause, in milliseconds, before it is committed. */
const pause = 400

/**
 * What was typed and is not kept yet; null while the field shows the value itself. What settles as something else is kept
 * on leaving the field and not in a pause: nothing is rewritten under the hands of who types.
 */
export function useDraft(value: string, onCommit: Commit, refuse?: Refuse, settle?: Settle) {
  const [draft, setDraft] = useState<string | null>(null)
  const latest = useRef({
    value,
    draft,
    onCommit,
    refuse,
    settle,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  })
  Object.assign(latest.current, { value, onCommit, refuse, settle })
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
    const meant = now.settle?.(typed) ?? typed
    // What settles as the value may say more than the value: an archived copy of the address that stands there.
    if (typed === now.value) return show(null)
    void now.onCommit(meant, typed).then((kept) => {
      // What was typed meanwhile is newer than what was just kept.
      if (kept && latest.current.draft === typed) show(null)
    })
  }).current

  const commitInPause = useRef((): void => {
    const { draft: typed, settle: settled } = latest.current
    if (typed === null || !settled || settled(typed) === typed) commit()
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
    latest.current.timer = setTimeout(commitInPause, pause)
  }
  return { draft: shown, error, change, commit }
}
