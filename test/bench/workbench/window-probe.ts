/** What a page is asked for while it is measured. */
export interface WindowProbe {
  /** Scrolls what an element scrolls in to its beginning. */
  toTop: (selector: string) => void
  /** Scrolls an element by `step` pixels a frame; answers when each frame began, in milliseconds. */
  scroll: (selector: string, frames: number, step: number) => Promise<number[]>
}

export interface ProbedWindow extends Window {
  workbenchProbe: WindowProbe
}

/**
 * Puts the probe into a page, as `workbenchProbe`. Handed over as its source text, so it may use nothing from around it.
 */
export function installWindowProbe(): void {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const scrollerOf = (selector: string): Element => {
    let element = document.querySelector(selector)
    while (element && !/auto|scroll/.test(getComputedStyle(element).overflowY))
      element = element.parentElement
    if (!element) throw new Error(`Nothing scrolls at ${selector}`)
    return element
  }
  const workbenchProbe: WindowProbe = {
    toTop(selector) {
      scrollerOf(selector).scrollTop = 0
    },
    async scroll(selector, frames, step) {
      const began: number[] = []
      const scroller = scrollerOf(selector)
      for (let at = 0; at <= frames; at++) {
        began.push(await frame())
        scroller.scrollTop += step
      }
      return began
    },
  }
  Object.assign(window, { workbenchProbe })
}
