/** Milliseconds; a window that is out of sight draws nothing. */
const patience = 2000

/** Resolves when what was changed until now is drawn and the page has nothing more urgent to do, or after a while. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience)
    requestAnimationFrame(() => requestIdleCallback(() => resolve()))
  })
}
