import { extname } from 'node:path'
import {
  audiences,
  claimChoices,
  papers,
  reportForms,
  templates,
  usualRequest,
  type ReportFormId,
  type ReportRequest,
} from '../../shared/report/forms.js'
import { languages } from '../../shared/report/wording.js'
import type { Option, Options, TypedOptions } from './command.js'
import { checker, published } from './common-options.js'

const idsOf = <T extends string>(list: readonly { id: T }[]): readonly T[] => list.map(({ id }) => id)

const format = {
  type: 'string',
  choices: idsOf<ReportFormId>(reportForms),
  help: `the form: ${idsOf(reportForms).join(', ')}; without it the end of the output’s name tells it, and html is the usual`,
} as const satisfies Option

/** The options of a report. */
export const reportOptions = {
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    help: 'where to write the report, otherwise beside the first file',
  },
  format,
  form: { ...format, help: 'the same as --format' },
  title: { type: 'string', value: 'TITLE', help: 'of texts: the title of the case' },
  published,
  checker,
  notes: {
    type: 'string',
    choices: ['all', 'public'],
    help: 'with internal notes or without them; without is usual for json-ld only',
  },
  claims: {
    type: 'string',
    choices: idsOf(claimChoices),
    help: 'which claims; judged are those with a verdict',
  },
  template: {
    type: 'string',
    choices: idsOf(templates),
    help: 'must-fix is one page for an editor, archive has the whole log',
  },
  for: {
    type: 'string',
    choices: idsOf(audiences),
    help: 'outside never has internal notes and the log',
  },
  withhold: {
    type: 'string',
    multiple: true,
    choices: ['claimants', 'sources'],
    help: 'leave out the names of these',
  },
  language: { type: 'string', choices: idsOf(languages), help: 'the language of its own words' },
  paper: { type: 'string', choices: idsOf(papers), help: 'the paper of pages' },
  'review-url': {
    type: 'string',
    value: 'URL',
    help: 'claim-review: where the review will be published',
  },
  'review-author': { type: 'string', value: 'NAME', help: 'claim-review: who publishes it' },
  'review-date': {
    type: 'string',
    value: 'DATE',
    help: 'claim-review: on which day, YYYY-MM-DD; left out when not given',
  },
} as const satisfies Options

type TypedReport = TypedOptions<typeof reportOptions>

/** What was asked of a report; what was not is as it usually is for the form. */
export function reportRequestOf(typed: TypedReport): ReportRequest {
  const { form, options } = usualRequest(formOf(typed))
  return {
    form,
    options: {
      internalNotes: typed.notes === null ? options.internalNotes : typed.notes === 'all',
      claims: typed.claims ?? options.claims,
      template: typed.template ?? options.template,
      audience: typed.for ?? options.audience,
      withhold: {
        claimants: typed.withhold.includes('claimants'),
        sources: typed.withhold.includes('sources'),
      },
      language: typed.language ?? options.language,
      paper: typed.paper ?? options.paper,
      review: reviewOf(typed),
    },
  }
}

function reviewOf(typed: TypedReport): ReportRequest['options']['review'] {
  const { 'review-url': url, 'review-author': author, 'review-date': datePublished } = typed
  return {
    ...(url !== null && { url }),
    ...(author !== null && { author }),
    ...(datePublished !== null && { datePublished }),
  }
}

/** The form that was typed, or the first whose files end as the one to be written does; else the web page. */
function formOf({ format: typed, form, output }: TypedReport): ReportFormId {
  const end = extname(output ?? '')
    .slice(1)
    .toLowerCase()
  return typed ?? form ?? reportForms.find(({ extension }) => extension === end)?.id ?? 'html'
}
