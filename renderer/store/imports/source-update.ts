import type { SourceId } from '../../../shared/domain/ids.js'
import { builtInEncoding } from '../../../shared/domain/source.js'
import type { ImportPreview, UpdatePreview } from '../../../shared/domain/import-preview.js'
import { ask } from '../../bridge/bridge.js'
import { act } from '../case/case-actions.js'
import { leaveDialog } from '../closing.js'
import { discardFiles } from './import-actions.js'
import { showReport } from '../texts/correction.js'
import { showSource } from '../texts/shown-texts.js'
import { getState, setState } from '../store.js'
import { tellError } from '../toasts.js'

/** Asks for a file whose text is to take the place of a source's. */
export async function chooseUpdate(sourceId: SourceId): Promise<void> {
  try {
    const preview = await ask('source.choose-update')
    if (preview) offerUpdate(sourceId, preview)
  } catch (error) {
    tellError(error)
  }
}

/** Shows what the text of a file would do to a source. */
export function offerUpdate(sourceId: SourceId, preview: ImportPreview): void {
  if (!preview.outcome.ok) return tellError(new Error(preview.outcome.error.message))
  void showSource(sourceId)
  setState({ update: { sourceId, preview }, dialog: 'update' })
}

/** Shows what the kept original of a source says in another encoding. */
export async function rereadSource(sourceId: SourceId, encoding: string): Promise<void> {
  try {
    const preview = await ask('source.reread', { id: sourceId, encoding })
    if (!preview.outcome.ok) throw new Error(preview.outcome.error.message)
    const { dialog, update: before } = getState()
    if (dialog !== 'encoding') void showSource(sourceId)
    setState({ update: { sourceId, preview }, dialog: 'encoding' })
    if (dialog === 'encoding' && before) await discardFiles([before.preview.id])
  } catch (error) {
    tellError(error)
  }
}

/** Begins with the encoding that a source was read in, which is sure to be readable; UTF-8 for what says it itself. */
export async function chooseEncoding(sourceId: SourceId): Promise<void> {
  const encoding = getState().records.source.get(sourceId)?.encoding ?? builtInEncoding
  await rereadSource(sourceId, encoding === builtInEncoding ? 'utf-8' : encoding)
}

/** Null when it cannot be told (and that was said). */
export async function compareUpdate(part: number | null): Promise<UpdatePreview | null> {
  const choice = choiceOf(part)
  if (!choice) return null
  try {
    return await ask('source.compare-update', choice)
  } catch (error) {
    tellError(error)
    return null
  }
}

export async function commitUpdate(part: number | null, reason: string): Promise<void> {
  const choice = choiceOf(part)
  const done = choice && (await act(() => ask('source.update', { ...choice, reason })))
  if (!done) return
  await discardFiles([choice.id])
  leaveUpdate()
  showReport(choice.sourceId, done)
}

/** Puts the file away, if it does not wait for another decision among others. */
export async function discardUpdate(): Promise<void> {
  const { update, imports } = getState()
  const id = update?.preview.id
  leaveUpdate()
  if (id !== undefined && !imports.some((one) => one.id === id)) await discardFiles([id])
}

/** Leaves a newer file, or the same one in another encoding. */
function leaveUpdate(): void {
  const { dialog } = getState()
  setState({ update: null })
  leaveDialog(dialog === 'encoding' ? dialog : 'update')
}

function choiceOf(part: number | null): { id: string; sourceId: SourceId; part: number | null } | null {
  const { update } = getState()
  return update && { id: update.preview.id, sourceId: update.sourceId, part }
}
