import { ExternalLink, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { isEdtf } from '../../shared/domain/edtf.js'
import { stances, type Evidence } from '../../shared/domain/evidence.js'
import type { ClaimId, EvidenceId } from '../../shared/domain/ids.js'
import { webAddressOf } from '../../shared/domain/web-address.js'
import { Button, ChoiceField, ChoiceRow, IconButton } from '../components/controls.js'
import { credibilityChoices, reliabilityChoices } from '../components/grades.js'
import { TextField } from '../components/text-field.js'
import { openLink } from '../store/case-actions.js'
import { addEvidence, editEvidence, removeEvidence } from '../store/claim-actions.js'
import { keepFocus } from '../store/focus.js'
import { evidenceOf } from '../store/selections.js'
import { useStore } from '../store/store.js'

/** What supports or contradicts a claim. Like everything else it is kept as it is typed. */
export function EvidenceSection({ claimId }: { claimId: ClaimId }) {
  const evidence = useStore((state) => evidenceOf(state.records, claimId))
  const [added, setAdded] = useState<EvidenceId | null>(null)
  return (
    <section className="inspector-section" aria-label="Evidence">
      <div className="section-head">
        <h3>Evidence</h3>
        <Button look="plain" data-focus="evidence" onPress={() => setAdded(addEvidence(claimId))}>
          <Plus size={14} aria-hidden /> Add <kbd>e</kbd>
        </Button>
      </div>
      {evidence.map((one) => (
        <EvidenceCard key={one.id} evidence={one} isNew={one.id === added} />
      ))}
      {evidence.length === 0 && <p className="hint">Nothing cited yet.</p>}
    </section>
  )
}

const refuseAddress = (typed: string): string | null =>
  !typed.trim() || webAddressOf(typed) ? null : 'An address begins with https:// or http:// or mailto:'

const refuseDate = (typed: string): string | null =>
  !typed.trim() || isEdtf(typed.trim()) ? null : 'Not a date: 2022, 2022-02, 2022-02-24'

function EvidenceCard({ evidence, isNew }: { evidence: Evidence; isNew: boolean }) {
  const { id, title, url, archivedUrl, stance, quote, accessed } = evidence
  const remove = (): void => {
    removeEvidence(id)
    keepFocus()
  }
  return (
    <article className={`evidence stance-${stance}`} aria-label={`Evidence: ${title}`}>
      <div className="evidence-head">
        <ChoiceRow
          label="Stance"
          choices={stances}
          value={stance}
          onChange={(next) => void editEvidence(id, { stance: next })}
        />
        <IconButton label="Remove evidence" onPress={remove}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      <TextField
        label="Title"
        value={title}
        autoFocus={isNew}
        refuse={(typed) => (typed.trim() ? null : 'Evidence needs a title')}
        onCommit={(typed) => editEvidence(id, { title: typed.trim() })}
      />
      <TextField
        label="Pinpoint quote"
        value={quote ?? ''}
        multiline
        onCommit={(typed) => editEvidence(id, { quote: typed.trim() ? typed : null })}
      />
      <div className="address-row">
        <TextField
          label="Address"
          value={url ?? ''}
          placeholder="https://"
          refuse={refuseAddress}
          onCommit={(typed) => editEvidence(id, { url: webAddressOf(typed) })}
        />
        {url && (
          <IconButton label="Open in the browser" onPress={() => void openLink(url)}>
            <ExternalLink size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      <details>
        <summary>Accessed, archived copy, grades{gradeOf(evidence)}</summary>
        <div className="evidence-more">
          <TextField
            label="Accessed"
            value={accessed ?? ''}
            placeholder="YYYY-MM-DD"
            refuse={refuseDate}
            onCommit={(typed) => editEvidence(id, { accessed: typed.trim() || null })}
          />
          <TextField
            label="Archived copy"
            value={archivedUrl ?? ''}
            placeholder="https://"
            refuse={refuseAddress}
            onCommit={(typed) => editEvidence(id, { archivedUrl: webAddressOf(typed) })}
          />
          <GradeFields evidence={evidence} />
        </div>
      </details>
    </article>
  )
}

/** The Admiralty grade as it is written, such as `B2`; empty when neither half is given. */
function gradeOf({ reliability, credibility }: Evidence): string {
  return reliability || credibility ? ` · ${reliability ?? '–'}${credibility ?? '–'}` : ''
}

function GradeFields({ evidence: { id, reliability, credibility } }: { evidence: Evidence }) {
  return (
    <>
      <ChoiceField
        label="Reliability of the source"
        choices={reliabilityChoices}
        value={reliability}
        onChange={(grade) => void editEvidence(id, { reliability: grade })}
      />
      <ChoiceField
        label="Credibility of what it says"
        choices={credibilityChoices}
        value={credibility}
        onChange={(grade) => void editEvidence(id, { credibility: grade })}
      />
    </>
  )
}
