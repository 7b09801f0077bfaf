import { extname } from 'node:path'
import { StetError } from '../../shared/ipc/result.js'
import {
  audiences,
  claimChoices,
  papers,
  reportForms,
  templates,
  usualRequest,
  type ReportChoices,
  type ReportFormId,
  type ReportRequest,
} from '../../shared/report/forms.js'
import { languages } from '../../shared/report/wording.js'

/** The options of a report as they were typed; null is what was not. */
export interface ReportFlags {
  format: string | null
  /** Where it is to be written; its end tells the form when that was not typed. */
  output: string | null
  notes: string | null
  claims: string | null
  template: string | null
  audience: string | null
  withhold: string[]
  language: string | null
  paper: string | null
  reviewUrl: string | null
  reviewAuthor: string | null
  reviewDate: string | null
}

/** The forms that there are, for a person who reads of them. */
export function formNames(): string {
  return namesOf(reportForms)
}

/** What was asked of a report. Throws 'invalid' on anything that it has not. */
export function reportRequestOf(flags: ReportFlags): ReportRequest {
  const { form, options } = usualRequest(formOf(flags))
  return {
    form,
    options: {
      internalNotes: notesOf(flags.notes) ?? options.internalNotes,
      claims: chosen('--claims', claimChoices, flags.claims, options.claims),
      template: chosen('--template', templates, flags.template, options.template),
      audience: chosen('--for', audiences, flags.audience, options.audience),
      withhold: withheldOf(flags.withhold),
      language: chosen('--language', languages, flags.language, options.language),
      paper: chosen('--paper', papers, flags.paper, options.paper),
      review: {
        ...(flags.reviewUrl !== null && { url: flags.reviewUrl }),
        ...(flags.reviewAuthor !== null && { author: flags.reviewAuthor }),
        ...(flags.reviewDate !== null && { datePublished: flags.reviewDate }),
      },
    },
  }
}

/** The form that was typed, or the first whose files end as the one to be written does; else the web page. */
function formOf({ format, output }: ReportFlags): ReportFormId {
  if (format === null) {
    const end = extname(output ?? '')
      .slice(1)
      .toLowerCase()
    return reportForms.find(({ extension }) => extension === end)?.id ?? 'html'
  }
  const form = reportForms.find(({ id }) => id === format)
  if (form) return form.id
  throw new StetError('invalid', `--format of a report is one of ${formNames()}, not “${format}”.`)
}

function notesOf(typed: string | null): boolean | null {
  if (typed === null) return null
  if (typed === 'all' || typed === 'public') return typed === 'all'
  throw new StetError('invalid', `--notes is “all” or “public”, not “${typed}”.`)
}

function withheldOf(typed: readonly string[]): ReportChoices['withhold'] {
  const wrong = typed.find((one) => one !== 'claimants' && one !== 'sources')
  if (wrong !== undefined)
    throw new StetError('invalid', `--withhold is “claimants” or “sources”, not “${wrong}”.`)
  return { claimants: typed.includes('claimants'), sources: typed.includes('sources') }
}

function chosen<T extends string>(
  option: string,
  choices: readonly { id: T }[],
  typed: string | null,
  usual: T,
): T {
  if (typed === null) return usual
  const choice = choices.find(({ id }) => id.toLowerCase() === typed.toLowerCase())
  if (choice) return choice.id
  throw new StetError('invalid', `${option} is one of ${namesOf(choices)}, not “${typed}”.`)
}

function namesOf(list: readonly { id: string }[]): string {
  return list.map(({ id }) => id).join(', ')
}
