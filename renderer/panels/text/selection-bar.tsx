import { Highlighter, Quote } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Toolbar } from 'react-aria-components'
import { stances, type Stance } from '../../../shared/domain/evidence.js'
import { CommandKey } from '../../components/command-key.js'
import { Button } from '../../components/controls.js'
import { highlight } from '../../store/claims/claim-actions.js'
import { citeSelection } from '../../store/claims/evidence-actions.js'
import { focusOn } from '../../store/focus.js'
import { claimNumbers } from '../../store/selections.js'
import { isCorrected, useStore, type TextSelection } from '../../store/store.js'
import './selection-bar.css'

/** What can be done with a selected passage, beside it. */
export function SelectionBar() {
  const selection = useStore((state) => state.selection)
  const isCorrecting = useStore((state) => isCorrected(state, state.side))
  if (!selection || isCorrecting) return null
  return <PassageBar key={`${selection.start}-${selection.end}`} selection={selection} />
}

function PassageBar({ selection }: { selection: TextSelection }) {
  const number = useStore(({ records, view }) =>
    view.claimId ? claimNumbers(records).get(view.claimId) : undefined,
  )
  const [isCiting, setCiting] = useState(false)
  const { left, right, top, bottom } = selection.rect
  const above = top > 140
  const style = { '--middle': `${(left + right) / 2}px`, top: above ? top - 8 : bottom + 8 }
  return (
    <Toolbar
      className={above ? 'selection-bar above' : 'selection-bar'}
      style={style}
      aria-label="Selected passage"
    >
      {isCiting && number !== undefined ? (
        <StanceButtons number={number} onLeave={() => setCiting(false)} />
      ) : (
        <>
          <Button look="primary" onPress={() => void highlight()} preventFocusOnPress>
            <Highlighter size={14} aria-hidden /> Highlight <CommandKey command="highlight" />
          </Button>
          {number !== undefined && (
            <Button data-focus="cite" onPress={() => setCiting(true)}>
              <Quote size={14} aria-hidden /> Cite as evidence <CommandKey command="cite-evidence" />
            </Button>
          )}
        </>
      )}
    </Toolbar>
  )
}

/** The keys that count while the bar asks for the stance. */
const stanceKeys: Record<Stance, string> = { supports: 's', contradicts: 'c', context: 'x' }

/** Asks what the passage does to the open claim. */
function StanceButtons({ number, onLeave }: { number: number; onLeave: () => void }) {
  const cite = (stance: Stance): void => {
    void citeSelection(stance)
    focusOn('pane-text')
  }
  const pressed = (event: KeyboardEvent): void => {
    const stance = stances.find(({ id }) => stanceKeys[id] === event.key.toLowerCase())
    if (event.key !== 'Escape' && !stance) return
    // What is pressed here is meant for the bar, not for the window's commands.
    event.preventDefault()
    if (stance) return cite(stance.id)
    onLeave()
    focusOn('pane-text')
  }
  return (
    <div
      className="stance-buttons"
      role="group"
      aria-label={`What it does to claim ${number}`}
      onKeyDown={pressed}
    >
      <span aria-hidden>Claim {number}:</span>
      {stances.map(({ id, label, sign }, index) => (
        <Button key={id} autoFocus={index === 0} onPress={() => cite(id)} aria-keyshortcuts={stanceKeys[id]}>
          <span className="stance-sign" aria-hidden>
            {sign}
          </span>
          {label} <kbd aria-hidden>{stanceKeys[id]}</kbd>
        </Button>
      ))}
    </div>
  )
}
