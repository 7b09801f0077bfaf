import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { offsetsOf } from '../../shared/document/text-offsets.js'
import { activeClaim, type ActiveClaim } from './active-claim.js'
import { snapped, withEdge, type Edge, type Step } from './claim-edges.js'
import { handleButton, showHandle, type HandleValue } from './handle-button.js'
import type { Passage } from './passages.js'
import { hidePreview, showPreview } from './preview.js'

export interface HandleCallbacks {
  text: () => string
  /** The handles are to be placed anew. */
  moved: () => void
  /** A handle was let go in another place. */
  resize: (id: string, passage: Passage) => void
  /** A key on a handle asks for a step. */
  step: (edge: Edge, by: Step, direction: 1 | -1) => void
}

interface Drag {
  edge: Edge
  claim: ActiveClaim
  passage: Passage
  /** From the pointer to the middle of the line that the handle is at, in pixels. */
  toLine: number
  pointer: { x: number; y: number; byWord: boolean }
  frame: number
}

/** How many of the words at its end a handle is announced with, in UTF-16 code units. */
const spoken = 40

/** Near an edge of the scroller a drag scrolls: within so many pixels, by so many in a frame. */
const scrollZone = 28
const scrollStep = 10

const stepKeys: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }

/**
 * The two handles of the open claim, one at each end: sliders that are dragged, exact to the character and with Ctrl or Alt
 * by whole words, or moved with the arrow keys. Escape ends a drag without a change, or goes back to the text.
 */
export class ClaimHandles {
  readonly dom = document.createElement('div')
  readonly #view: EditorView
  readonly #scroller: HTMLElement
  readonly #callbacks: HandleCallbacks
  readonly #buttons: Record<Edge, HTMLButtonElement>
  #drag: Drag | null = null
  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    this.#end()
  }

  constructor(view: EditorView, scroller: HTMLElement, callbacks: HandleCallbacks) {
    this.#view = view
    this.#scroller = scroller
    this.#callbacks = callbacks
    this.dom.className = 'claim-handles'
    this.#buttons = { start: this.#button('start'), end: this.#button('end') }
  }

  /** Shows the handles of the open claim whose ends are in the window; `corner` is the page's box (client coordinates). */
  place(window: Passage, corner: DOMRect): void {
    const claim = this.#drag?.passage ?? activeClaim(this.#view.state)
    for (const edge of ['start', 'end'] as const) {
      const button = this.#buttons[edge]
      const isShown = claim !== null && claim[edge] >= window.start && claim[edge] <= window.end
      button.hidden = !isShown
      if (isShown)
        showHandle(
          button,
          edge,
          this.#lineAt(claim, edge),
          corner,
          valueOf(this.#view.state.doc, claim, edge),
        )
    }
  }

  destroy(): void {
    this.#end()
  }

  #button(edge: Edge): HTMLButtonElement {
    const button = handleButton(edge)
    button.addEventListener('pointerdown', (event) => this.#begin(event, edge, button))
    button.addEventListener('pointermove', (event) => this.#move(event))
    button.addEventListener('pointerup', () => this.#release())
    button.addEventListener('pointercancel', () => this.#end())
    button.addEventListener('keydown', (event) => this.#key(event, edge))
    this.dom.append(button)
    return button
  }

  #key(event: KeyboardEvent, edge: Edge): void {
    const direction = stepKeys[event.key]
    if (event.key === 'Escape') this.#view.focus()
    else if (direction && !event.shiftKey)
      this.#callbacks.step(
        edge,
        event.ctrlKey || event.altKey || event.metaKey ? 'word' : 'character',
        direction,
      )
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  #begin(event: PointerEvent, edge: Edge, button: HTMLButtonElement): void {
    const claim = activeClaim(this.#view.state)
    if (event.button !== 0 || !claim) return
    event.preventDefault()
    button.setPointerCapture(event.pointerId)
    addEventListener('keydown', this.#escape, true)
    this.dom.classList.add('is-dragging')
    const { top, bottom } = this.#lineAt(claim, edge)
    const toLine = (top + bottom) / 2 - event.clientY
    this.#drag = { edge, claim, passage: claim, toLine, pointer: pointerOf(event), frame: 0 }
  }

  #move(event: PointerEvent): void {
    if (!this.#drag) return
    this.#drag.pointer = pointerOf(event)
    this.#drag.frame ||= requestAnimationFrame(() => this.#follow())
  }

  /** Takes the edge to the pointer; goes on by itself while the pointer is where a drag scrolls. */
  #follow(): void {
    const drag = this.#drag
    if (!drag) return
    drag.frame = 0
    const { top, bottom } = this.#scroller.getBoundingClientRect()
    const y = drag.pointer.y + drag.toLine
    const by = y < top + scrollZone ? -scrollStep : y > bottom - scrollZone ? scrollStep : 0
    const before = this.#scroller.scrollTop
    this.#scroller.scrollTop += by
    if (this.#scroller.scrollTop !== before) drag.frame = requestAnimationFrame(() => this.#follow())
    const offset = this.#offsetAt(drag.pointer.x, Math.min(Math.max(y, top + 2), bottom - 2))
    if (offset === null) return
    const edge = snapped(
      this.#callbacks.text(),
      offset,
      drag.edge,
      drag.pointer.byWord ? 'word' : 'character',
    )
    const passage = withEdge(drag.passage, drag.edge, edge)
    if (!passage) return
    drag.passage = passage
    showPreview(this.#view, passage)
    this.#callbacks.moved()
  }

  #release(): void {
    const drag = this.#drag
    if (!drag) return
    if (drag.frame) this.#follow()
    const { id, start, end } = drag.claim
    const { passage } = drag
    this.#end()
    if (passage.start !== start || passage.end !== end) this.#callbacks.resize(id, passage)
  }

  #end(): void {
    if (!this.#drag) return
    cancelAnimationFrame(this.#drag.frame)
    this.#drag = null
    this.dom.classList.remove('is-dragging')
    removeEventListener('keydown', this.#escape, true)
    hidePreview()
    this.#callbacks.moved()
  }

  #lineAt(passage: Passage, edge: Edge): { left: number; top: number; bottom: number } {
    const position = offsetsOf(this.#view.state.doc).position(passage[edge])
    return this.#view.coordsAtPos(position, edge === 'start' ? 1 : -1)
  }

  #offsetAt(x: number, y: number): number | null {
    const { left, right } = this.#view.dom.getBoundingClientRect()
    const found = this.#view.posAtCoords({ left: Math.min(Math.max(x, left + 1), right - 1), top: y })
    return found && offsetsOf(this.#view.state.doc).offset(found.pos)
  }
}

/** What a handle says of itself, without making a plain text of the document. */
function valueOf(doc: Node, { start, end }: Passage, edge: Edge): HandleValue {
  const offsets = offsetsOf(doc)
  const [from, to] =
    edge === 'start' ? [start, Math.min(end, start + spoken)] : [Math.max(start, end - spoken), end]
  const words = doc.textBetween(offsets.position(from), offsets.position(to), ' ')
  return { max: offsets.offset(doc.content.size), now: edge === 'start' ? start : end, words }
}

function pointerOf({ clientX, clientY, ctrlKey, altKey, metaKey }: PointerEvent): Drag['pointer'] {
  return { x: clientX, y: clientY, byWord: ctrlKey || altKey || metaKey }
}
