import { createChecker, type CheckSource } from '../../shared/checks/run-checks.js'
import { dateReadings, type DateReading } from '../../shared/checks/date-readings.js'
import type { Checkables } from '../../shared/coverage/checkables.js'
import { readCheckables } from '../../shared/coverage/read-checkables.js'
import type { SettledFindings } from '../../shared/domain/case.js'
import type { CheckSettings } from '../../shared/domain/check-settings.js'
import type { Confirmation, Finding } from '../../shared/domain/finding.js'
import { packDates, type PackedDates } from '../../shared/timeline/text-dates.js'
import { SettledBatches } from './settled-batches.js'
import { stopSigns } from './stop-signs.js'

/**
 * What the check-worker can do. It keeps what it has read of each paragraph, so that a second check of a case costs only
 * what changed. `sign` is shared memory of one 32-bit integer, one of `stopSigns`: a run that is stopped answers null.
 * What a run is certain of before its end is sent in batches; the answer has all findings, those of the batches too.
 */
export function checkHandlers(onSettled: (settled: SettledFindings) => void, now?: () => number) {
  const checker = createChecker()
  return {
    check(sources: CheckSource[], settings: CheckSettings, sign: Int32Array): Finding[] | null {
      const signal = {
        get aborted(): boolean {
          return Atomics.load(sign, 0) !== stopSigns.run
        },
      }
      const batches = new SettledBatches(onSettled, now)
      const findings = checker.run(sources, {
        ...settings,
        signal,
        onSettled: (settled: SettledFindings) => batches.add(settled),
      })
      if (!signal.aborted) return findings
      batches.flush()
      return null
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
