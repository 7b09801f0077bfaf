import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { lineNumbering, paragraphNumbering, type Numbering } from '../../shared/document/numbering.js'
import { offsetsOf, plainTextOf } from '../../shared/document/text-offsets.js'
import type { Passage } from './passages.js'

/** What is numbered in the margin: nothing, the paragraphs, or the lines of the text as its line breaks cut it. */
export type NumberKind = 'none' | 'paragraphs' | 'lines'

/**
 * Numbers beside the text by which it can be cited: a layer over the page, which is neither read out nor selected nor
 * copied. Only what is in the window is numbered.
 */
export class NumberMargin {
  readonly dom = document.createElement('div')
  #kind: NumberKind = 'none'
  #lines: { doc: Node; numbering: Numbering } | null = null

  constructor() {
    this.dom.className = 'text-numbers'
    this.dom.setAttribute('aria-hidden', 'true')
  }

  set(kind: NumberKind): void {
    this.#kind = kind
  }

  /** Puts the numbers of what begins in a window beside it; `top` is the page's upper edge in client coordinates. */
  place(view: EditorView, window: Passage, top: number): void {
    const numbering = this.#numbering(view.state.doc)
    const offsets = offsetsOf(view.state.doc)
    const spans: HTMLElement[] = []
    for (const { number, start } of numbering?.startingIn(window.start, window.end) ?? []) {
      const position = offsets.position(start)
      // A blank line between two blocks has no place of its own on the page.
      if (offsets.offset(position) !== start) continue
      const line = view.coordsAtPos(position, 1)
      spans.push(numberAt(number, line.top - top, line.bottom - line.top))
    }
    this.dom.replaceChildren(...spans)
  }

  #numbering(doc: Node): Numbering | null {
    if (this.#kind === 'none') return null
    if (this.#kind === 'paragraphs') return paragraphNumbering(doc)
    if (this.#lines?.doc !== doc) this.#lines = { doc, numbering: lineNumbering(plainTextOf(doc)) }
    return this.#lines.numbering
  }
}

function numberAt(number: number, top: number, height: number): HTMLElement {
  const span = document.createElement('span')
  span.textContent = String(number)
  span.style.insetBlockStart = `${top}px`
  span.style.lineHeight = `${height}px`
  return span
}
