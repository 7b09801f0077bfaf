import type { ReportChoices } from '../../../shared/report/forms.js'
import { ChoiceRow } from '../../components/controls.js'

type Review = ReportChoices['review']

const authorKinds = [
  { id: 'Organization', label: 'Organisation' },
  { id: 'Person', label: 'Person' },
] as const

interface ReviewProps {
  review: Review
  onChange: (review: Review) => void
}

/** What a case does not know of its publication, and Stet does not make up. */
export function ReviewFields({ review, onChange }: ReviewProps) {
  return (
    <>
      <Field
        label="Address where the review will be published"
        value={review.url ?? ''}
        placeholder="https://"
        onChange={(url) => onChange({ url })}
      />
      <Field
        label="Who publishes it"
        value={review.author ?? ''}
        onChange={(author) => onChange({ author })}
      />
      <ChoiceRow
        label="Which is"
        choices={authorKinds}
        value={review.authorKind ?? 'Organization'}
        onChange={(authorKind) => onChange({ authorKind })}
      />
      <Field
        label="Their address, if they have one"
        value={review.authorUrl ?? ''}
        placeholder="https://"
        onChange={(authorUrl) => onChange({ authorUrl })}
      />
      <Field
        label="Day of publication, if it is known"
        value={review.datePublished ?? ''}
        placeholder="2026-02-28"
        onChange={(datePublished) => onChange({ datePublished })}
      />
    </>
  )
}

interface FieldProps {
  label: string
  value: string
  placeholder?: string
  onChange: (value: string) => void
}

function Field({ label, value, placeholder, onChange }: FieldProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input value={value} placeholder={placeholder} onChange={({ target }) => onChange(target.value)} />
    </label>
  )
}
