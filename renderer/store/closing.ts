import { getState, setState, type DialogName } from './store.js'

/** Closes the open dialog. What waits for a decision is shown then, also when it had to make way for another dialog. */
export function closeDialog(): void {
  setState({ dialog: waiting() })
}

/** Closes the open dialog, and does something once the focus is back where it was before. */
export function closeThen(act: () => void): void {
  closeDialog()
  onceFocusIsBack(act)
}

/** Does something after what has just been closed gave the focus back, which takes it one frame. */
export function onceFocusIsBack(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

/** Closes a dialog that is through with what it waited for, and `next` follows it; another that came meanwhile stays. */
export function leaveDialog(through: DialogName, next: DialogName | null = waiting()): void {
  const { dialog } = getState()
  if (dialog === null || dialog === through) setState({ dialog: next })
}

/** The dialog of what waits for a person's decision: texts, and after them the records that came with them. */
function waiting(): DialogName | null {
  const { imports, recordImports } = getState()
  if (imports.length > 0) return 'import'
  return recordImports.length > 0 ? 'records' : null
}
