import { useEffect, useId, useRef } from 'react'
import type { ReportChoices } from '../../../shared/report/forms.js'
import type { NeededDetails } from '../../../shared/report/review-details.js'
import { ChoiceRow } from '../../components/controls.js'

type Review = ReportChoices['review']

const authorKinds = [
  { id: 'Organization', label: 'Organisation' },
  { id: 'Person', label: 'Person' },
] as const

interface ReviewProps {
  review: Review
  /** What is needed where, said at each field. */
  needed: NeededDetails
  /** How often a save was held back for it; each time the first such field takes the focus. */
  heldBack: number
  onChange: (review: Review) => void
}

/** What a case does not know of its publication, and Stet does not make up. */
export function ReviewFields({ review, needed, heldBack, onChange }: ReviewProps) {
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (heldBack > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [heldBack])
  return (
    <div className="review-fields" ref={fields}>
      <Field
        label="Address where the review will be published"
        value={review.url ?? ''}
        needed={needed.url}
        placeholder="https://"
        onChange={(url) => onChange({ url })}
      />
      <Field
        label="Who publishes it"
        value={review.author ?? ''}
        needed={needed.author}
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
        needed={needed.authorUrl}
        placeholder="https://"
        onChange={(authorUrl) => onChange({ authorUrl })}
      />
      <Field
        label="Day of publication, if it is known"
        value={review.datePublished ?? ''}
        needed={needed.datePublished}
        placeholder="2026-02-28"
        onChange={(datePublished) => onChange({ datePublished })}
      />
    </div>
  )
}

interface FieldProps {
  label: string
  value: string
  needed: string | undefined
  placeholder?: string
  onChange: (value: string) => void
}

function Field({ label, value, needed, placeholder, onChange }: FieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        value={value}
        placeholder={placeholder}
        aria-invalid={needed !== undefined}
        aria-describedby={needed === undefined ? undefined : `${id}-needed`}
        onChange={({ target }) => onChange(target.value)}
      />
      {needed !== undefined && (
        <span className="field-error" id={`${id}-needed`}>
          Needed: {needed}.
        </span>
      )}
    </div>
  )
}
