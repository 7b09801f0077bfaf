import { isOrphan, type Claim } from '../../../shared/domain/claim.js'
import { labelOf, statuses } from '../../../shared/domain/verdicts.js'
import { VerdictBadge } from '../../components/badges.js'
import { CommandKey } from '../../components/command-key.js'
import { excerpt } from '../../components/excerpt.js'
import { VirtualList } from '../../components/virtual-list/virtual-list.js'
import { claimsInOrder, notesOf } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { showClaim } from '../../store/view-actions.js'

/** All claims of the case in reading order. */
export function ClaimList() {
  const records = useStore((state) => state.records)
  const active = useStore((state) => state.view.claimId)
  const claims = claimsInOrder(records)
  if (claims.length === 0) {
    return (
      <div className="empty">
        <p>No claims yet.</p>
        <p>
          Select a passage in the text and press <CommandKey command="highlight" />, or accept a finding.
        </p>
      </div>
    )
  }
  return (
    <VirtualList
      label="Claims"
      items={claims}
      keyOf={keyOf}
      rowClass="claim-row"
      estimate={104}
      selected={active}
      onChoose={showClaim}
      followsFocus
    >
      {claimRow}
    </VirtualList>
  )
}

const keyOf = ({ id }: Claim): string => id
const claimRow = (claim: Claim) => <ClaimRow claim={claim} />

function ClaimRow({ claim }: { claim: Claim }) {
  const source = useStore((state) => state.records.source.get(claim.sourceId))
  const notes = useStore((state) => notesOf(state.records, claim.id).length)
  return (
    <>
      <q className="row-quote">{excerpt(claim.selector.exact, 120)}</q>
      <span className="row-counts">
        <VerdictBadge verdict={claim.verdict} />
        <span>{labelOf(statuses, claim.status)}</span>
        {source && isOrphan(claim, source) && <span className="tag">not in the text</span>}
        {notes > 0 && <span>{notes === 1 ? '1 note' : `${notes} notes`}</span>}
      </span>
      <span className="row-about">{source?.title}</span>
    </>
  )
}
