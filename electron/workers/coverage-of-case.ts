import type { Checkables } from '../../shared/coverage/checkables.js'
import { coverageOf } from '../../shared/coverage/coverage.js'
import type { CaseSnapshot } from '../../shared/domain/case.js'
import type { TextVersion } from '../../shared/domain/source.js'
import type { SourceCoverage } from '../../shared/report/material.js'
import { isAnchored } from '../../shared/report/places.js'

/** What the claims of a case cover of each of its texts; `read` says what can be checked in one. */
export async function coverageOfCase(
  { texts, claims }: CaseSnapshot,
  read: (version: TextVersion) => Promise<Checkables> | Checkables,
): Promise<SourceCoverage[]> {
  const coverage: SourceCoverage[] = []
  for (const version of texts) {
    const ranges = claims.flatMap(({ sourceId, selector }) =>
      sourceId === version.sourceId && isAnchored(version, selector) ? [selector] : [],
    )
    const { counts } = coverageOf(await read(version), ranges)
    coverage.push({ sourceId: version.sourceId, counts })
  }
  return coverage
}
