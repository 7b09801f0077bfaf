import type { CarriedClaim } from '../../../shared/domain/text-replacement.js'
import { Button, DialogFrame } from '../../components/controls.js'
import { excerpt } from '../../components/excerpt.js'
import { undo } from '../../store/case/case-actions.js'
import { keepFocus } from '../../store/focus.js'
import { closeDialog } from '../../store/closing.js'
import { useStore } from '../../store/store.js'
import { showClaim } from '../../store/view-actions.js'
import '../dialogs.css'

/** What a new text did to the claims of its source: those to look at again, and those that lost their place. */
export function CarriedDialog({ onClose }: { onClose: () => void }) {
  const carried = useStore((state) => state.carryReport)
  if (!carried) return null
  const { counts, claims } = carried.report
  const of = (outcome: CarriedClaim['outcome']) => claims.filter((claim) => claim.outcome === outcome)
  return (
    <DialogFrame
      title="Claims in the new text"
      intro={`${counts.unchanged} unchanged, ${counts.changed} with other words, ${counts.orphan} not in the text. What was checked against other words is now “stale”.`}
      onClose={onClose}
      footer={
        <>
          <Button
            onPress={() => {
              onClose()
              void undo()
            }}
          >
            Undo the new text
          </Button>
          <Button look="primary" autoFocus onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <CarriedList title="Other words than before: look at these again" claims={of('changed')} />
      <CarriedList title="Not in the text: attach them by hand, or leave them" claims={of('orphan')} />
    </DialogFrame>
  )
}

function CarriedList({ title, claims }: { title: string; claims: readonly CarriedClaim[] }) {
  if (claims.length === 0) return null
  const open = (id: string): void => {
    closeDialog()
    showClaim(id)
    keepFocus('pane-text')
  }
  return (
    <section className="carried">
      <h3>{title}</h3>
      <ul>
        {claims.slice(0, mostListed).map(({ id, before, after }) => (
          <li key={id}>
            <button type="button" onClick={() => open(id)}>
              <del>{excerpt(before, 160)}</del>
              {after !== null && <ins>{excerpt(after, 160)}</ins>}
            </button>
          </li>
        ))}
      </ul>
      {claims.length > mostListed && <p>And {claims.length - mostListed} more, in the list of claims.</p>}
    </section>
  )
}

const mostListed = 200
