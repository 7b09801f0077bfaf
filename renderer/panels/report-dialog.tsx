import { useState } from 'react'
import {
  claimChoices,
  reportForm,
  reportForms,
  usualRequest,
  type ReportForm,
  type ReportRequest,
} from '../../shared/report/forms.js'
import { Button, ChoiceField, ChoiceRow, DialogFrame } from '../components/controls.js'
import { saveReport } from '../store/case-actions.js'
import { getState } from '../store/store.js'

type Options = ReportRequest['options']

const noteChoices = [
  { id: 'public', label: 'Public notes only' },
  { id: 'all', label: 'Internal notes too' },
] as const

const authorKinds = [
  { id: 'Organization', label: 'Organisation' },
  { id: 'Person', label: 'Person' },
] as const

/** In which form a case goes out, and how much of it; it begins with what was chosen last, and Enter saves. */
export function ReportDialog({ onClose }: { onClose: () => void }) {
  const [request, setRequest] = useState(getState().reportRequest)
  const form = reportForm(request.form)
  const change = (options: Partial<Options>): void =>
    setRequest((before) => ({ ...before, options: { ...before.options, ...options } }))
  const save = (): void => {
    onClose()
    void saveReport(request)
  }
  return (
    <DialogFrame
      title="Save report"
      intro={form.suits}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" autoFocus onPress={save}>
            Save…
          </Button>
        </>
      }
    >
      <ChoiceField
        label="Form"
        choices={reportForms.map(({ id, label }) => ({ id, label }))}
        value={request.form}
        onChange={(id) => setRequest((before) => withForm(before, id))}
      />
      <ReportOptions form={form} options={request.options} onChange={change} />
    </DialogFrame>
  )
}

interface OptionsProps {
  form: ReportForm
  options: Options
  onChange: (options: Partial<Options>) => void
}

/** The questions that a form raises; there is none for what it does not hold. */
function ReportOptions({ form, options, onChange }: OptionsProps) {
  return (
    <>
      {form.holds !== 'works' && (
        <ChoiceRow
          label="Claims"
          choices={claimChoices}
          value={options.claims}
          onChange={(claims) => onChange({ claims })}
        />
      )}
      {form.internalNotes !== null && (
        <ChoiceRow
          label="Notes"
          choices={noteChoices}
          value={options.internalNotes ? 'all' : 'public'}
          onChange={(notes) => onChange({ internalNotes: notes === 'all' })}
        />
      )}
      {form.id === 'claim-review' && (
        <ReviewFields
          review={options.review}
          onChange={(review) => onChange({ review: { ...options.review, ...review } })}
        />
      )}
    </>
  )
}

interface ReviewProps {
  review: Options['review']
  onChange: (review: Options['review']) => void
}

/** What a case does not know of its publication, and Stet does not make up. */
function ReviewFields({ review, onChange }: ReviewProps) {
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

/** Another form keeps the choice of claims; notes go back to what is usual for it, so that none go out by surprise. */
function withForm({ options }: ReportRequest, id: ReportForm['id']): ReportRequest {
  const usual = usualRequest(id)
  return { form: id, options: { ...usual.options, claims: options.claims, review: options.review } }
}
