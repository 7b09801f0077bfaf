import type { ImportPreview } from '../../shared/domain/import-preview.js'
import { ask } from '../bridge/bridge.js'
import { keepFocus } from './focus.js'
import { getState, setState } from './store.js'
import { tell, tellError } from './toasts.js'
import { withChanges } from './records.js'
import { showSource } from './shown-texts.js'

export interface ImportChoice {
  id: string
  /** Indexes of the parts to keep, or null for the whole file as one source. */
  parts: number[] | null
}

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

/** Stores what needs no decision at once; shows the rest to a person. */
export async function offerImports(previews: ImportPreview[]): Promise<void> {
  if (previews.length === 0) return
  if (previews.every(needsNoDecision)) return commitImports(previews.map(({ id }) => ({ id, parts: [0] })))
  setState({ imports: previews, dialog: 'import' })
}

function needsNoDecision({ outcome }: ImportPreview): boolean {
  if (!outcome.ok) return false
  const { parts, encodingIsSure, alreadyIn, newerOf } = outcome.file
  return parts.length === 1 && encodingIsSure && !alreadyIn && !newerOf
}

export async function rereadImport(id: string, encoding: string): Promise<void> {
  try {
    const preview = await ask('import.reread', { id, encoding })
    setState(({ imports }) => ({ imports: imports.map((one) => (one.id === id ? preview : one)) }))
  } catch (error) {
    tellError(error)
  }
}

export async function commitImports(choices: ImportChoice[]): Promise<void> {
  try {
    const { changes, undo, redo, added } = await ask('import.commit', choices)
    setState(({ records, open }) => ({
      imports: [],
      dialog: dialogAfter(),
      records: withChanges(records, changes),
      open: open && { ...open, undo, redo },
    }))
    if (added[0]) await showSource(added[0])
    keepFocus('pane-text')
    tell(added.length === 1 ? 'Added one source.' : `Added ${added.length} sources.`)
  } catch (error) {
    tellError(error)
  }
}

export async function discardImports(): Promise<void> {
  if (getState().imports.length) await ask('import.discard').catch(tellError)
  setState({ imports: [], dialog: dialogAfter() })
}

/** Files of records that came with the texts are shown after them. */
function dialogAfter(): 'records' | null {
  return getState().recordImports.length ? 'records' : null
}
