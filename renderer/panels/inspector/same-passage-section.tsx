import { Combine } from 'lucide-react'
import type { Claim } from '../../../shared/domain/claim.js'
import { labelOf, statuses } from '../../../shared/domain/verdicts.js'
import { VerdictBadge } from '../../components/badges.js'
import { Button } from '../../components/controls.js'
import { joinClaims } from '../../store/claims/join-claims.js'
import { claimNumbers, claimsAtPassageOf, notesOf } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { showClaim } from '../../store/view-actions.js'
import '../relations/relations.css'

/** The other claims on the passage of a claim, as two people make them who each work on a copy of the case. */
export function SamePassageSection({ claim }: { claim: Claim }) {
  const others = claimsAtPassageOf(
    useStore((state) => state.records),
    claim,
  )
  if (others.length === 0) return null
  return (
    <section className="inspector-section" aria-label="On the same passage">
      <h3>{others.length === 1 ? 'Another claim' : `${others.length} other claims`} on the same passage</h3>
      <ul className="relations">
        {others.map((other) => (
          <OtherClaim key={other.id} claim={claim} other={other} />
        ))}
      </ul>
      <p className="hint">
        Where both say the same, join them: this claim takes the notes, evidence, relations and tags of the
        other, and whatever it leaves open itself.
      </p>
    </section>
  )
}

function OtherClaim({ claim, other }: { claim: Claim; other: Claim }) {
  const number = useStore(({ records }) => claimNumbers(records).get(other.id))
  const notes = useStore(({ records }) => notesOf(records, other.id).length)
  return (
    <li>
      <button type="button" className="passage same-passage" onClick={() => showClaim(other.id)}>
        <b>Claim {number}</b>
        <VerdictBadge verdict={other.verdict} />
        <small>
          {labelOf(statuses, other.status)}
          {notes > 0 && `, ${notes === 1 ? '1 note' : `${notes} notes`}`}
        </small>
      </button>
      <Button
        aria-label={`Join claim ${number} into this claim`}
        onPress={() => void joinClaims(claim.id, other.id)}
      >
        <Combine size={14} aria-hidden /> Join
      </Button>
    </li>
  )
}
