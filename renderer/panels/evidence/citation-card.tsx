import type { Evidence } from '../../../shared/domain/evidence.js'
import { TextField } from '../../components/text-field.js'
import { editEvidence } from '../../store/evidence-actions.js'
import { CardHead } from './card-head.js'
import {
  AccessedField,
  AddressField,
  GradeFields,
  gradeOf,
  TitleField,
  WorkFields,
} from './evidence-fields.js'

/** Evidence from elsewhere: what it is called, who made it and when, where it is, and what it says. */
export function CitationCard({ evidence, isNew }: { evidence: Evidence; isNew: boolean }) {
  const { id, title, url, archivedUrl, stance, quote } = evidence
  return (
    <article className={`evidence stance-${stance}`} aria-label={`Evidence: ${title}`}>
      <CardHead evidence={evidence} />
      <TitleField evidence={evidence} autoFocus={isNew} />
      <WorkFields evidence={evidence} />
      <TextField
        label="Pinpoint quote"
        value={quote ?? ''}
        multiline
        refuse={(typed) => (typed.length > 20_000 ? 'A quote has at most 20,000 characters' : null)}
        onCommit={(typed) => editEvidence(id, { quote: typed.trim() ? typed : null })}
      />
      <AddressField label="Address" value={url} onCommit={(address) => editEvidence(id, { url: address })} />
      <AccessedField evidence={evidence} />
      <details>
        <summary>Archived copy, grades{gradeOf(evidence)}</summary>
        <div className="evidence-more">
          <AddressField
            label="Archived copy"
            value={archivedUrl}
            onCommit={(address) => editEvidence(id, { archivedUrl: address })}
          />
          <GradeFields evidence={evidence} />
        </div>
      </details>
    </article>
  )
}
