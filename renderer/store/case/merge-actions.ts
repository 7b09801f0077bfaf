import type { BundleChoice } from '../../../shared/domain/bundle.js'
import type { MergeChoice, MergeChoices } from '../../../shared/domain/merge.js'
import type { ChosenCopy } from '../../../shared/ipc/contract.js'
import { toAppError, type AppError } from '../../../shared/ipc/result.js'
import { ask } from '../../bridge/bridge.js'
import { act, inTurn, takeBack } from './case-actions.js'
import { keepFocus } from '../focus.js'
import { flushFields } from '../pending-fields.js'
import { getState, setState } from '../store.js'
import { tell, tellError } from '../toasts.js'

/** Asks for another copy of the case, and shows what it would bring. */
export function chooseCopy(): Promise<void> {
  return inTurn(async () => {
    await flushFields()
    setState({ dialog: 'merge', merge: { progress: null, chosen: null, refused: null } })
    try {
      const chosen = await ask('merge.choose')
      if (chosen) show({ chosen })
      else closeMerge()
    } catch (error) {
      const refused = toAppError(error)
      if (refused.kind === 'cancelled') closeMerge()
      else show({ refused })
    }
  })
}

/** Shows what came of the reading, unless the person has left. */
function show(result: { chosen: ChosenCopy } | { refused: AppError }): void {
  if (getState().dialog !== 'merge') return
  setState({ merge: { progress: null, chosen: null, refused: null, ...result } })
}

/** Stops the reading of the other copy, if it is under way. */
export function leaveMerge(): void {
  void ask('merge.cancel').catch(tellError)
  closeMerge()
}

function closeMerge(): void {
  setState(({ dialog }) => ({ dialog: dialog === 'merge' ? null : dialog, merge: null }))
}

/** Merges the copy that is shown, as it was chosen; one act, which the line that tells of it can take back. */
export async function mergeChosen(each: Readonly<Record<string, MergeChoice>>): Promise<void> {
  const chosen = getState().merge?.chosen
  if (!chosen) return
  closeMerge()
  await flushFields()
  const choices: MergeChoices = { others: null, each: { ...each } }
  tell('Making a backup of the case, then merging…', null, 'merge')
  const { drafts } = getState()
  const outcome = await act(() => ask('merge.commit', { ...choices, head: chosen.preview.head }))
  keepFocus('pane-text')
  if (!outcome) return tell('Nothing was merged.', null, 'merge')
  const isSetAside = drafts.some((id) => !getState().drafts.includes(id))
  const where = isSetAside ? ' Your unfinished correction is under “Text versions…” of its source.' : ''
  const message = outcome.changes.length
    ? `Merged “${chosen.fileName}”. The case before it: File › Backups.${where}`
    : `“${chosen.fileName}” holds nothing that is not here.`
  tell(message, outcome.changes.length ? takeBack : null, 'merge')
}

/** Takes sources from a case that is no copy of this one instead. */
export function importInstead(): void {
  closeMerge()
  void ask('records.choose').catch(tellError)
}

/** Saves a part of the case as a case of its own, at a place that is asked for. */
export async function saveBundle(choice: BundleChoice): Promise<void> {
  try {
    await flushFields()
    const saved = await inOrder(() => ask('bundle.save', choice))
    if (!saved) return
    const left = saved.signOffsLeftOut ? ` ${countOf(saved.signOffsLeftOut, 'sign-off')} stayed behind.` : ''
    const held = `${countOf(saved.sources, 'source')} and ${countOf(saved.claims, 'claim')}`
    tell(`Saved “${saved.fileName}” with ${held}.${left}`)
  } catch (error) {
    tellError(error)
  }
}

/** After all that was asked of the case before. */
async function inOrder<T>(request: () => Promise<T>): Promise<T> {
  let answer: T | undefined
  let failure: unknown = null
  await inTurn(async () => {
    try {
      answer = await request()
    } catch (error) {
      failure = error
    }
  })
  if (failure !== null) throw failure
  return answer as T
}

/** Checks a report that was saved before, and shows what was found. */
export async function verifyReport(): Promise<void> {
  try {
    await flushFields()
    const verifiedReport = await ask('report.verify')
    if (verifiedReport) setState({ verifiedReport, dialog: 'verify-report' })
  } catch (error) {
    tellError(error)
  }
}

const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
