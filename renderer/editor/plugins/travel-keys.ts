import { keydownHandler } from 'prosemirror-keymap'
import { Plugin, Selection, TextSelection, type Command } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** What is left of one page on the next, in pixels. */
const pageOverlap = 60

/** What the keys need of the text around the view. */
export interface Surroundings {
  scroller: HTMLElement
  /** Scrolls a document position into view. */
  reveal: (position: number) => void
}

/**
 * The keys with which the caret travels further than the browser can take it: it does not find places in sections that
 * it skips. The start and the end of the text, and a page up and down (what the scroller shows, in the same column over
 * several pages). Shift extends the selection.
 */
export function travelKeys(surroundings: () => Surroundings): Plugin {
  let column: number | null = null
  const page = (direction: 1 | -1, extend: boolean): Command => {
    return (_state, _dispatch, view) => {
      if (!view) return false
      column ??= view.coordsAtPos(view.state.selection.head).left
      movePage(view, surroundings().scroller, direction, column, extend)
      return true
    }
  }
  const edge = (direction: 1 | -1, extend: boolean): Command => {
    return (state, dispatch) => {
      const target = direction > 0 ? Selection.atEnd(state.doc).head : Selection.atStart(state.doc).head
      const anchor = extend ? state.selection.anchor : target
      dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, anchor, target)))
      surroundings().reveal(target)
      return true
    }
  }
  const pages = keydownHandler(withShift({ PageUp: page.bind(null, -1), PageDown: page.bind(null, 1) }))
  const edges = keydownHandler(withShift(edgeKeys(edge.bind(null, -1), edge.bind(null, 1))))
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (pages(view, event)) return true
        if (event.key !== 'Shift') column = null
        return edges(view, event)
      },
      handleDOMEvents: {
        pointerdown: () => {
          column = null
        },
      },
    },
  })
}

type Extendable = (extend: boolean) => Command

function withShift(keys: Record<string, Extendable>): Record<string, Command> {
  const plain = Object.entries(keys).map(([key, command]) => [key, command(false)] as const)
  const shifted = Object.entries(keys).map(([key, command]) => [`Shift-${key}`, command(true)] as const)
  return Object.fromEntries([...plain, ...shifted])
}

function edgeKeys(start: Extendable, end: Extendable): Record<string, Extendable> {
  const mac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform)
  return mac ? { 'Cmd-ArrowUp': start, 'Cmd-ArrowDown': end } : { 'Ctrl-Home': start, 'Ctrl-End': end }
}

function movePage(
  view: EditorView,
  scroller: HTMLElement,
  direction: 1 | -1,
  left: number,
  extend: boolean,
): void {
  const { doc, selection } = view.state
  const caret = view.coordsAtPos(selection.head)
  const { top, bottom } = scroller.getBoundingClientRect()
  const visible = caret.bottom > top && caret.top < bottom
  const before = scroller.scrollTop
  scroller.scrollTop += visible
    ? direction * Math.max(pageOverlap, scroller.clientHeight - pageOverlap)
    : caret.top - (top + bottom) / 2
  const height = visible ? (caret.top + caret.bottom) / 2 : (top + bottom) / 2
  const stuck = visible && scroller.scrollTop === before
  const found = stuck
    ? null
    : view.posAtCoords({ left, top: Math.min(Math.max(height, top + 8), bottom - 8) })
  const target = found?.pos ?? (direction > 0 ? doc.content.size : 0)
  const anchor = doc.resolve(extend ? selection.anchor : target)
  view.dispatch(view.state.tr.setSelection(TextSelection.between(anchor, doc.resolve(target), direction)))
}
