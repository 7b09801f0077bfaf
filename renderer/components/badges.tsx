import { categories, severities, type Category, type Severity } from '../../shared/domain/finding.js'
import { labelOf, verdicts, type Verdict } from '../../shared/domain/verdicts.js'
import './badges.css'

/** A verdict by sign, colour and, unless `short`, its name. */
export function VerdictBadge({ verdict, short = false }: { verdict: Verdict | null; short?: boolean }) {
  const entry = verdicts.find(({ id }) => id === verdict)
  const label = entry?.label ?? 'Not judged'
  return (
    <span className={`badge verdict-badge verdict-${verdict ?? 'none'}`} title={label}>
      <span aria-hidden={!short}>{entry?.sign ?? '·'}</span>
      {short ? <span className="visually-hidden">{label}</span> : label}
    </span>
  )
}

const severityShapes: Record<Severity, string> = { error: '◆', likely: '▲', check: '●' }

/** A severity by shape, colour and name. */
export function SeverityBadge({ severity, short = false }: { severity: Severity; short?: boolean }) {
  const label = labelOf(severities, severity)
  return (
    <span className={`badge severity-badge severity-${severity}`} title={label}>
      <span aria-hidden>{severityShapes[severity]}</span>
      {short ? <span className="visually-hidden">{label}</span> : label}
    </span>
  )
}

export const categoryLabel = (category: Category): string => labelOf(categories, category)
