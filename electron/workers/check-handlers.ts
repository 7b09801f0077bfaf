import { createChecker, type CheckSource } from '../../shared/checks/run-checks.js'
import { dateReadings, type DateReading } from '../../shared/checks/date-readings.js'
import type { Checkables } from '../../shared/coverage/checkables.js'
import { readCheckables } from '../../shared/coverage/read-checkables.js'
import type { CheckSettings } from '../../shared/domain/check-settings.js'
import type { Confirmation, Finding } from '../../shared/domain/finding.js'
import { packDates, type PackedDates } from '../../shared/timeline/text-dates.js'

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
    check(sources: CheckSource[], settings: CheckSettings, cancelled: Int32Array): Finding[] | null {
      const signal = {
        get aborted(): boolean {
          return Atomics.load(cancelled, 0) !== 0
        },
      }
      const findings = checker.run(sources, {
        ...settings,
        signal,
        onProgress: (done: number, total: number) => onProgress({ done, total }),
      })
      return signal.aborted ? null : findings
    },
    confirmations: (sources: CheckSource[], settings: CheckSettings): Confirmation[] =>
      checker.confirmations(sources, settings),
    /** How the dates of a text were read. */
    readings: (source: CheckSource): DateReading[] => checker.sections(source).flatMap(dateReadings),
    /** What can be checked in a text. */
    checkables: (source: CheckSource): Checkables => readCheckables(checker.sections(source)),
    /** The dates of every text, packed for the timeline. */
    dates: (sources: CheckSource[]): PackedDates[] =>
      sources.map((source) =>
        packDates(
          source,
          checker.sections(source).flatMap(({ dates }) => dates),
        ),
      ),
  }
}

export type CheckHandlers = ReturnType<typeof checkHandlers>
