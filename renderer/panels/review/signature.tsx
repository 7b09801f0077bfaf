import type { SignOff, StaleSignOff } from '../../../shared/domain/review.js'
import { Button } from '../../components/controls.js'
import { excerpt } from '../../components/excerpt.js'
import { roleLabel, withdraw } from '../../store/review/review-actions.js'
import { useStore } from '../../store/store.js'
import { counted, momentOf } from './moment.js'

/** Who signed as what, when and in which round; and what has changed since, if anything that was signed has. */
export function Signature({ signOff, stale }: { signOff: SignOff; stale: StaleSignOff | undefined }) {
  const round = useStore((state) => signOff.roundId && state.records.round.get(signOff.roundId))
  return (
    <div className={stale ? 'signature stale' : 'signature'}>
      <p>
        <strong>{signOff.name}</strong>, {roleLabel(signOff.role).toLowerCase()}
        {stale && <span className="tag">stale</span>}
        <small>
          {momentOf(signOff.signedAt)}
          {round && `, round ${round.number} (${round.title})`}
        </small>
      </p>
      <Button look="plain" onPress={() => void withdraw(signOff)}>
        Withdraw
      </Button>
      {signOff.comment && <p className="comment">{signOff.comment}</p>}
      {stale && <ChangesSince stale={stale} ofCase={signOff.claimId === null} />}
    </div>
  )
}

/** What was done, since it was signed, to what was signed; over the case, with the claims that it was done to. */
function ChangesSince({ stale: { acts, hasMore }, ofCase }: { stale: StaleSignOff; ofCase: boolean }) {
  const claims = useStore((state) => state.records.claim)
  if (acts.length === 0) return null
  return (
    <details className="changes-since">
      <summary>
        {hasMore && 'more than '}
        {counted(acts.length, 'change')} since
      </summary>
      <ol>
        {acts.map(({ sequence, action, actor, at, claimIds }) => (
          <li key={sequence}>
            {action}
            {ofCase &&
              claimIds.map((id) => {
                const quote = claims.get(id)?.selector.exact
                return quote && <q key={id}>{excerpt(quote, 80)}</q>
              })}
            <small>
              {actor}, {momentOf(at)}
            </small>
          </li>
        ))}
        {hasMore && <li className="muted">and others before these</li>}
      </ol>
    </details>
  )
}
