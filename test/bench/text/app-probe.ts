/**
 * What runs in the program's window to see when something was painted. Handed over as its source text, so it may use
 * nothing but its argument.
 */
export function installProbe(selector: string): void {
  const painted = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve())
        port1.start()
        port2.postMessage(null)
      })
    })
  const known = new Set<string>()
  const fresh = (): Element | undefined =>
    [...document.querySelectorAll(selector)].find(
      (element) => !known.has(element.getAttribute('data-claims') ?? ''),
    )
  const follow = async (event: Event): Promise<{ milliseconds: number; frames: number }> => {
    let frames = 0
    do {
      await painted()
      frames++
    } while (!fresh())
    return { milliseconds: performance.now() - event.timeStamp, frames }
  }
  const probe = {
    seen: Promise.resolve({ milliseconds: Number.NaN, frames: Number.NaN }),
    /** `seen` tells from the next event of a type to the first painted frame that shows something new. */
    watch(type: string): void {
      known.clear()
      for (const element of document.querySelectorAll(selector))
        known.add(element.getAttribute('data-claims') ?? '')
      probe.seen = new Promise((resolve) => {
        window.addEventListener(type, (event) => resolve(follow(event)), { capture: true, once: true })
      })
    },
  }
  Object.assign(window, { probe })
}
