import type { Claim } from '../../../shared/domain/claim.js'
import { personRoles, type Person } from '../../../shared/domain/review.js'
import { labelOf, statuses } from '../../../shared/domain/verdicts.js'
import { Button, ChoiceField } from '../../components/controls.js'
import { assign, signActive } from '../../store/review/review-actions.js'
import { myself, peopleInOrder, signOffsOf, standingSignOff } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { showCentre } from '../../store/view-actions.js'
import { Assessments } from './assessments.js'
import { Signature } from './signature.js'
import { useStaleSignOffs } from './use-stale-sign-offs.js'
import './review.css'

const nobody = 'nobody'

/** Who checks a claim, what others say of it, and who signed it. */
export function ReviewSection({ claim }: { claim: Claim }) {
  const person = useStore((state) => state.records.person)
  const me = useStore(myself)
  return (
    <section className="inspector-section review-section" aria-label="Review">
      <h3>Review</h3>
      {person.size === 0 ? (
        <p className="hint">
          Nobody is named in this case.{' '}
          <Button look="plain" onPress={() => showCentre('review')}>
            Name who checks and who signs…
          </Button>
        </p>
      ) : (
        <>
          <ChoiceField
            label="To be checked by"
            choices={[
              { id: nobody, label: 'Nobody in particular' },
              ...peopleInOrder({ person }).map(({ id, name }) => ({ id: id as string, label: name })),
            ]}
            value={claim.assigneeId ?? nobody}
            onChange={(id) => assign(claim, id === nobody ? null : id)}
          />
          <Assessments claim={claim} me={me} />
          <Signatures claim={claim} me={me} />
        </>
      )}
    </section>
  )
}

function Signatures({ claim, me }: { claim: Claim; me: Person | null }) {
  const records = useStore((state) => state.records)
  const stale = useStaleSignOffs(claim.id)
  const signOffs = signOffsOf(records, claim.id)
  return (
    <>
      {signOffs.length > 0 && (
        <ul className="signatures" aria-label="Signatures">
          {signOffs.map((signOff) => (
            <li key={signOff.id}>
              <Signature signOff={signOff} stale={stale.get(signOff.id)} />
            </li>
          ))}
        </ul>
      )}
      {me && !standingSignOff(records, stale, me, claim.id) && (
        <div className="button-row">
          <Button onPress={() => void signActive()}>
            {signOffs.some(({ personId }) => personId === me.id) ? 'Sign again' : 'Sign'} as {me.name}:{' '}
            {statusBySigning(me)}
          </Button>
        </div>
      )}
      {!me && (
        <p className="hint">
          To judge or sign, say first who you are.{' '}
          <Button look="plain" onPress={() => showCentre('review')}>
            Open review
          </Button>
        </p>
      )}
    </>
  )
}

/** The status that a claim has once this person signed it. */
function statusBySigning({ role }: Person): string {
  return labelOf(statuses, personRoles.find(({ id }) => id === role)!.signs).toLowerCase()
}
