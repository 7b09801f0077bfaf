import { TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/**
 * Adds to a transaction the selection that the person has made in the element and that the view has not been told of
 * yet. Without it a transaction between a key press and its `selectionchange` event (as when the caret leaves the
 * viewport, which scrolls, which redraws) would put the caret back.
 */
export function withNativeSelection(view: EditorView, transaction: Transaction): Transaction {
  const native = view.hasFocus() && !view.composing ? view.dom.ownerDocument.getSelection() : null
  const { anchorNode, focusNode } = native ?? {}
  if (!native || !anchorNode || !focusNode) return transaction
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return transaction
  const anchor = view.posAtDOM(anchorNode, native.anchorOffset, -1)
  const head = view.posAtDOM(focusNode, native.focusOffset, -1)
  const { selection, doc } = transaction
  if (Math.min(anchor, head) === selection.from && Math.max(anchor, head) === selection.to) return transaction
  const found = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  return found.eq(selection) ? transaction : transaction.setSelection(found)
}
