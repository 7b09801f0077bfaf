import { setImmediate as turn } from 'node:timers/promises'
import { StetError } from '../../shared/ipc/result.js'
import type { Steps } from '../../shared/merge/steps.js'

/** Does the steps of some work, with room for others between them; throws the signal's reason once it is aborted. */
export type Stepwise = <T>(what: string, steps: Steps<T>) => Promise<T>

/**
 * Does work that Ctrl+C ends between two of its steps, and not within one: whatever writes does so in one step. It is then
 * refused as 'cancelled'. On a terminal a line tells how far it is.
 */
export async function interruptible<T>(work: (stepwise: Stepwise) => Promise<T>): Promise<T> {
  const stopping = new AbortController()
  const stop = (): void => stopping.abort(new StetError('cancelled', 'Stopped. Nothing was changed.'))
  process.on('SIGINT', stop)
  try {
    return await work((what, steps) => stepwise(what, steps, stopping.signal))
  } finally {
    process.off('SIGINT', stop)
  }
}

async function stepwise<T>(what: string, steps: Steps<T>, signal: AbortSignal): Promise<T> {
  const isTerminal = process.stderr.isTTY
  try {
    for (;;) {
      await turn()
      signal.throwIfAborted()
      const step = steps.next()
      if (step.done) return step.value
      if (isTerminal) process.stderr.write(`\r${what} … ${Math.round(step.value * 100)} %`)
    }
  } finally {
    if (isTerminal) process.stderr.write('\r\x1b[K')
  }
}
