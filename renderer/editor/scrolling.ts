import type { EditorView } from 'prosemirror-view'
import type { TextOffsets } from '../../shared/document/text-offsets.js'

/** Where a text is scrolled to: the line of `offset` (text offset) begins `above` pixels over the upper edge. */
export interface ScrollPlace {
  offset: number
  above: number
}

export type Align = 'nearest' | 'center' | 'start'

/** Space kept between a passage and the edges when it is scrolled into view, in pixels. */
const edgeSpace = 40

/** Frames after a jump in which newly laid out sections may still move the text. */
const settlingFrames = 3

/** How far a line may be from where it was remembered, in pixels. */
const tolerance = 2

/** A remembered line is at most this far from the edge, unless its section was still being skipped, in pixels. */
const nearEdge = 200

/** Scrolls a text by offsets, which stay true when its width changes, where pixels do not. */
export class Scrolling {
  readonly #view: EditorView
  readonly #scroller: HTMLElement
  readonly #offsets: TextOffsets
  #place: ScrollPlace | null = null
  #frame = 0

  constructor(view: EditorView, scroller: HTMLElement, offsets: TextOffsets) {
    this.#view = view
    this.#scroller = scroller
    this.#offsets = offsets
    const interrupt = (): void => cancelAnimationFrame(this.#frame)
    for (const type of ['wheel', 'pointerdown', 'keydown']) {
      scroller.addEventListener(type, interrupt, { passive: true, capture: true })
    }
    scroller.addEventListener('scrollend', () => this.remember())
  }

  /** The place that the text is at; while it is hidden, the last one. */
  get place(): ScrollPlace {
    this.remember()
    return this.#place ?? { offset: 0, above: 0 }
  }

  /** Goes to a place, also in a text that has not been laid out yet. */
  restore(place: ScrollPlace): void {
    this.#place = place
    this.#hold(() => this.#top(place.offset) + place.above)
  }

  /** Goes back to the remembered place after the text was laid out anew. */
  keepPlace(): void {
    if (this.#place) this.restore(this.#place)
  }

  /** Brings [start, end) into view, in text offsets. `nearest` moves only when it has to. */
  to(start: number, end: number, align: Align): void {
    const top = this.#top(start)
    const bottom = this.#top(end) + this.#lineHeight(end)
    const goal = wantedTop(top, bottom, this.#scroller.clientHeight, align)
    if (goal !== top) this.#hold(() => this.#top(start) - goal)
  }

  /** Remembers the place, so that it can be kept. A place that is still true stays as it is, lest it drift. */
  remember(): void {
    const { left, top, width, height } = this.#scroller.getBoundingClientRect()
    if (!width || !height || this.#isTrue(this.#place)) return
    const text = this.#view.dom.getBoundingClientRect()
    const found = this.#view.posAtCoords({ left: Math.max(text.left, left) + 4, top: top + 2 })
    const offset = found && this.#scroller.scrollTop > 0 ? this.#offsets.offset(found.pos) : 0
    this.#place = { offset, above: -this.#top(offset) }
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
  }

  /** Scrolls by what `distance` says is left to go, now and while the layout settles. */
  #hold(distance: () => number, frames = settlingFrames): void {
    cancelAnimationFrame(this.#frame)
    const left = Math.round(distance())
    if (left) this.#scroller.scrollTop += left
    if (frames > 0) this.#frame = requestAnimationFrame(() => this.#hold(distance, frames - 1))
    else this.remember()
  }

  /** The upper edge of the line at a text offset, in pixels below the scroller's upper edge. */
  #top(offset: number): number {
    return (
      this.#view.coordsAtPos(this.#offsets.position(offset), 1).top -
      this.#scroller.getBoundingClientRect().top
    )
  }

  #isTrue(place: ScrollPlace | null): boolean {
    if (place === null || Math.abs(place.above) > nearEdge) return false
    return Math.abs(this.#top(place.offset) + place.above) <= tolerance
  }

  #lineHeight(offset: number): number {
    const { top, bottom } = this.#view.coordsAtPos(this.#offsets.position(offset), 1)
    return bottom - top
  }
}

/**
 * Where the upper edge of a passage, now from `top` to `bottom`, should be in a viewport of a height. A passage taller than
 * the viewport shows its beginning; `nearest` centres what is more than a viewport away.
 */
export function wantedTop(top: number, bottom: number, height: number, align: Align): number {
  const upper = Math.min(edgeSpace, height / 4)
  const lower = height - upper - (bottom - top)
  if (align === 'start' || lower < upper) return upper
  if (align === 'center') return (upper + lower) / 2
  if (top >= upper && top <= lower) return top
  const far = bottom < -height || top > 2 * height
  if (far) return (upper + lower) / 2
  return top < upper ? upper : lower
}
