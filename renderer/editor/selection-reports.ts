import type { Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { offsetsOf, type TextOffsets } from '../../shared/document/text-offsets.js'
import { claimsAt, findingsAt } from './marks-at.js'

/** The selection [`start`, `end`) in text offsets; empty at a caret. `head` is the end that moves. */
export interface SelectionReport {
  start: number
  end: number
  head: number
  /** Whether it was made with the mouse, a pen or a finger. */
  byPointer: boolean
  /** Where it is on the screen (client coordinates), to place something beside it; null at a caret. */
  rectangle: DOMRect | null
}

/** The caret (the selection's moving end, in text offsets) and what it is in: innermost first. */
export interface CaretReport {
  offset: number
  claimIds: string[]
  fingerprints: string[]
  byPointer: boolean
}

export interface SelectionCallbacks {
  onSelect?: ((report: SelectionReport) => void) | undefined
  onCaret?: ((report: CaretReport) => void) | undefined
}

/**
 * Reports the person's own selections: those made by keyboard at once, those made by pointer when it is let go.
 * Selections that the program makes are not reported (`accept` them).
 */
export class SelectionReports {
  readonly #view: EditorView
  readonly #callbacks: SelectionCallbacks
  #reported: Selection
  #pointerDown = false
  #byPointer = false
  readonly #release = (): void => {
    if (!this.#pointerDown) return
    setTimeout(() => {
      this.#pointerDown = false
      if (!this.#view.isDestroyed) this.#report()
    })
  }

  constructor(view: EditorView, callbacks: SelectionCallbacks) {
    this.#view = view
    this.#callbacks = callbacks
    this.#reported = view.state.selection
    view.dom.addEventListener('pointerdown', () => (this.#pointerDown = this.#byPointer = true))
    view.dom.addEventListener('keydown', () => (this.#byPointer = false))
    for (const type of ['pointerup', 'pointercancel', 'dragend'])
      window.addEventListener(type, this.#release, true)
  }

  /** Call after every transaction. */
  changed(): void {
    if (!this.#pointerDown) this.#report()
  }

  /** Takes the present selection as known. */
  accept(): void {
    this.#reported = this.#view.state.selection
  }

  destroy(): void {
    for (const type of ['pointerup', 'pointercancel', 'dragend'])
      window.removeEventListener(type, this.#release, true)
  }

  #report(): void {
    const { selection } = this.#view.state
    if (selection.eq(this.#reported)) return
    this.#reported = selection
    const byPointer = this.#byPointer
    const range = selectedRange(selection, offsetsOf(this.#view.state.doc))
    this.#callbacks.onSelect?.({ ...range, byPointer, rectangle: selectionRectangle(this.#view) })
    this.#callbacks.onCaret?.({
      offset: range.head,
      claimIds: claimsAt(this.#view.state, range.head),
      fingerprints: findingsAt(this.#view.state, range.head),
      byPointer,
    })
  }
}

/** A selection in text offsets. */
export function selectedRange(
  { from, to, head }: Selection,
  offsets: TextOffsets,
): { start: number; end: number; head: number } {
  return { start: offsets.offset(from), end: offsets.offset(to), head: offsets.offset(head) }
}

/** The box around the first and the last line of the selection, in client coordinates; null at a caret. */
export function selectionRectangle(view: EditorView): DOMRect | null {
  const { from, to, empty } = view.state.selection
  if (empty) return null
  const first = view.coordsAtPos(from, 1)
  const last = view.coordsAtPos(to, -1)
  if (last.top < first.bottom)
    return new DOMRect(first.left, first.top, last.right - first.left, last.bottom - first.top)
  const { left, width } = view.dom.getBoundingClientRect()
  return new DOMRect(left, first.top, width, last.bottom - first.top)
}
