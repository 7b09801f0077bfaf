import {
  categories,
  severities,
  severitySign,
  type Category,
  type Severity,
} from '../../shared/domain/finding.js'
import { notJudged, shownVerdict, type ShownVerdict } from '../../shared/domain/case-scale.js'
import type { Verdict } from '../../shared/domain/verdict-scale.js'
import { labelOf } from '../../shared/domain/verdicts.js'
import { useCaseScale } from '../store/claims/verdict-scale.js'
import './badges.css'

/** A verdict by sign, colour and, unless `short`, its name; one that the case's scale has not is told apart. */
export function VerdictBadge({ verdict, short = false }: { verdict: Verdict | null; short?: boolean }) {
  const scale = useCaseScale()
  return <VerdictChip verdict={verdict === null ? null : shownVerdict(scale, verdict)} short={short} />
}

type Look = Pick<ShownVerdict, 'label' | 'sign' | 'colour'> & Partial<Pick<ShownVerdict, 'isInScale'>>

/** The same for a verdict of any scale. */
export function VerdictChip({ verdict, short = false }: { verdict: Look | null; short?: boolean }) {
  const { label, sign, colour, isInScale = true }: Look | typeof unjudged = verdict ?? unjudged
  const note = isInScale ? '' : ', not in the scale of this case'
  return (
    <span
      className={`badge verdict-badge verdict-${colour}${isInScale ? '' : ' is-strange'}`}
      title={`${label}${note}`}
    >
      <span aria-hidden={!short}>{sign}</span>
      {!short && label}
      {(short || note) && <span className="visually-hidden">{short ? `${label}${note}` : note}</span>}
    </span>
  )
}

const unjudged = { label: notJudged, sign: '·', colour: 'none', isInScale: true } as const

/** A severity by shape, colour and name. */
export function SeverityBadge({ severity, short = false }: { severity: Severity; short?: boolean }) {
  const label = labelOf(severities, severity)
  return (
    <span className={`badge severity-badge severity-${severity}`} title={label}>
      <span aria-hidden>{severitySign(severity)}</span>
      {short ? <span className="visually-hidden">{label}</span> : label}
    </span>
  )
}

export const categoryLabel = (category: Category): string => labelOf(categories, category)
