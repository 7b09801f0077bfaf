import type { EditorView } from 'prosemirror-view'
import { offsetsOf, type TextOffsets } from '../../shared/document/text-offsets.js'
import { LayoutWatch } from './layout-watch.js'
import { distanceToShare } from './scroll-share.js'
import type { TextPage } from './text-page.js'
import { blockAt } from './viewport.js'

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

/** The class of a section that the browser must not skip. */
const laidOut = 'is-gone-to'

/** How far a line may be from where it was remembered, in pixels. */
const tolerance = 2

/** Between blocks the first line is looked for in such steps, down to so far below the upper edge, in pixels. */
const gap = { step: 12, deepest: 200 }

/** Scrolls a text by offsets, which stay true when its width changes, where pixels do not. */
export class Scrolling {
  readonly #view: EditorView
  readonly #scroller: HTMLElement
  readonly #layout: LayoutWatch
  #place: ScrollPlace | null = null
  #frame = 0
  /** What is left to go, in pixels, while a place is being gone to. */
  #distance: (() => number) | null = null
  /** The section that is being gone to, which is laid out meanwhile (see `#sectionAt`). */
  #goal: Element | null = null
  /** Whether `#place` is being gone to, and so is not where the text is yet. */
  #isRestoring = false
  /** Where following has scrolled to, in pixels. */
  #followed: number | null = null

  constructor(view: EditorView, page: TextPage) {
    const { scroller } = page
    this.#view = view
    this.#scroller = scroller
    this.#layout = new LayoutWatch(page, () => this.keepPlace())
    const interrupt = (): void => {
      this.#stop()
      this.#followed = null
    }
    for (const type of ['wheel', 'pointerdown', 'keydown']) {
      scroller.addEventListener(type, interrupt, { passive: true, capture: true })
    }
    scroller.addEventListener('scrollend', () => this.#frame || this.#settle(() => {}))
  }

  /** The place that the text is at; while it is hidden, the last one. */
  get place(): ScrollPlace {
    this.remember()
    return this.#place ?? { offset: 0, above: 0 }
  }

  /** Goes to a place, also in a text that has not been laid out yet. */
  restore(place: ScrollPlace): void {
    this.#place = place
    this.#hold(() => this.#top(place.offset) + place.above, this.#sectionAt(place.offset))
    this.#isRestoring = true
  }

  /** Goes back to the remembered place after the text was laid out anew, or on to where it was just going. */
  keepPlace(): void {
    if (this.#distance && !this.#isRestoring) this.#hold(this.#distance, this.#goal)
    else if (this.#place) this.restore(this.#place)
  }

  /** Brings [start, end) into view, in text offsets. `nearest` moves only when it has to. */
  to(start: number, end: number, align: Align): void {
    const section = this.#sectionAt(start)
    section?.classList.add(laidOut)
    const top = this.#top(start)
    const bottom = this.#top(end) + this.#lineHeight(end)
    const goal = wantedTop(top, bottom, this.#scroller.clientHeight, align)
    if (goal !== top) this.#hold(() => this.#top(start) - goal, section)
    else if (section !== this.#goal) section?.classList.remove(laidOut)
  }

  /** Goes to a share of the text (see `scrollShare`), and stays there while its layout settles. */
  follow(share: number): void {
    this.#hold(() => {
      const distance = distanceToShare(this.#view, this.#scroller, share)
      const furthest = this.#scroller.scrollHeight - this.#scroller.clientHeight
      this.#followed = Math.min(Math.max(this.#scroller.scrollTop + Math.round(distance), 0), furthest)
      return distance
    })
  }

  /** Whether the text is where following has scrolled it to, and not a person. */
  get isFollowing(): boolean {
    return this.#followed !== null && Math.abs(this.#scroller.scrollTop - this.#followed) <= tolerance
  }

  /** Keeps to the remembered line after the text has changed; `moved` says where an offset is now. */
  textChanged(moved: (offset: number) => number): void {
    if (this.#place) this.#place = { ...this.#place, offset: moved(this.#place.offset) }
  }

  /** Remembers the place, so that it can be kept. A place that is still true stays as it is, lest it drift. */
  remember(): void {
    const { width, height } = this.#scroller.getBoundingClientRect()
    if (!width || !height || this.#isRestoring || this.#layout.isAhead || this.#isTrue(this.#place)) return
    const offset = this.#scroller.scrollTop > 0 ? this.#firstLine() : 0
    this.#place = { offset, above: -this.#top(offset) }
  }

  /**
   * A text offset in the first line that can be seen, between two blocks the lower one's. In a section that is not laid out
   * yet no line can be found: then where the first block begins.
   */
  #firstLine(): number {
    const { left, top } = this.#scroller.getBoundingClientRect()
    const x = Math.max(this.#view.dom.getBoundingClientRect().left, left) + 4
    for (let y = 2; y < gap.deepest; y += gap.step) {
      const found = this.#view.posAtCoords({ left: x, top: top + y })
      const offset = found && this.#offsets.offset(found.pos)
      if (offset !== null && this.#isAtEdge(offset, -this.#top(offset))) return offset
    }
    return this.#offsets.offset(this.#view.posAtDOM(blockAt(this.#view.dom, top), 0))
  }

  destroy(): void {
    this.#layout.destroy()
    this.#stop()
  }

  get #offsets(): TextOffsets {
    return offsetsOf(this.#view.state.doc)
  }

  /**
   * Scrolls by what `distance` says is left to go, now and while the layout settles. Meanwhile the browser does not anchor
   * the scrolling by itself: both would correct the same shift.
   */
  #hold(distance: () => number, section: Element | null = null): void {
    this.#stop()
    this.#distance = distance
    this.#goal = section
    section?.classList.add(laidOut)
    this.#scroller.style.overflowAnchor = 'none'
    this.#settle(() => {
      const left = Math.round(distance())
      if (left) this.#scroller.scrollTop += left
    })
  }

  /** Acts now and in each frame in which the layout may still move; then remembers where the text is. */
  #settle(act: () => void, frames = settlingFrames): void {
    act()
    if (frames > 0) {
      this.#frame = requestAnimationFrame(() => this.#settle(act, frames - 1))
    } else {
      this.#stop()
      this.remember()
    }
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#distance = null
    this.#goal?.classList.remove(laidOut)
    this.#goal = null
    this.#isRestoring = false
    this.#scroller.style.overflowAnchor = ''
  }

  /**
   * The section of a text offset. One that the browser skips is as high as was estimated, and a place far down in it may
   * stand below its box: gone to there, it would still be out of sight, and so skipped. So it is laid out on the way.
   */
  #sectionAt(offset: number): Element | null {
    const { node } = this.#view.domAtPos(this.#offsets.position(offset))
    const element = node instanceof Element ? node : node.parentElement
    return element?.closest('.text-section') ?? null
  }

  /** The upper edge of the line at a text offset, in pixels below the scroller's upper edge. */
  #top(offset: number): number {
    return (
      this.#view.coordsAtPos(this.#offsets.position(offset), 1).top -
      this.#scroller.getBoundingClientRect().top
    )
  }

  /** Whether a place's line is where it says, and the first that can be seen. */
  #isTrue(place: ScrollPlace | null): boolean {
    if (place === null || !this.#isAtEdge(place.offset, place.above)) return false
    return Math.abs(this.#top(place.offset) + place.above) <= tolerance
  }

  /** Whether a line that begins `above` pixels over the upper edge can be seen just below it. */
  #isAtEdge(offset: number, above: number): boolean {
    return above < this.#lineHeight(offset) && above > -gap.deepest
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
