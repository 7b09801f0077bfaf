import type { EditorView } from 'prosemirror-view'
import { offsetsOf } from '../../shared/document/text-offsets.js'
import type { Passage } from './passages.js'

/** The name under which `text-layers.css` paints it. */
const name = 'claim-preview'

/** Paints a passage over everything else that is drawn, without a change in the document's elements. */
export function showPreview(view: EditorView, { start, end }: Passage): void {
  const offsets = offsetsOf(view.state.doc)
  const from = view.domAtPos(offsets.position(start), 1)
  const to = view.domAtPos(offsets.position(end), -1)
  const range = new Range()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  CSS.highlights.set(name, new Highlight(range))
}

export function hidePreview(): void {
  CSS.highlights.delete(name)
}
