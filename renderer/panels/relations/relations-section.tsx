import { Columns2, Link2, Trash2, Waypoints } from 'lucide-react'
import type { Claim } from '../../../shared/domain/claim.js'
import { relationType, type Relation } from '../../../shared/domain/relation.js'
import { CommandKey } from '../../components/command-key.js'
import { Button, IconButton } from '../../components/controls.js'
import { excerpt } from '../../components/excerpt.js'
import { showClaimsSideBySide, standsInText } from '../../store/texts/both-passages.js'
import { keepFocus } from '../../store/focus.js'
import {
  cancelLink,
  linkActiveClaim,
  openLinkDialog,
  removeRelation,
} from '../../store/claims/relation-actions.js'
import { claimNumbers, relationsOf } from '../../store/selections.js'
import { setState, useStore } from '../../store/store.js'
import { showClaim } from '../../store/view-actions.js'
import { ClaimLine } from './claim-line.js'
import './relations.css'

/** The claims that a claim is linked to, in words, and ways to link it to more. */
export function RelationsSection({ claim }: { claim: Claim }) {
  const records = useStore((state) => state.records)
  const relations = relationsOf(records, claim.id)
  return (
    <section className="inspector-section" aria-label="Relations">
      <div className="section-head">
        <h3>Relations</h3>
        <span className="spacer" />
        {records.relation.size > 0 && (
          <Button look="plain" onPress={() => setState({ dialog: 'relation-map' })}>
            <Waypoints size={14} aria-hidden /> Map
          </Button>
        )}
        <Button look="plain" onPress={() => openLinkDialog(claim.id)}>
          <Link2 size={14} aria-hidden /> Link… <CommandKey command="find-link" />
        </Button>
      </div>
      <LinkBegun claim={claim} />
      <ul className="relations">
        {relations.map((relation) => (
          <RelationRow key={relation.id} relation={relation} claim={claim} />
        ))}
      </ul>
      {relations.length === 0 && (
        <p className="hint">
          Linked to no other claim. Begin a link here <CommandKey command="link-claim" /> and end it at the
          other claim, or look for that.
        </p>
      )}
    </section>
  )
}

/** While a link has its first claim only: which one that is, and what to do next. */
function LinkBegun({ claim }: { claim: Claim }) {
  const from = useStore(({ link, records }) => records.claim.get(link?.from ?? ''))
  const number = useStore(({ records }) => claimNumbers(records).get(from?.id ?? ''))
  if (!from) return null
  return (
    <div className="link-begun">
      {from.id === claim.id ? (
        <p>
          A link begins here. Go to the other claim and end it there <CommandKey command="link-claim" />.
        </p>
      ) : (
        <p>
          A link begins at claim {number}: <q>{excerpt(from.selector.exact, 60)}</q>
        </p>
      )}
      <div className="button-row">
        {from.id !== claim.id && (
          <Button onPress={linkActiveClaim}>
            Link to this claim <CommandKey command="link-claim" />
          </Button>
        )}
        <Button look="plain" onPress={cancelLink}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

function RelationRow({ relation, claim }: { relation: Relation; claim: Claim }) {
  const isForth = relation.fromClaimId === claim.id
  const other = useStore(({ records }) =>
    records.claim.get(isForth ? relation.toClaimId : relation.fromClaimId),
  )
  if (!other) return null
  const named = excerpt(other.selector.exact, 40)
  const { forth, back, sign } = relationType(relation.type)
  const words = isForth ? forth : back
  const remove = (): void => {
    removeRelation(relation.id)
    keepFocus()
  }
  return (
    <li>
      <span className="relation-words">
        <span className={`relation-sign relation-${relation.type}`} aria-hidden>
          {sign}
        </span>
        This {words}
        {relation.fingerprint !== null && <span className="tag">from a finding</span>}
      </span>
      <button type="button" className="passage" onClick={() => showClaim(other.id)}>
        <ClaimLine claim={other} />
      </button>
      <span className="relation-acts">
        {standsInText(claim) && standsInText(other) && (
          <IconButton
            label={`Side by side with the claim “${named}”`}
            onPress={() => showClaimsSideBySide(claim, other)}
          >
            <Columns2 size={14} aria-hidden />
          </IconButton>
        )}
        <IconButton label={`Remove relation: this ${words} the claim “${named}”`} onPress={remove}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </span>
    </li>
  )
}
