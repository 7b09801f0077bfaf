import { ExternalLink, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { isEdtf } from '../../shared/domain/edtf.js'
import { webAddressOf } from '../../shared/domain/web-address.js'
import { stances, type Evidence, type EvidenceFields, type Stance } from '../../shared/domain/evidence.js'
import type { Source } from '../../shared/domain/source.js'
import type { ClaimId } from '../../shared/domain/ids.js'
import { labelOf } from '../../shared/domain/verdicts.js'
import { credibilityChoices, reliabilityChoices } from '../components/grades.js'
import { Button, ChoiceField, ChoiceRow, IconButton } from '../components/controls.js'
import { openLink } from '../store/case-actions.js'
import { addEvidence, removeEvidence } from '../store/claim-actions.js'
import { keepFocus } from '../store/focus.js'
import { evidenceOf } from '../store/selections.js'
import { useStore } from '../store/store.js'

/** What supports or contradicts a claim. */
export function EvidenceSection({ claimId }: { claimId: ClaimId }) {
  const evidence = useStore((state) => evidenceOf(state.records, claimId))
  const [adding, setAdding] = useState(false)
  return (
    <section className="inspector-section" aria-label="Evidence">
      <div className="section-head">
        <h3>Evidence</h3>
        {!adding && (
          <Button look="plain" data-focus="evidence" onPress={() => setAdding(true)}>
            <Plus size={14} aria-hidden /> Add <kbd>e</kbd>
          </Button>
        )}
      </div>
      {evidence.map((one) => (
        <EvidenceCard key={one.id} evidence={one} />
      ))}
      {evidence.length === 0 && !adding && <p className="hint">Nothing cited yet.</p>}
      {adding && <CitationForm claimId={claimId} onDone={() => setAdding(false)} />}
    </section>
  )
}

function EvidenceCard({ evidence }: { evidence: Evidence }) {
  const { id, title, url, stance, quote, accessed, reliability, credibility } = evidence
  const grade = `${reliability ?? ''}${credibility ?? ''}`
  return (
    <article className={`evidence stance-${stance}`}>
      <div className="evidence-head">
        <b>{labelOf(stances, stance)}</b>
        {grade && (
          <span title="Admiralty grade: reliability of the source, credibility of what it says">{grade}</span>
        )}
        <span className="spacer" />
        <IconButton label="Remove evidence" onPress={() => removeEvidence(id)}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </div>
      <p>{title}</p>
      {quote && <blockquote>{quote}</blockquote>}
      {url && (
        <button type="button" className="address" onClick={() => void openLink(url)}>
          <ExternalLink size={12} aria-hidden /> {url}
        </button>
      )}
      {accessed && <small>accessed {accessed}</small>}
    </article>
  )
}

const today = (): string => new Date().toLocaleDateString('sv-SE')

const blank = { title: '', url: '', archivedUrl: '', quote: '', accessed: '' }

/** A citation from outside the case. Only the title is needed; what is not known stays empty. */
function CitationForm({ claimId, onDone }: { claimId: ClaimId; onDone: () => void }) {
  const [texts, setTexts] = useState({ ...blank, accessed: today() })
  const [stance, setStance] = useState<Stance>('supports')
  const [reliability, setReliability] = useState<Source['reliability']>(null)
  const [credibility, setCredibility] = useState<Source['credibility']>(null)
  const wrongDate = texts.accessed !== '' && !isEdtf(texts.accessed)
  const wrongAddress = [texts.url, texts.archivedUrl].some((typed) => typed.trim() && !webAddressOf(typed))

  const submit = async (): Promise<void> => {
    const fields: EvidenceFields = {
      stance,
      title: texts.title.trim(),
      url: webAddressOf(texts.url),
      archivedUrl: webAddressOf(texts.archivedUrl),
      accessed: texts.accessed || null,
      quote: texts.quote.trim() || null,
      reliability,
      credibility,
    }
    if (await addEvidence(claimId, fields)) onDone()
    keepFocus()
  }
  const field = (name: keyof typeof blank, label: string, required = false) => (
    <label className="field">
      <span className="label">{label}</span>
      <input
        autoFocus={name === 'title'}
        required={required}
        value={texts[name]}
        onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
      />
    </label>
  )
  return (
    <form
      className="citation-form"
      aria-label="New evidence"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onDone()
      }}
    >
      <ChoiceRow label="It" choices={stances} value={stance} onChange={setStance} />
      {field('title', 'Title', true)}
      {field('url', 'Address')}
      {field('archivedUrl', 'Archived copy')}
      {wrongAddress && (
        <span className="field-error" role="alert">
          An address begins with https:// or http:// or mailto:
        </span>
      )}
      <label className="field">
        <span className="label">Pinpoint quote</span>
        <textarea
          rows={2}
          value={texts.quote}
          onChange={(event) => setTexts({ ...texts, quote: event.target.value })}
        />
      </label>
      {field('accessed', 'Accessed')}
      {wrongDate && <span className="field-error">Not a date: 2022, 2022-02, 2022-02-24</span>}
      <GradeFields
        reliability={reliability}
        credibility={credibility}
        onReliability={setReliability}
        onCredibility={setCredibility}
      />
      <div className="form-actions">
        <Button onPress={onDone}>Cancel</Button>
        <Button type="submit" look="primary" isDisabled={!texts.title.trim() || wrongDate || wrongAddress}>
          Add evidence
        </Button>
      </div>
    </form>
  )
}

interface GradeFieldsProps {
  reliability: Source['reliability']
  credibility: Source['credibility']
  onReliability: (grade: Source['reliability']) => void
  onCredibility: (grade: Source['credibility']) => void
}

function GradeFields({ reliability, credibility, onReliability, onCredibility }: GradeFieldsProps) {
  return (
    <div className="pair">
      <ChoiceField
        label="Reliability of the source"
        choices={reliabilityChoices}
        value={reliability}
        onChange={onReliability}
      />
      <ChoiceField
        label="Credibility of what it says"
        choices={credibilityChoices}
        value={credibility}
        onChange={onCredibility}
      />
    </div>
  )
}
