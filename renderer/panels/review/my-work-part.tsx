import type { Claim } from '../../../shared/domain/claim.js'
import type { Person } from '../../../shared/domain/review.js'
import { labelOf, statuses } from '../../../shared/domain/verdicts.js'
import { VerdictBadge } from '../../components/badges.js'
import { toCheck, toRead } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { ClaimRows } from './claim-rows.js'
import { Part } from './part.js'

/** What waits for whoever sits here: claims to check, and claims of others to read after them. */
export function MyWorkPart({ me }: { me: Person }) {
  const records = useStore((state) => state.records)
  const checking = toCheck(records, me)
  const reading = toRead(records, me)
  const readsOthers = me.role !== 'checker'
  return (
    <>
      {readsOthers && (
        <Part title="Waiting for your second reading" count={reading.length} area="reading">
          {reading.length === 0 ? (
            <p className="hint">None. Claims come here once somebody else has given them a verdict.</p>
          ) : (
            <Claims label="Waiting for your second reading" claims={reading} />
          )}
        </Part>
      )}
      {(checking.length > 0 || !readsOthers) && (
        <Part title="For you to check" count={checking.length} area="checking">
          {checking.length === 0 ? (
            <p className="hint">
              None. Name yourself in a claim, or select claims in the table, to take them on.
            </p>
          ) : (
            <Claims label="For you to check" claims={checking} />
          )}
        </Part>
      )}
    </>
  )
}

function Claims({ label, claims }: { label: string; claims: readonly Claim[] }) {
  return (
    <ClaimRows label={label} entries={claims} claimOf={(claim) => claim}>
      {({ verdict, status }) => (
        <span className="row-state">
          <VerdictBadge verdict={verdict} />
          <small>{labelOf(statuses, status)}</small>
        </span>
      )}
    </ClaimRows>
  )
}
