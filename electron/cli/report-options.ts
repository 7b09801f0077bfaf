import { StetError } from '../../shared/ipc/result.js'
import {
  claimChoices,
  reportForms,
  usualRequest,
  type ReportFormId,
  type ReportRequest,
} from '../../shared/report/forms.js'

/** The options of a report as they were typed; null is what was not. */
export interface ReportFlags {
  format: string | null
  notes: string | null
  claims: string | null
  reviewUrl: string | null
  reviewAuthor: string | null
  reviewDate: string | null
}

/** The forms that can be made without a window, for a person who reads of them. */
export function formNames(): string {
  return namesOf(reportForms.filter(({ builder }) => builder !== 'pages'))
}

/** What was asked of a report. Throws 'invalid' on a form, notes or claims that there are not. */
export function reportRequestOf(flags: ReportFlags): ReportRequest {
  const { form, options } = usualRequest(formOf(flags.format))
  return {
    form,
    options: {
      internalNotes: notesOf(flags.notes) ?? options.internalNotes,
      claims: flags.claims === null ? options.claims : choiceOf(flags.claims),
      review: {
        ...(flags.reviewUrl !== null && { url: flags.reviewUrl }),
        ...(flags.reviewAuthor !== null && { author: flags.reviewAuthor }),
        ...(flags.reviewDate !== null && { datePublished: flags.reviewDate }),
      },
    },
  }
}

function formOf(typed: string | null): ReportFormId {
  if (typed === null) return 'html'
  const form = reportForms.find(({ id }) => id === typed)
  if (form) return form.id
  throw new StetError('invalid', `--format of a report is one of ${formNames()}, not “${typed}”.`)
}

function notesOf(typed: string | null): boolean | null {
  if (typed === null) return null
  if (typed === 'all' || typed === 'public') return typed === 'all'
  throw new StetError('invalid', `--notes is “all” or “public”, not “${typed}”.`)
}

function choiceOf(typed: string): ReportRequest['options']['claims'] {
  const choice = claimChoices.find(({ id }) => id === typed)
  if (choice) return choice.id
  throw new StetError('invalid', `--claims is one of ${namesOf(claimChoices)}, not “${typed}”.`)
}

function namesOf(list: readonly { id: string }[]): string {
  return list.map(({ id }) => id).join(', ')
}
