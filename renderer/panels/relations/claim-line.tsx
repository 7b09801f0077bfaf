import type { Claim } from '../../../shared/domain/claim.js'
import { VerdictBadge } from '../../components/badges.js'
import { excerpt } from '../../components/excerpt.js'
import { claimNumbers } from '../../store/selections.js'
import { useStore } from '../../store/store.js'

/** A claim in few words: its number and quote, the source, and the verdict. */
export function ClaimLine({ claim }: { claim: Claim }) {
  const number = useStore(({ records }) => claimNumbers(records).get(claim.id))
  const source = useStore(({ records }) => records.source.get(claim.sourceId)?.title)
  return (
    <span className="claim-line">
      <b>{number}</b>
      <q>{excerpt(claim.selector.exact, 160)}</q>
      <small>
        <VerdictBadge verdict={claim.verdict} short /> {source}
      </small>
    </span>
  )
}
