import { ExternalLink } from 'lucide-react'
import type { Evidence } from '../../../shared/domain/evidence.js'
import { citedAddressOf } from '../../../shared/domain/cited-address.js'
import { webAddressOf } from '../../../shared/domain/web-address.js'
import { Button, ChoiceField, IconButton } from '../../components/controls.js'
import { credibilityChoices, reliabilityChoices } from '../../components/grades.js'
import { DateField } from '../../components/date-field.js'
import { refuseAddress } from '../../components/refuse-address.js'
import { TextField } from '../../components/text-field.js'
import { openLink } from '../../store/case/case-actions.js'
import { editEvidence } from '../../store/claims/evidence-actions.js'
import { giveAccessed, giveAddress, isStandInTitle } from '../../store/claims/evidence-address.js'
import { today } from '../../components/today.js'

const refuseTitle = (typed: string): string | null => {
  if (!typed.trim()) return 'Evidence needs a title'
  return typed.trim().length > 1000 ? 'A title has at most 1,000 characters' : null
}

export function TitleField({ evidence }: { evidence: Evidence }) {
  return (
    <TextField
      label="Title"
      value={evidence.title}
      isStandIn={isStandInTitle(evidence)}
      refuse={refuseTitle}
      onCommit={(typed) => editEvidence(evidence.id, { title: typed.trim() })}
    />
  )
}

/** What words in the place of an address settle as: they are no address of any kind. */
const isForTitle = 'for the title'

/**
 * Where a citation is to be read: from an address comes what it tells by itself. Nothing is fetched. Words that are no address
 * become the title of a citation that has none yet, as what somebody types first.
 */
export function CitedAddressField({ evidence, takesFocus }: { evidence: Evidence; takesFocus: boolean }) {
  const { id, url } = evidence
  const isTitle = (typed: string): boolean =>
    url === null && isStandInTitle(evidence) && /\S\s+\S/.test(typed) && refuseAddress(typed) !== null
  return (
    <div className="with-button">
      <TextField
        label="Address"
        value={url ?? ''}
        placeholder="https://, or a DOI"
        autoFocus={takesFocus}
        refuse={(typed) => (isTitle(typed) ? refuseTitle(typed) : refuseAddress(typed))}
        settle={(typed) => citedAddressOf(typed)?.url ?? (isTitle(typed) ? isForTitle : typed)}
        onCommit={(meant, typed) =>
          meant === isForTitle
            ? editEvidence(id, { title: typed.trim() })
            : giveAddress(id, citedAddressOf(typed))
        }
      />
      <OpenButton label="Address" url={url} />
    </div>
  )
}

/** An address of a piece of evidence, and a way to open it. */
export function AddressField({
  label,
  value,
  onCommit,
}: {
  label: string
  value: string | null
  onCommit: (address: string | null) => Promise<boolean>
}) {
  return (
    <div className="with-button">
      <TextField
        label={label}
        value={value ?? ''}
        placeholder="https://"
        refuse={refuseAddress}
        onCommit={(typed) => onCommit(webAddressOf(typed))}
      />
      <OpenButton label={label} url={value} />
    </div>
  )
}

export function OpenButton({ label, url }: { label: string; url: string | null }) {
  if (!url) return null
  return (
    <IconButton label={`${label}: open in the browser`} onPress={() => void openLink(url)}>
      <ExternalLink size={14} aria-hidden />
    </IconButton>
  )
}

const refuseLong = (typed: string): string | null =>
  typed.trim().length > 1000 ? 'At most 1,000 characters' : null

/** Who made what is cited, and when; what is not known stays empty. */
export function WorkFields({ evidence: { id, author, publisher, published } }: { evidence: Evidence }) {
  return (
    <>
      <TextField
        label="Author"
        value={author ?? ''}
        refuse={refuseLong}
        onCommit={(typed) => editEvidence(id, { author: typed.trim() || null })}
      />
      <div className="pair">
        <TextField
          label="Publisher"
          value={publisher ?? ''}
          refuse={refuseLong}
          onCommit={(typed) => editEvidence(id, { publisher: typed.trim() || null })}
        />
        <DateField
          label="Published"
          value={published ?? null}
          onCommit={(date) => editEvidence(id, { published: date })}
        />
      </div>
    </>
  )
}

/** When the evidence was looked at; most often it is today. */
export function AccessedField({ evidence: { id, accessed } }: { evidence: Evidence }) {
  return (
    <div className="with-button">
      <DateField label="Accessed" value={accessed} onCommit={(date) => giveAccessed(id, date)} />
      {accessed !== today() && (
        <Button aria-label="Accessed today" onPress={() => void giveAccessed(id, today())}>
          Today
        </Button>
      )}
    </div>
  )
}

/** The Admiralty grade as it is written, such as `B2`; empty when neither half is given. */
export function gradeOf({ reliability, credibility }: Evidence): string {
  return reliability || credibility ? ` · ${reliability ?? '–'}${credibility ?? '–'}` : ''
}

const ungraded = { id: 'none', label: 'Not graded' } as const

/** The two halves of the Admiralty code, which are judged apart. */
export function GradeFields({ evidence: { id, reliability, credibility } }: { evidence: Evidence }) {
  return (
    <>
      <ChoiceField
        label="Reliability of the source (A to F)"
        choices={[ungraded, ...reliabilityChoices]}
        value={reliability}
        onChange={(grade) => void editEvidence(id, { reliability: grade === 'none' ? null : grade })}
      />
      <ChoiceField
        label="Credibility of what it says (1 to 6)"
        choices={[ungraded, ...credibilityChoices]}
        value={credibility}
        onChange={(grade) => void editEvidence(id, { credibility: grade === 'none' ? null : grade })}
      />
      <p className="hint">
        The Admiralty code grades the two apart: a reliable source can say something doubtful.
      </p>
    </>
  )
}
