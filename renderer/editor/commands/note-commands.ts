import { toggleMark } from 'prosemirror-commands'
import type { MarkType, Node, NodeType, ResolvedPos } from 'prosemirror-model'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { noteSchema } from '../../../shared/document/note-schema.js'
import { isWebAddress } from '../../../shared/domain/web-address.js'

/** What a note's toolbar can switch on and off. */
export type NoteFormat = 'strong' | 'em' | 'bullet_list' | 'ordered_list'

export const noteFormats: readonly NoteFormat[] = ['strong', 'em', 'bullet_list', 'ordered_list']

const { nodes, marks } = noteSchema

/** Switches a format for the selection, or for what is typed next. */
export function toggleFormat(format: NoteFormat): Command {
  return format === 'strong' || format === 'em' ? toggleMark(marks[format]) : toggleList(nodes[format])
}

/** Whether the selection has a format. */
export function hasFormat(state: EditorState, format: NoteFormat): boolean {
  if (format === 'bullet_list' || format === 'ordered_list')
    return listAround(state)?.node.type === nodes[format]
  const { from, to, empty, $from } = state.selection
  const type: MarkType = marks[format]
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  return state.doc.rangeHasMark(from, to, type)
}

/**
 * Gives the selection a link, or takes it away (null). At a caret in a link that whole link is meant; at any other caret
 * the address itself is inserted. Not applicable for an address that notes do not allow.
 */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const range = linkRange(state)
    if (href === null) {
      if (!linkAt(state)) return false
      dispatch?.(state.tr.removeMark(range.from, range.to, marks.link))
      return true
    }
    if (!isWebAddress(href)) return false
    if (dispatch) dispatch(range.from < range.to ? linked(state, range, href) : insertedAddress(state, href))
    return true
  }
}

/** The address of the link at the start of the selection; null where there is none. */
export function linkAt(state: EditorState): string | null {
  const { from, to, empty, $from } = state.selection
  if (empty) return linkHref($from.parent.childAfter($from.parentOffset).node) ?? linkHref($from.nodeBefore)
  let href: string | null = null
  state.doc.nodesBetween(from, to, (node) => void (href ??= linkHref(node)))
  return href
}

function toggleList(type: NodeType): Command {
  return (state, dispatch) => {
    const list = listAround(state)
    if (!list) return wrapInList(type)(state, dispatch)
    if (list.node.type === type) return liftListItem(nodes.list_item)(state, dispatch)
    dispatch?.(state.tr.setNodeMarkup(list.position, type))
    return true
  }
}

/** The innermost list that holds the whole selection. */
function listAround({ selection: { $from, $to } }: EditorState): { node: Node; position: number } | null {
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type === nodes.bullet_list || node.type === nodes.ordered_list) {
      return { node, position: $from.before(depth) }
    }
  }
  return null
}

function linked(state: EditorState, { from, to }: { from: number; to: number }, href: string): Transaction {
  const { tr, selection } = state
  tr.removeMark(from, to, marks.link).addMark(from, to, marks.link.create({ href }))
  // What is typed next stands behind the words, and does not take their place.
  return selection.empty ? tr : tr.setSelection(TextSelection.create(tr.doc, to))
}

function insertedAddress(state: EditorState, href: string): Transaction {
  return state.tr.replaceSelectionWith(noteSchema.text(href, [marks.link.create({ href })]), false)
}

/** The selection, or at a caret the link around it. */
function linkRange(state: EditorState): { from: number; to: number } {
  const { from, to, empty, $from } = state.selection
  const href = empty ? linkAt(state) : null
  return href === null ? { from, to } : linkExtent($from, href)
}

/** From the first to the last of the neighbouring pieces of text with the same link. */
function linkExtent($at: ResolvedPos, href: string): { from: number; to: number } {
  const { parent } = $at
  const has = (index: number): boolean => linkHref(parent.maybeChild(index)) === href
  let first = has($at.index()) ? $at.index() : $at.index() - 1
  let last = first
  while (has(first - 1)) first--
  while (has(last + 1)) last++
  let from = $at.start()
  for (let index = 0; index < first; index++) from += parent.child(index).nodeSize
  let to = from
  for (let index = first; index <= last; index++) to += parent.child(index).nodeSize
  return { from, to }
}

function linkHref(node: Node | null | undefined): string | null {
  const mark = node && marks.link.isInSet(node.marks)
  return mark ? (mark.attrs.href as string) : null
}
