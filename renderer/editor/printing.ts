/** Calls `before` when the window is about to be printed, and `after` when it has been. Returns what ends that. */
export function onPrint(before: () => void, after: () => void): () => void {
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  return () => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
  }
}
