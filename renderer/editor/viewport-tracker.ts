import type { EditorView } from 'prosemirror-view'
import type { Passage } from './passages.js'
import { drawingOf } from './plugins/viewport-highlights.js'
import { covers, textInView } from './viewport.js'

/** Drawn beyond the viewport, and how much of that must be left before it is drawn anew, in viewports. */
const drawnMargin = 1
const keptMargin = 0.25

export interface ViewportCallbacks {
  /** This part of the text, in text offsets, is to be drawn. */
  draw: (window: Passage) => void
  /** Nothing new is to be drawn, but lines may be at other heights. */
  moved: () => void
}

/** Keeps what is drawn in step with the viewport. */
export class ViewportTracker {
  readonly #view: EditorView
  readonly #scroller: HTMLElement
  readonly #callbacks: ViewportCallbacks
  readonly #resizes: ResizeObserver
  #frame = 0

  constructor(view: EditorView, scroller: HTMLElement, callbacks: ViewportCallbacks) {
    this.#view = view
    this.#scroller = scroller
    this.#callbacks = callbacks
    scroller.addEventListener('scroll', () => this.schedule(), { passive: true })
    this.#resizes = new ResizeObserver(() => this.update(true))
    this.#resizes.observe(view.dom)
  }

  /** Updates in the next frame; the first call of several counts. */
  schedule(): void {
    this.#frame ||= requestAnimationFrame(() => this.update(false))
  }

  /** Draws what has come near the viewport; `moved` says that lines may be at other heights. */
  update(moved: boolean): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const height = this.#scroller.clientHeight
    if (!height) return
    const { window } = drawingOf(this.#view.state)
    const near = textInView(this.#view, this.#scroller, height * keptMargin)
    if (!covers(window, near)) {
      this.#callbacks.draw(this.wanted())
    } else if (moved) this.#callbacks.moved()
  }

  /** What should be drawn now, in text offsets. */
  wanted(): Passage {
    return textInView(this.#view, this.#scroller, this.#scroller.clientHeight * drawnMargin)
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    this.#resizes.disconnect()
  }
}
