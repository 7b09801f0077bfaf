import {
  chainCommands,
  deleteSelection,
  joinBackward,
  joinForward,
  liftEmptyBlock,
  newlineInCode,
  selectNodeBackward,
  selectNodeForward,
} from 'prosemirror-commands'
import type { Node, ResolvedPos } from 'prosemirror-model'
import { splitListItem } from 'prosemirror-schema-list'
import { Selection, TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { liftTarget } from 'prosemirror-transform'
import { sourceSchema } from '../../../shared/document/schema.js'

const { nodes } = sourceSchema

type Dispatch = (transaction: Transaction) => void

/** The depth of the blocks that stand in a section, and not in a list or a quotation there. */
const blockDepth = 2

/** Begins a new block at the caret: a list item in a list, a paragraph after a heading, a line in code. */
export const splitText: Command = (state, dispatch) =>
  chainCommands(newlineInCode, splitItem, liftEmpty, splitBlock)(state, dispatch)

/** Deletes the selection, or joins the block at whose start the caret is to the one before, also across sections. */
export const deleteBackward: Command = chainCommands(
  deleteSelection,
  joinSectionBackward,
  joinBackward,
  selectNodeBackward,
)

/** Deletes the selection, or joins the block after the one at whose end the caret is, also across sections. */
export const deleteForward: Command = chainCommands(
  deleteSelection,
  joinSectionForward,
  joinForward,
  selectNodeForward,
)

const splitItem: Command = (state, dispatch) => {
  const split = splitListItem(nodes.list_item)
  return split(state, dispatch && ((transaction) => dispatch(withoutGap(transaction))))
}

/** Takes the block at the caret out of the list or quotation in which it is, never out of its section. */
const liftEmpty: Command = (state, dispatch) =>
  state.selection.$from.depth > blockDepth && liftEmptyBlock(state, dispatch)

const splitBlock: Command = ({ selection, tr }, dispatch) => {
  if (!(selection instanceof TextSelection) || !selection.$from.parent.isTextblock) return false
  dispatch?.(splitAtCaret(tr.deleteSelection()).scrollIntoView())
  return true
}

function splitAtCaret(transaction: Transaction): Transaction {
  const { $from } = transaction.selection
  if (!$from.parent.isTextblock) return transaction
  const { type, attrs, content } = $from.parent
  const isHeading = type === nodes.heading
  const isAtEnd = $from.parentOffset === content.size
  const next = isHeading && isAtEnd ? { type: nodes.paragraph } : { type, attrs: { ...attrs, gap: 0 } }
  transaction.split($from.pos, 1, [next])
  if (isHeading && !isAtEnd && $from.parentOffset === 0) {
    transaction.setNodeMarkup($from.before(), nodes.paragraph, { gap: attrs.gap as number })
  }
  return transaction
}

/** The second half of a block that was split has no line breaks of its own before it. */
function withoutGap(transaction: Transaction): Transaction {
  const { $from } = transaction.selection
  if (!$from.parent.attrs.gap) return transaction
  return transaction.setNodeMarkup($from.before(), null, { ...$from.parent.attrs, gap: 0 })
}

/** Where `joinBackward` would join the sections only, which no reader sees. */
function joinSectionBackward({ selection, tr }: EditorState, dispatch?: Dispatch): boolean {
  const { $from: $caret } = selection
  if (!isCaret(selection) || $caret.parentOffset > 0 || !isAtSectionEdge($caret, -1)) return false
  const cut = $caret.before(1)
  if ($caret.depth > blockDepth) return liftFromSectionStart(tr, $caret, dispatch)
  const end = Selection.findFrom(tr.doc.resolve(cut), -1, true)?.to
  if (isRemovable(tr.doc.resolve(cut).nodeBefore!.lastChild!)) removeBlock(tr, cut, -1)
  else if (end === undefined) return false
  else joinTexts(tr, end, $caret.pos)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Where `joinForward` would join the sections only. */
function joinSectionForward({ selection, tr }: EditorState, dispatch?: Dispatch): boolean {
  const { $from: $caret } = selection
  const isAtEnd = $caret.parentOffset === $caret.parent.content.size
  if (!isCaret(selection) || !isAtEnd || !isAtSectionEdge($caret, 1)) return false
  const cut = $caret.after(1)
  const start = Selection.findFrom(tr.doc.resolve(cut), 1, true)?.from
  if ($caret.depth === blockDepth && isRemovable($caret.parent)) removeBlock(tr, cut, -1)
  else if (isRemovable(tr.doc.resolve(cut).nodeAfter!.firstChild!)) removeBlock(tr, cut, 1)
  else if (start === undefined) return false
  else joinTexts(tr, $caret.pos, start)
  dispatch?.(tr.scrollIntoView())
  return true
}

function isCaret(selection: Selection): boolean {
  return selection instanceof TextSelection && selection.empty
}

/** Whether nothing else stands between a block and the start (-1) or the end (1) of its section, but a section beyond. */
function isAtSectionEdge($pos: ResolvedPos, side: 1 | -1): boolean {
  for (let depth = 0; depth < $pos.depth; depth++) {
    const index = side < 0 ? $pos.index(depth) : $pos.node(depth).childCount - 1 - $pos.index(depth)
    if (depth === 0 ? index === 0 : index > 0) return false
  }
  return true
}

/** A rule, or a block without text: it goes as a whole, and what stands beside it keeps its kind. */
function isRemovable(block: Node): boolean {
  return block.isLeaf || (block.isTextblock && block.content.size === 0)
}

/** Deletes the block before (-1) or after (1) the edge between two sections, and the section when it holds no other. */
function removeBlock(transaction: Transaction, cut: number, side: 1 | -1): void {
  const $cut = transaction.doc.resolve(cut)
  const section = side < 0 ? $cut.nodeBefore! : $cut.nodeAfter!
  const block = side < 0 ? section.lastChild! : section.firstChild!
  const isOnly = section.childCount === 1
  const near = isOnly ? cut : cut + side
  const far = near + side * (isOnly ? section : block).nodeSize
  transaction.delete(Math.min(near, far), Math.max(near, far))
}

function liftFromSectionStart(transaction: Transaction, $caret: ResolvedPos, dispatch?: Dispatch): boolean {
  const range = $caret.blockRange()
  const target = range && liftTarget(range)
  if (!range || target === null || target < 1) return false
  dispatch?.(transaction.lift(range, target).scrollIntoView())
  return true
}

/** Joins two text blocks, and with them whatever they stand in. */
function joinTexts(transaction: Transaction, end: number, start: number): void {
  const $start = transaction.doc.resolve(start)
  transaction.clearIncompatible($start.before(), transaction.doc.resolve(end).parent.type)
  transaction.delete(end, start)
}
