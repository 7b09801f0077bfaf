import { Pin, Trash2, X } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { claimTypes, isOrphan, type Claim } from '../../../shared/domain/claim.js'
import { shownVerdict, verdictColour } from '../../../shared/domain/case-scale.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { confidences, settableStatuses, statuses } from '../../../shared/domain/verdicts.js'
import { VerdictBadge } from '../../components/badges.js'
import { CommandKey } from '../../components/command-key.js'
import { ChoiceField, ChoiceRow, IconButton, IconToggle } from '../../components/controls.js'
import { contextIn } from '../../components/passage-context.js'
import { TextField } from '../../components/text-field.js'
import { editClaim, removeActiveClaim, toggleVerdict } from '../../store/claims/claim-actions.js'
import { isHeld, toggleHold } from '../../store/claims/held-claim.js'
import { claimNumbers } from '../../store/selections.js'
import { jumpTo, showVersionsOf } from '../../store/texts/shown-texts.js'
import { useStore } from '../../store/store.js'
import { useCaseScale, verdictCommand } from '../../store/claims/verdict-scale.js'
import { closeInspector } from '../../store/view-actions.js'
import { EventDateField } from './event-date-field.js'
import { EvidenceSection } from '../evidence/evidence-section.js'
import { HistorySection } from './history-section.js'
import { OrphanSection } from './orphan-section.js'
import { NotesSection } from './notes-section.js'
import { RelationsSection } from '../relations/relations-section.js'
import { ReviewSection } from '../review/review-section.js'
import { SamePassageSection } from './same-passage-section.js'
import { WhyFlagged } from './why-flagged.js'

/** A claim: its quote in context, its four axes, and what was found out about it. */
export function ClaimInspector({ claim }: { claim: Claim }) {
  const number = useStore((state) => claimNumbers(state.records).get(claim.id))
  const isHeldHere = useStore(isHeld)
  return (
    <>
      <header className="inspector-head">
        <h2>Claim {number}</h2>
        <IconToggle
          label="Hold this claim while reading elsewhere"
          isSelected={isHeldHere}
          onChange={toggleHold}
        >
          <Pin size={15} aria-hidden />
        </IconToggle>
        <IconButton label="Remove claim" command="remove-claim" onPress={() => void removeActiveClaim()}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
        <IconButton label={isHeldHere ? 'Close' : 'Close (Escape)'} onPress={closeInspector}>
          <X size={15} aria-hidden />
        </IconButton>
      </header>
      <Quote claim={claim} />
      <OrphanSection claim={claim} />
      <SamePassageSection claim={claim} />
      <WhyFlagged claim={claim} />
      <section className="inspector-section" aria-label="Judgement">
        <VerdictPicker value={claim.verdict} />
        <div className="pair">
          <ChoiceField
            label="Status"
            choices={statuses.filter(
              ({ id }) => id === claim.status || settableStatuses.some((one) => one.id === id),
            )}
            value={claim.status}
            onChange={(status) => void editClaim(claim.id, { status })}
          />
          <ChoiceRow
            label="Confidence"
            choices={confidences}
            value={claim.confidence}
            onChange={(confidence) => void editClaim(claim.id, { confidence })}
            onClear={() => void editClaim(claim.id, { confidence: null })}
          />
        </div>
      </section>
      <NotesSection claimId={claim.id} />
      <section className="inspector-section" aria-label="Correction">
        <TextField
          label="Proposed wording"
          value={claim.correction ?? ''}
          placeholder="What should stand instead"
          focusName="correction"
          multiline
          onCommit={(wording) => editClaim(claim.id, { correction: wording.trim() ? wording : null })}
        />
      </section>
      <EvidenceSection claimId={claim.id} />
      <RelationsSection claim={claim} />
      <ReviewSection key={`review ${claim.id}`} claim={claim} />
      <AboutClaim claim={claim} />
      <HistorySection claimId={claim.id} />
    </>
  )
}

/** What a claim is about and who makes it. */
function AboutClaim({ claim }: { claim: Claim }) {
  return (
    <section className="inspector-section" aria-label="About the claim">
      <ChoiceField
        label="Type"
        choices={claimTypes}
        value={claim.type}
        onChange={(type) => void editClaim(claim.id, { type })}
      />
      <TextField
        label="Tags, separated by commas"
        value={claim.tags.join(', ')}
        refuse={(typed) =>
          tagsOf(typed).some((tag) => tag.length > 100) ? 'A tag has at most 100 characters' : null
        }
        onCommit={(typed) => editClaim(claim.id, { tags: tagsOf(typed) })}
      />
      <ChoiceRow
        label="Priority"
        choices={priorities}
        value={claim.priority}
        onChange={(priority) => void editClaim(claim.id, { priority })}
      />
      <TextField
        label="Claimant (who says so)"
        value={claim.claimant ?? ''}
        onCommit={(claimant) => editClaim(claim.id, { claimant: claimant.trim() || null })}
      />
      <EventDateField claim={claim} />
    </section>
  )
}

const priorities = [
  { id: 'low', label: 'Low' },
  { id: 'normal', label: 'Normal' },
  { id: 'high', label: 'High' },
] as const

/** The tags in a line of them: each once, without white space around it. */
function tagsOf(typed: string): string[] {
  return [...new Set(typed.split(',').map((tag) => tag.trim()))].filter(Boolean)
}

function Quote({ claim }: { claim: Claim }) {
  const { selector, verdict, sourceId } = claim
  const scale = useCaseScale()
  const source = useStore((state) => state.records.source.get(sourceId))
  const isLost = source !== undefined && isOrphan(claim, source)
  const { before, after } = contextIn(selector)
  const jump = (): void =>
    isLost ? showVersionsOf(sourceId) : jumpTo({ source: sourceId, start: selector.start, end: selector.end })
  return (
    <button
      type="button"
      className="quote-card"
      onClick={jump}
      title={isLost ? 'Show the text versions' : 'Show in the text'}
    >
      <blockquote>
        <span className="context">{before}</span>
        <mark className={`verdict-${verdictColour(scale, verdict) ?? 'none'}`}>{selector.exact}</mark>
        <span className="context">{after}</span>
      </blockquote>
      <cite>{source?.title}</cite>
    </button>
  )
}

/** The verdicts with their digits; the chosen one again takes it back. One from another scale is told below. */
function VerdictPicker({ value }: { value: Verdict | null }) {
  const scale = useCaseScale()
  const strange = value === null || shownVerdict(scale, value).isInScale ? null : value
  return (
    <div className="field">
      <span className="label">Verdict</span>
      <ToggleButtonGroup
        aria-label="Verdict"
        className="verdicts"
        selectionMode="single"
        selectedKeys={value ? [value] : []}
        onSelectionChange={(keys) => {
          const [key] = keys as Set<Verdict>
          const verdict = key ?? value
          if (verdict) toggleVerdict(verdict)
        }}
      >
        {scale.verdicts.map(({ id, label, sign, colour }, index) => (
          <ToggleButton key={id} id={id} className={`verdict-choice verdict-${colour}`} aria-label={label}>
            <span className="sign" aria-hidden>
              {sign}
            </span>
            <span>{label}</span>
            <CommandKey command={verdictCommand(index)} />
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {strange && (
        <p className="hint strange-verdict">
          <VerdictBadge verdict={strange} /> is not in the scale of this case. It stays until another is
          chosen.
        </p>
      )}
    </div>
  )
}
