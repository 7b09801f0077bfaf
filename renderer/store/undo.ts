import { redo, undo } from './case/case-actions.js'
import { getState } from './store.js'
import { textPlace } from './texts/text-place.js'
import { undoTriage } from './findings/triage-session.js'

/** Takes back what was typed last while the text with the focus is corrected, else the last act on the case. */
export function undoNearest(): void {
  const view = correctedView()
  if (view) view.correction.undo()
  else if (getState().view.centre === 'triage') void undoTriage()
  else void undo()
}

export function redoNearest(): void {
  const view = correctedView()
  if (view) view.correction.redo()
  else void redo()
}

function correctedView() {
  const view = textPlace()?.view
  return view?.correction.isActive && view.dom.contains(document.activeElement) ? view : null
}
