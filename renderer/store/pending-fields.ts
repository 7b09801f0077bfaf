/** Writers of fields that commit after a pause; closing the window, undoing and exporting call them first. */
const writers = new Set<() => void>()

/** Registers a field that may hold something not handed over yet; the answer takes it back. */
export function flushOnDemand(flush: () => void): () => void {
  writers.add(flush)
  return () => writers.delete(flush)
}

/** Hands over what every field holds. */
export function flushFields(): void {
  for (const flush of writers) flush()
}
