import type { ChangesReading, ImportPreview, ReadableFile } from '../../../shared/domain/import-preview.js'
import { ask } from '../../bridge/bridge.js'
import { act, takeBack } from '../case/case-actions.js'
import { leaveDialog, onceFocusIsBack } from '../closing.js'
import { focusOn } from '../focus.js'
import {
  planAnew,
  usualPlan,
  type ImportChoice,
  type ImportPlan,
  type WaitingImport,
} from './import-plans.js'
import { getState, setState } from '../store.js'
import { tell, tellError } from '../toasts.js'
import { showSource } from '../texts/shown-texts.js'

export async function chooseTexts(): Promise<void> {
  try {
    await offerImports(await ask('import.choose'))
  } catch (error) {
    tellError(error)
  }
}

export async function pasteText(text: string): Promise<void> {
  try {
    await offerImports(await ask('import.paste', { text }))
  } catch (error) {
    tellError(error)
  }
}

export async function pasteFromClipboard(): Promise<void> {
  try {
    await offerImports(await ask('import.clipboard'))
  } catch (error) {
    tellError(error)
  }
}

/** Stores what needs no decision at once; shows the rest to a person, with what waits for one already. */
export async function offerImports(previews: ImportPreview[]): Promise<void> {
  if (previews.length === 0) return
  const { dialog, imports } = getState()
  if (imports.length === 0 && previews.every(needsNoDecision))
    return commitImports(previews.map(({ id }) => ({ id, parts: [0] })))
  const waiting = previews.map((preview) => ({ ...preview, plan: usualPlan(preview) }))
  setState({ imports: [...imports, ...waiting], dialog: dialog ?? 'import' })
}

function needsNoDecision({ outcome, attachedTo }: ImportPreview): boolean {
  if (!outcome.ok || attachedTo) return false
  const { parts, encodingIsSure, alreadyIn, newerOf, changes, comments } = outcome.file
  return parts.length === 1 && encodingIsSure && !alreadyIn && !newerOf && !changes && comments === 0
}

/** Keeps what a person decides about a file that waits, also while another dialog is in the place of this one. */
export function planImport(id: string, plan: ImportPlan): void {
  setState(({ imports }) => ({ imports: imports.map((one) => (one.id === id ? { ...one, plan } : one)) }))
}

/** Reads a file that waits in another encoding, or with another reading of its tracked changes. */
export async function rereadImport(
  id: string,
  named: { encoding: string } | { changes: ChangesReading },
): Promise<void> {
  try {
    const { outcome } = await ask('import.reread', { id, ...named })
    if (!outcome.ok) throw new Error(outcome.error.message)
    const { alreadyIn: _alreadyIn, newerOf: _newerOf, ...read } = outcome.file
    setState(({ imports }) => ({ imports: imports.map((one) => (one.id === id ? reread(one, read) : one)) }))
  } catch (error) {
    tellError(error)
  }
}

/** The file as it is read now; what the case has of it stays as it was told. */
function reread(before: WaitingImport, read: Omit<ReadableFile, 'alreadyIn' | 'newerOf'>): WaitingImport {
  const { outcome } = before
  if (!outcome.ok) return before
  return planAnew(before, { ...before, outcome: { ok: true, file: { ...outcome.file, ...read } } })
}

/** Stores what was decided of the files that wait; what is offered meanwhile waits on. */
export async function commitImports(choices: ImportChoice[]): Promise<void> {
  const decidedOn = new Set(getState().imports.map(({ id }) => id))
  const outcome = await act(() => ask('import.commit', choices))
  if (!outcome) return
  const { added } = outcome
  setState(({ imports }) => ({ imports: imports.filter(({ id }) => !decidedOn.has(id)) }))
  leaveDialog('import')
  if (added[0]) await showSource(added[0])
  if (!getState().dialog) onceFocusIsBack(() => focusOn('pane-text'))
  tell(added.length === 1 ? 'Added one source.' : `Added ${added.length} sources.`, takeBack)
}

/** Puts the files away that wait; what is offered meanwhile waits on. */
export async function discardImports(): Promise<void> {
  const ids = getState().imports.map(({ id }) => id)
  await discardFiles(ids)
  leaveDialog('import')
}

/** Puts files away that were read for a decision. */
export async function discardFiles(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await ask('import.discard', [...ids]).catch(tellError)
  setState(({ imports }) => ({ imports: imports.filter(({ id }) => !ids.includes(id)) }))
}
