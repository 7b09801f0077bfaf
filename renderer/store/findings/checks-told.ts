import type { FindingsDelta } from '../../../shared/domain/case.js'
import type { CheckStatus } from '../../../shared/ipc/check-status.js'
import { withFindings } from '../case/records.js'
import { getState, setState } from '../store.js'

/** How many times as long as it took to show news of the checks the window is left to the person before the next. */
const restPerWork = 4

/** News that is not shown yet: `status` is of the time after `deltas`, and `held` came after it. */
let waiting: { deltas: FindingsDelta[]; status: CheckStatus | null } = { deltas: [], status: null }
let held: FindingsDelta[] = []
/** When news may be shown again, in milliseconds of the page's clock; and the wait for it. */
let notBefore = 0
let timer: ReturnType<typeof setTimeout> | null = null

/** Takes in findings that came and went. They are shown with the status that follows, so that the counts agree. */
export function takeFindings(delta: FindingsDelta): void {
  held.push(delta)
  if (!getState().check.running) showNow()
}

/** Takes in how far the checks are; the end of a run is shown at once, with all that came before it. */
export function takeCheckStatus(status: CheckStatus): void {
  waiting = { deltas: [...waiting.deltas, ...held], status }
  held = []
  if (!status.running || !getState().check.running) return showNow()
  timer ??= setTimeout(showWaiting, Math.max(0, notBefore - performance.now()))
}

/** Shows all that was taken in; for whoever is about to replace what it belongs to. */
export function showNow(): void {
  waiting.deltas.push(...held)
  held = []
  showWaiting()
}

function showWaiting(): void {
  if (timer) clearTimeout(timer)
  timer = null
  const { deltas, status } = waiting
  if (deltas.length === 0 && !status) return
  waiting = { deltas: [], status: null }
  const began = performance.now()
  setState(({ records, check }) => ({
    records: deltas.reduce((table, { added, removed }) => withFindings(table, added, removed), records),
    check: status ?? check,
  }))
  // The views are drawn before the next task begins.
  setTimeout(() => {
    const now = performance.now()
    notBefore = now + (now - began) * restPerWork
  })
}
