import type { CoverageCount } from '../coverage/coverage.js'
import type { LogExtract } from './log-extract.js'

/** What of a text its claims cover, a count for each kind of checkable in the order of `checkableKinds`. */
export interface SourceCoverage {
  sourceId: string
  counts: readonly CoverageCount[]
}

/** What a report tells beside the records of a case; what nobody looked up is null. */
export interface ReportMaterial {
  coverage: readonly SourceCoverage[] | null
  log: LogExtract | null
}

export const noMaterial: ReportMaterial = { coverage: null, log: null }
