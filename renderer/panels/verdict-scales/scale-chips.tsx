import type { VerdictScale } from '../../../shared/domain/verdict-scale.js'
import { VerdictChip } from '../../components/badges.js'

/** All verdicts of a scale as they will look. */
export function ScaleChips({ scale, short = false }: { scale: VerdictScale; short?: boolean }) {
  return (
    <span className="scale-chips">
      {scale.verdicts.map((verdict) => (
        <VerdictChip key={verdict.id} verdict={verdict} short={short} />
      ))}
    </span>
  )
}
