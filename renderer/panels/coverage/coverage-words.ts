import { checkableKinds, type CheckableKind } from '../../../shared/coverage/checkables.js'
import type { Coverage, CoverageCount } from '../../../shared/coverage/coverage.js'
import { percentCovered } from '../../../shared/coverage/uncovered.js'

/** "34% covered". */
export function shareInWords(count: CoverageCount): string {
  const percent = percentCovered(count)
  if (percent === null) return 'Nothing to cover'
  return percent === 0 && count.covered > 0 ? 'Under 1% covered' : `${percent}% covered`
}

/** "12 of 40", with the thousands apart. */
export function countInWords({ covered, total }: CoverageCount): string {
  return `${covered.toLocaleString('en')} of ${total.toLocaleString('en')}`
}

/** One line for each of the wanted kinds: "Dates: 3 of 12". */
export function kindsInWords({ counts }: Coverage, wanted: readonly CheckableKind[]): string {
  return checkableKinds
    .flatMap(({ id, label }, place) =>
      wanted.includes(id) ? [`${label}: ${countInWords(counts[place]!)}`] : [],
    )
    .join('\n')
}
