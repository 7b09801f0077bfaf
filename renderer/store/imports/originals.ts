import type { SourceId } from '../../../shared/domain/ids.js'
import { canBeOpened } from '../../../shared/domain/source.js'
import { ask } from '../../bridge/bridge.js'
import { getState } from '../store.js'
import { tell, tellError } from '../toasts.js'

/** Writes the untouched file of a source to a place that is asked for. */
export async function saveOriginal(id: SourceId): Promise<void> {
  try {
    const saved = await ask('source.save-original', { id })
    if (saved)
      tell(
        `Original saved as “${saved.fileName}”, byte for byte.`,
        { label: 'Show in folder', run: () => void ask('report.reveal') },
        'original',
      )
  } catch (error) {
    tellError(error)
  }
}

/** Has the system's program open a copy of the original, once the person agreed. */
export async function openOriginal(id: SourceId): Promise<void> {
  try {
    await ask('source.open-original', { id })
  } catch (error) {
    tellError(error)
  }
}

/** Whether the original of a source is of a kind that is opened at all, rather than saved only. */
export function isOpenable(id: string): boolean {
  const source = getState().records.source.get(id)
  return source !== undefined && canBeOpened(source.mediaType)
}
