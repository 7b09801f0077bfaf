import { ListBox, ListBoxItem } from 'react-aria-components'
import { isOrphan, type Claim } from '../../shared/domain/claim.js'
import { labelOf, statuses } from '../../shared/domain/verdicts.js'
import { VerdictBadge } from '../components/badges.js'
import { CommandKey } from '../components/command-key.js'
import { excerpt } from '../components/excerpt.js'
import { useRowInView } from '../components/use-row-in-view.js'
import { noTypeahead } from '../components/no-typeahead.js'
import { nearby } from '../store/nearby.js'
import { claimsInOrder, notesOf } from '../store/selections.js'
import { useStore } from '../store/store.js'
import { showClaim } from '../store/view-actions.js'
import { PartOfMany } from './part-of-many.js'

/** All claims of the case in reading order. */
export function ClaimList() {
  const records = useStore((state) => state.records)
  const active = useStore((state) => state.view.claimId)
  useRowInView(active)
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
  const { shown, before, after } = nearby(claims, ({ id }) => id === active)
  return (
    <>
      {before + after > 0 && <PartOfMany shown={shown.length} all={claims.length} table="claims" />}
      <ListBox
        aria-label="Claims"
        className="list"
        items={shown}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={active ? [active] : []}
        dependencies={[records]}
        onSelectionChange={(keys) => {
          const [id] = keys as Set<string>
          if (id) showClaim(id)
        }}
      >
        {(claim) => (
          <ListBoxItem id={claim.id} textValue={noTypeahead} className="row claim-row">
            <ClaimRow claim={claim} />
          </ListBoxItem>
        )}
      </ListBox>
    </>
  )
}

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
