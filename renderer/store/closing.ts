import { getState, setState, type DialogName } from './store.js'

/** Closes the open dialog, and does something once the focus is back where it was before. */
export function closeThen(act: () => void): void {
  setState({ dialog: null })
  onceFocusIsBack(act)
}

/** Does something after what has just been closed gave the focus back, which takes it one frame. */
export function onceFocusIsBack(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

/** What is open once a dialog is through with what it waited for, and `next` follows it: another that came meanwhile stays. */
export function dialogAfter(through: DialogName, next: DialogName | null = null): DialogName | null {
  const { dialog } = getState()
  return dialog === null || dialog === through ? next : dialog
}
