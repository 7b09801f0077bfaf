/**
 * Work that is done in steps, each telling which share of the whole is behind it (0 to 1). Between two steps whoever runs it can
 * tell how far it is, let others have their turn, or never go on: nothing is written before it has come to its end.
 */
export type Steps<T> = Generator<number, T, void>

/** Does it all at once. */
export function finished<T>(steps: Steps<T>, onStep?: (share: number) => void): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    onStep?.(step.value)
  }
}

/** Does the work as a part of another, from one share of that to another. */
export function* within<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}
