import { Trash2 } from 'lucide-react'
import type { Claim } from '../../shared/domain/claim.js'
import { relationTypes, type Relation } from '../../shared/domain/relation.js'
import { labelOf } from '../../shared/domain/verdicts.js'
import { IconButton } from '../components/controls.js'
import { excerpt } from '../components/excerpt.js'
import { removeRelation } from '../store/claim-actions.js'
import { relationsOf } from '../store/selections.js'
import { useStore } from '../store/store.js'
import { showClaim } from '../store/view-actions.js'

/** The claims that a claim is linked to. Without any there is nothing to show. */
export function RelationsSection({ claim }: { claim: Claim }) {
  const records = useStore((state) => state.records)
  const relations = relationsOf(records, claim.id)
  if (relations.length === 0) return null
  return (
    <section className="inspector-section" aria-label="Relations">
      <h3>Relations</h3>
      <ul className="relations">
        {relations.map((relation) => (
          <RelationRow key={relation.id} relation={relation} claimId={claim.id} />
        ))}
      </ul>
    </section>
  )
}

function RelationRow({ relation, claimId }: { relation: Relation; claimId: string }) {
  const outward = relation.fromClaimId === claimId
  const other = useStore((state) =>
    state.records.claim.get(outward ? relation.toClaimId : relation.fromClaimId),
  )
  const source = useStore((state) => (other ? state.records.source.get(other.sourceId)?.title : undefined))
  if (!other) return null
  const label = labelOf(relationTypes, relation.type)
  return (
    <li>
      <span className="relation-type">{outward ? label : `${label} (from the other)`}</span>
      <button type="button" className="passage" onClick={() => showClaim(other.id)}>
        <q>{excerpt(other.selector.exact, 160)}</q>
        <small>{source}</small>
      </button>
      <IconButton label="Remove relation" onPress={() => removeRelation(relation.id)}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </li>
  )
}
