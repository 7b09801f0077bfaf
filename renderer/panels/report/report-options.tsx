import {
  audiences,
  claimChoices,
  papers,
  reportForm,
  templates,
  usualRequest,
  type ReportChoices,
  type ReportForm,
  type ReportRequest,
} from '../../../shared/report/forms.js'
import { neededFor } from '../../../shared/report/review-details.js'
import { languages } from '../../../shared/report/wording.js'
import { ChoiceRow } from '../../components/controls.js'
import { ReviewFields } from './review-fields.js'

const noteChoices = [
  { id: 'public', label: 'Public notes only' },
  { id: 'all', label: 'Internal notes too' },
] as const

const withholdChoices = [
  { id: 'nothing', label: 'Nothing' },
  { id: 'claimants', label: 'Claimants' },
  { id: 'sources', label: 'Sources' },
  { id: 'both', label: 'Both' },
] as const

type Withheld = (typeof withholdChoices)[number]['id']

interface OptionsProps {
  request: ReportRequest
  /** How often a save was held back because details of the publication are needed; they are marked from then on. */
  heldBack: number
  onChange: (options: Partial<ReportChoices>) => void
}

/** The questions that a form raises; there is none for what it does not hold. */
export function ReportOptions({ request, heldBack, onChange }: OptionsProps) {
  const { options } = request
  const form = reportForm(request.form)
  const isReport = form.holds === 'report'
  return (
    <>
      {hasTemplates(form) && (
        <ChoiceRow
          label="Kind"
          choices={templates}
          value={options.template}
          onChange={(template) => onChange({ template })}
        />
      )}
      {form.holds !== 'works' && (
        <ChoiceRow
          label="Claims"
          choices={claimChoices}
          value={options.claims}
          onChange={(claims) => onChange({ claims })}
        />
      )}
      {form.internalNotes !== null && <NotesRows options={options} onChange={onChange} />}
      <ChoiceRow
        label="Withhold"
        choices={withholdChoices}
        value={withheldOf(options.withhold)}
        onChange={(id) =>
          onChange({
            withhold: {
              claimants: id === 'claimants' || id === 'both',
              sources: id === 'sources' || id === 'both',
            },
          })
        }
      />
      {(isReport || form.holds === 'text' || form.id === 'csv') && (
        <ChoiceRow
          label="Language"
          choices={languages}
          value={options.language}
          onChange={(language) => onChange({ language })}
        />
      )}
      {isReport && hasPaper(form) && (
        <ChoiceRow
          label="Paper"
          choices={papers}
          value={options.paper}
          onChange={(paper) => onChange({ paper })}
        />
      )}
      {form.id === 'claim-review' && (
        <ReviewFields
          review={options.review}
          needed={heldBack > 0 ? neededFor(request) : {}}
          heldBack={heldBack}
          onChange={(review) => onChange({ review: { ...options.review, ...review } })}
        />
      )}
    </>
  )
}

/** What is for outside never has internal notes, so that nobody is asked for them. */
function NotesRows({ options, onChange }: Pick<OptionsProps, 'onChange'> & { options: ReportChoices }) {
  return (
    <>
      <ChoiceRow
        label="For"
        choices={audiences}
        value={options.audience}
        onChange={(audience) => onChange({ audience })}
      />
      {options.audience === 'house' && (
        <ChoiceRow
          label="Notes"
          choices={noteChoices}
          value={options.internalNotes ? 'all' : 'public'}
          onChange={(notes) => onChange({ internalNotes: notes === 'all' })}
        />
      )}
    </>
  )
}

/** Another form keeps what was chosen; notes go back to what is usual for it, so that none go out by surprise. */
export function withForm({ options }: ReportRequest, id: ReportForm['id']): ReportRequest {
  const { internalNotes } = usualRequest(id).options
  return { form: id, options: { ...options, internalNotes } }
}

const hasTemplates = ({ holds, id }: ReportForm): boolean => holds === 'report' && id !== 'json'

const hasPaper = ({ id }: ReportForm): boolean => id !== 'md' && id !== 'json'

function withheldOf({ claimants, sources }: ReportChoices['withhold']): Withheld {
  if (claimants) return sources ? 'both' : 'claimants'
  return sources ? 'sources' : 'nothing'
}
