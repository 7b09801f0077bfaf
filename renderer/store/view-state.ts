import type { ViewState } from '../../shared/domain/preferences.js'
import { ask } from '../bridge/bridge.js'
import { getState, setState } from './store.js'
import { tellError } from './toasts.js'

/** How long a change of the view may wait, in milliseconds, before it is kept for the next start. */
const savingDelay = 400
let timer: ReturnType<typeof setTimeout> | undefined

/** Changes where a person is in the case; kept for the next start. */
export function setView(patch: Partial<ViewState>): void {
  setState(({ view }) => ({ view: { ...view, ...patch } }))
  clearTimeout(timer)
  timer = setTimeout(() => void flushView(), savingDelay)
}

/**
 * Whether the open claim or finding is shown beside a view: the triage shows the finding itself, larger, and the page of the
 * report needs the room. What is not seen must not be judged.
 */
export const hasInspector = (centre: ViewState['centre']): boolean =>
  centre !== 'triage' && centre !== 'report'

/** Keeps the view for the next start, now. */
export async function flushView(): Promise<void> {
  clearTimeout(timer)
  if (getState().open) await ask('view.save', getState().view).catch(tellError)
}
