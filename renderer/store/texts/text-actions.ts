import { lineNumbering, paragraphNumbering } from '../../../shared/document/numbering.js'
import { pageAt, pageStartsOf } from '../../../shared/document/pages.js'
import { citationOf } from '../../../shared/report/citation.js'
import { ask } from '../../bridge/bridge.js'
import { getState } from '../store.js'
import { textPlace } from './text-place.js'
import { documentOf } from './texts.js'
import { tell, tellError } from '../toasts.js'

/** Puts the selected passage on the clipboard, with where it comes from. */
export async function copyWithCitation(): Promise<void> {
  const { texts, side, records } = getState()
  const place = textPlace()
  const version = texts[side]
  const source = place && records.source.get(place.sourceId)
  const passage = place?.view.passage()
  if (!source || !passage || !version)
    return tell('Select a passage first, or put the caret into a sentence.')
  const { start, end } = passage
  const document = documentOf(version)
  const at = {
    page: pageAt(pageStartsOf(document), start),
    paragraph: paragraphNumbering(document).numberAt(start),
    line: version.text.includes('\n') ? lineNumbering(version.text).numberAt(start) : null,
  }
  try {
    await ask('clipboard.write', { text: citationOf(source, at, version.text.slice(start, end)) })
    tell('Copied with the citation.')
  } catch (error) {
    tellError(error)
  }
}

/** Puts the selected passage on the clipboard, as it is. */
export async function copyText(): Promise<void> {
  const text = textPlace()?.view.selectedText()
  if (text) await ask('clipboard.write', { text }).catch(tellError)
}

/** Prints the text that is shown, with its highlights. */
export function printText(): void {
  window.print()
}
