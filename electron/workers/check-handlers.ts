import { createChecker, type CheckSource } from '../../shared/checks/run-checks.js'
import type { Finding } from '../../shared/domain/finding.js'

export interface CheckProgress {
  done: number
  total: number
}

/**
 * What the check-worker can do. It keeps what it has read of each paragraph, so that a second check of a case costs only
 * what changed. `cancelled` is shared memory of one 32-bit integer: anything but 0 stops the run, which then answers null.
 */
export function checkHandlers(onProgress: (progress: CheckProgress) => void) {
  const checker = createChecker()
  return {
    check(sources: CheckSource[], cancelled: Int32Array): Finding[] | null {
      const signal = {
        get aborted(): boolean {
          return Atomics.load(cancelled, 0) !== 0
        },
      }
      const findings = checker.run(sources, {
        signal,
        onProgress: (done: number, total: number) => onProgress({ done, total }),
      })
      return signal.aborted ? null : findings
    },
  }
}

export type CheckHandlers = ReturnType<typeof checkHandlers>
