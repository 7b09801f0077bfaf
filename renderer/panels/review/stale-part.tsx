import type { Claim } from '../../../shared/domain/claim.js'
import type { SignOff, StaleSignOff } from '../../../shared/domain/review.js'
import { claimsInOrder } from '../../store/selections.js'
import { signOffsOf } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { ClaimRows } from './claim-rows.js'
import { Part } from './part.js'
import { Signature } from './signature.js'

interface StaleClaim {
  claim: Claim
  signOffs: SignOff[]
}

/** The claims that were changed after somebody signed them, with what changed. */
export function StalePart({ stale }: { stale: ReadonlyMap<string, StaleSignOff> }) {
  const records = useStore((state) => state.records)
  const entries = claimsInOrder(records)
    .map((claim): StaleClaim => ({
      claim,
      signOffs: signOffsOf(records, claim.id).filter(({ id }) => stale.has(id)),
    }))
    .filter(({ signOffs }) => signOffs.length > 0)
  if (entries.length === 0) return null
  return (
    <Part title="Changed after being signed" count={entries.length} area="stale">
      <ClaimRows label="Changed after being signed" entries={entries} claimOf={({ claim }) => claim}>
        {({ signOffs }) =>
          signOffs.map((signOff) => (
            <Signature key={signOff.id} signOff={signOff} stale={stale.get(signOff.id)} />
          ))
        }
      </ClaimRows>
    </Part>
  )
}
