import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { stances, type Evidence } from '../../../shared/domain/evidence.js'
import type { ClaimId, EvidenceId } from '../../../shared/domain/ids.js'
import { CommandKey } from '../../components/command-key.js'
import { Button } from '../../components/controls.js'
import { addEvidence } from '../../store/claims/evidence-actions.js'
import { evidenceOf } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { CitationCard } from './citation-card.js'
import { PassageEvidence } from './passage-evidence.js'
import './evidence.css'

/** What supports or contradicts a claim. Like everything else it is kept as it is typed. */
export function EvidenceSection({ claimId }: { claimId: ClaimId }) {
  const evidence = useStore((state) => evidenceOf(state.records, claimId))
  const section = useRef<HTMLElement>(null)
  /** The cards whose fields are open: one, and those that hold what cannot be kept. The fields of a new one take the focus. */
  const [edited, setEdited] = useState<readonly EvidenceId[]>([])
  const open = (id: EvidenceId): void => {
    const isRefused = section.current?.querySelector('[aria-invalid="true"]') !== null
    setEdited((before) => (isRefused ? [...before, id] : [id]))
  }
  return (
    <section ref={section} className="inspector-section" aria-label="Evidence">
      <div className="section-head">
        <h3>Evidence</h3>
        <StanceCounts evidence={evidence} />
        <Button look="plain" data-focus="evidence" onPress={() => open(addEvidence(claimId))}>
          <Plus size={14} aria-hidden /> Add <CommandKey command="add-evidence" />
        </Button>
      </div>
      {evidence.map((one) =>
        one.selector ? (
          <PassageEvidence key={one.id} evidence={one} />
        ) : (
          <CitationCard
            key={one.id}
            evidence={one}
            isEdited={edited.includes(one.id)}
            onEdit={(isEdited) =>
              isEdited ? open(one.id) : setEdited((before) => before.filter((id) => id !== one.id))
            }
          />
        ),
      )}
      {evidence.length === 0 && (
        <p className="hint">
          Nothing cited yet. Select a passage in any text and cite it <CommandKey command="cite-evidence" />,
          or add what was read elsewhere.
        </p>
      )}
    </section>
  )
}

/** How many pieces there are of each stance; nothing where there is at most one piece. */
function StanceCounts({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length < 2) return null
  const counts = stances.map(({ id, sign, label }) => {
    const count = evidence.filter(({ stance }) => stance === id).length
    return { id, sign, count, words: `${count} ${label.toLowerCase()}` }
  })
  return (
    <span className="stance-counts">
      {counts
        .filter(({ count }) => count > 0)
        .map(({ id, sign, count, words }) => (
          <span key={id} title={words}>
            <span aria-hidden>
              {sign} {count}
            </span>
            <span className="visually-hidden">{words}</span>
          </span>
        ))}
    </span>
  )
}
