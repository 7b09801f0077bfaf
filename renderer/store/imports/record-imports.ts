import type {
  PlacesPreview,
  RecordsChoice,
  TableReading,
  TextsChoice,
} from '../../../shared/domain/record-import.js'
import { ask } from '../../bridge/bridge.js'
import { act, handOver, takeBack } from '../case/case-actions.js'
import { leaveDialog } from '../closing.js'
import { keepFocus } from '../focus.js'
import { offerImports } from './import-actions.js'
import { getState, setState } from '../store.js'
import { tell, tellError } from '../toasts.js'

/** Asks for files of claims, citations or other cases. */
export async function chooseRecords(): Promise<void> {
  await ask('records.choose').catch(tellError)
}

/** Reads the table of a file again, as a person says. */
export async function rereadTable(id: string, reading: TableReading): Promise<void> {
  try {
    const preview = await ask('records.reread', { id, reading })
    setState(({ recordImports }) => ({
      recordImports: recordImports.map((one) => (one.id === id ? preview : one)),
    }))
  } catch (error) {
    tellError(error)
  }
}

/** Where the claims of a file would stand; null when that was stopped, or cannot be told (and that was said). */
export async function placesOf(choice: TextsChoice): Promise<PlacesPreview | null> {
  try {
    await ask('records.cancel')
    return await ask('records.places', choice)
  } catch (error) {
    if (!isCancelled(error)) tellError(error)
    return null
  }
}

export async function stopPlacing(): Promise<void> {
  await ask('records.cancel').catch(tellError)
}

export async function commitRecords(choice: RecordsChoice): Promise<void> {
  const done = await act(() => ask('records.commit', choice))
  if (!done) return
  tell(done.message, takeBack)
  nextRecords()
}

/** Puts the file away that is shown. */
export function skipRecords(): void {
  void stopPlacing()
  nextRecords()
}

/** Opens the case file that is shown, in the place of the case that is open. */
export async function openOfferedCase(id: string): Promise<void> {
  try {
    await ask('records.open-case', { id })
    setState({ recordImports: [] })
    leaveDialog('records')
  } catch (error) {
    if (!isCancelled(error)) tellError(error)
  }
}

/** Makes a case of the report that is shown, and opens it in the place of the case that is open. */
export async function openReportAsCase(id: string): Promise<void> {
  try {
    await handOver()
    const { message } = await ask('records.report-as-case', { id })
    setState({ recordImports: [] })
    leaveDialog('records')
    tell(message)
  } catch (error) {
    if (!isCancelled(error)) tellError(error)
  }
}

/** Opens the page of a report as any web page. */
export async function openReportAsText(id: string): Promise<void> {
  try {
    const previews = await ask('records.report-as-text', { id })
    nextRecords()
    await offerImports(previews)
  } catch (error) {
    tellError(error)
  }
}

function nextRecords(): void {
  const recordImports = getState().recordImports.slice(1)
  setState({ recordImports })
  leaveDialog('records')
  if (recordImports.length) return
  void ask('records.discard').catch(tellError)
  keepFocus('pane-text')
}

const isCancelled = (error: unknown): boolean =>
  error instanceof Error && 'kind' in error && error.kind === 'cancelled'
