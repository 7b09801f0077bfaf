import { redo, undo } from './case/case-actions.js'
import { focusedPane, keepFocus } from './focus.js'
import { getState } from './store.js'
import { textPlace } from './texts/text-place.js'
import { undoTriage } from './findings/triage-session.js'

/** Takes back what was typed last while the text with the focus is corrected, else the last act on the case. */
export function undoNearest(): void {
  const view = correctedView()
  if (view) view.correction.undo()
  else void inPane(getState().view.centre === 'triage' ? undoTriage : undo)
}

export function redoNearest(): void {
  const view = correctedView()
  if (view) view.correction.redo()
  else void inPane(redo)
}

/** The focus stays in its pane, also when what had it is gone with the act. */
async function inPane(act: () => Promise<unknown>): Promise<void> {
  const pane = focusedPane()
  await act()
  keepFocus(pane)
}

function correctedView() {
  const view = textPlace()?.view
  return view?.correction.isActive && view.dom.contains(document.activeElement) ? view : null
}
