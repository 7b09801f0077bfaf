/** Writers that commit after a pause; closing the window, undoing and exporting call them first. */
const writers = new Set<() => void | Promise<void>>()

/** Registers something that may hold what is not handed over yet; the answer takes it back. */
export function flushOnDemand(flush: () => void | Promise<void>): () => void {
  writers.add(flush)
  return () => writers.delete(flush)
}

/** Hands over what every writer holds: an act is asked for when this returns, all else is kept when it resolves. */
export async function flushFields(): Promise<void> {
  await Promise.all([...writers].map((flush) => flush()))
}
