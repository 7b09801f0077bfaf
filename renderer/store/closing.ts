import { setState } from './store.js'

/** Closes the open dialog, and does something once the focus is back where it was before. */
export function closeThen(act: () => void): void {
  setState({ dialog: null })
  onceFocusIsBack(act)
}

/** Does something after what has just been closed gave the focus back, which takes it one frame. */
export function onceFocusIsBack(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}
