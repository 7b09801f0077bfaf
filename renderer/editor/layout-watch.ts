import type { TextPage } from './text-page.js'

/**
 * Sees when the text is laid out anew because its size, its leading, its measure, its font or the room that it has changed,
 * and calls back before that is painted. A hidden text changes nothing until it is shown again.
 */
export class LayoutWatch {
  readonly #page: TextPage
  readonly #ruler = document.createElement('div')
  readonly #observer: ResizeObserver
  /** What was measured last; null before the first layout. */
  #known: string | null

  constructor(page: TextPage, changed: () => void) {
    this.#page = page
    this.#ruler.className = 'text-ruler'
    this.#ruler.setAttribute('aria-hidden', 'true')
    page.page.append(this.#ruler)
    this.#known = page.scroller.clientWidth ? null : 'hidden'
    this.#observer = new ResizeObserver(() => {
      const now = this.#measure()
      if (!page.scroller.clientWidth || now === this.#known) return
      const isFirst = this.#known === null
      this.#known = now
      if (!isFirst) changed()
    })
    for (const element of [page.scroller, this.#ruler]) this.#observer.observe(element)
  }

  /** Whether the text has been laid out anew and the callback does not know yet. */
  get isAhead(): boolean {
    return this.#known !== null && this.#measure() !== this.#known
  }

  destroy(): void {
    this.#observer.disconnect()
    this.#ruler.remove()
  }

  #measure(): string {
    // Not the box on the screen, which is less exact the further it is scrolled away.
    const { width, height } = getComputedStyle(this.#ruler)
    return [this.#page.scroller.clientWidth, this.#page.page.clientWidth, width, height].join(' ')
  }
}
