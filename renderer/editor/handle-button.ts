import type { Edge } from './claim-edges.js'

const labels: Record<Edge, string> = { start: 'Start of the claim', end: 'End of the claim' }

/** Text offsets, and the claim's words at the handle. */
export interface HandleValue {
  max: number
  now: number
  words: string
}

/** A handle, hidden at first: a slider whose value is a text offset. */
export function handleButton(edge: Edge): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.hidden = true
  button.className = `claim-handle at-${edge}`
  button.title = labels[edge]
  button.setAttribute('role', 'slider')
  button.setAttribute('aria-label', labels[edge])
  button.setAttribute('aria-valuemin', '0')
  return button
}

/** Shows a handle at its line, on a page whose box is `corner` (both in client coordinates). */
export function showHandle(
  button: HTMLButtonElement,
  edge: Edge,
  line: { left: number; top: number; bottom: number },
  corner: DOMRect,
  { max, now, words }: HandleValue,
): void {
  button.style.setProperty('--handle-x', `${line.left - corner.left}px`)
  button.style.setProperty('--handle-y', `${line.top - corner.top}px`)
  button.style.setProperty('--handle-line', `${line.bottom - line.top}px`)
  button.setAttribute('aria-valuemax', String(max))
  button.setAttribute('aria-valuenow', String(now))
  button.setAttribute('aria-valuetext', edge === 'start' ? `${words}…` : `…${words}`)
}
