import type { Claim } from '../../../shared/domain/claim.js'
import type { Finding } from '../../../shared/domain/finding.js'
import { categoryLabel, SeverityBadge } from '../../components/badges.js'
import { findingsAt } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { showFinding } from '../../store/view-actions.js'

/** How many findings at a claim are told before what is to be judged of it. */
const mostFindings = 3

/** The findings with a passage at a claim, which lead to them; many are folded away. */
export function WhyFlagged({ claim }: { claim: Claim }) {
  const records = useStore((state) => state.records)
  const findings = findingsAt(records, claim)
  if (findings.length === 0) return null
  // One more would take as much room as the line that unfolds it.
  const told = findings.length === mostFindings + 1 ? findings.length : mostFindings
  return (
    <div className="why-flagged">
      <ul aria-label="Findings at this claim">{findings.slice(0, told).map(findingRow)}</ul>
      {findings.length > told && (
        <details key={claim.id}>
          <summary>{findings.length - told} more findings here</summary>
          <ul aria-label="More findings at this claim">{findings.slice(told).map(findingRow)}</ul>
        </details>
      )}
    </div>
  )
}

const findingRow = ({ fingerprint, severity, category, message }: Finding) => (
  <li key={fingerprint}>
    <button type="button" onClick={() => showFinding(fingerprint)}>
      <SeverityBadge severity={severity} short />
      <span>
        {categoryLabel(category)}: {message}
      </span>
    </button>
  </li>
)
