import { useEffect } from 'react'

/** Keeps the active entry of a list in view when it is chosen from elsewhere, by key or in the text. */
export function useRowInView(key: string | null): void {
  useEffect(() => {
    if (!key) return
    const row = document.querySelector(`[data-pane="left"] [data-key="${CSS.escape(key)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [key])
}
