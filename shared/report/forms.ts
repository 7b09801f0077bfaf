import { z } from 'zod'
import { languages, type Language } from './wording.js'

/** How a form is made: as text, as a package of parts, or as pages that the window draws and prints. */
type Builder = 'text' | 'package' | 'pages'

interface Form {
  id: string
  label: string
  /** What it is for, for a person who chooses. */
  suits: string
  extension: string
  mediaType: string
  builder: Builder
  /** What it holds: the whole report, the texts with notes, the claims, or only what the case cites. */
  holds: 'report' | 'text' | 'claims' | 'works'
  /** Whether internal notes go out unless somebody says otherwise; null for a form that has no notes. */
  internalNotes: boolean | null
}

/** Every form in which a case goes out, in the order in which they are offered. */
export const reportForms = [
  {
    id: 'html',
    label: 'Web page (HTML)',
    suits: 'To read, print and sign: the whole report in one file that any browser opens without a network.',
    extension: 'html',
    mediaType: 'text/html',
    builder: 'text',
    holds: 'report',
    internalNotes: true,
  },
  {
    id: 'pdf',
    label: 'PDF',
    suits: 'To send and to archive: the same report on numbered pages, with an outline.',
    extension: 'pdf',
    mediaType: 'application/pdf',
    builder: 'pages',
    holds: 'report',
    internalNotes: true,
  },
  {
    id: 'docx',
    label: 'Word document (DOCX)',
    suits:
      'To work on in a word processor: the texts with a comment a claim and proposed wording as changes to accept, then the tables.',
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    builder: 'package',
    holds: 'report',
    internalNotes: true,
  },
  {
    id: 'odt',
    label: 'OpenDocument text (ODT)',
    suits:
      'To work on in LibreOffice and other word processors: the texts with an annotation a claim and proposed wording as changes to accept, then the tables.',
    extension: 'odt',
    mediaType: 'application/vnd.oasis.opendocument.text',
    builder: 'package',
    holds: 'report',
    internalNotes: true,
  },
  {
    id: 'md',
    label: 'Markdown',
    suits: 'For editors of plain text and version control: the whole report without layout.',
    extension: 'md',
    mediaType: 'text/markdown',
    builder: 'text',
    holds: 'report',
    internalNotes: true,
  },
  {
    id: 'md-notes',
    label: 'Markdown with footnotes',
    suits: 'For publishing tools: the clean texts with a footnote a claim.',
    extension: 'md',
    mediaType: 'text/markdown',
    builder: 'text',
    holds: 'text',
    internalNotes: false,
  },
  {
    id: 'txt',
    label: 'Plain text with notes',
    suits: 'For any editor: the clean texts with a number a claim, and the notes at the end.',
    extension: 'txt',
    mediaType: 'text/plain',
    builder: 'text',
    holds: 'text',
    internalNotes: false,
  },
  {
    id: 'csv',
    label: 'Table of claims (CSV)',
    suits: 'For spreadsheets: a row a claim.',
    extension: 'csv',
    mediaType: 'text/csv',
    builder: 'text',
    holds: 'claims',
    internalNotes: true,
  },
  {
    id: 'json',
    label: 'Report data (JSON)',
    suits: 'For programs of your own: all that the report says, as data.',
    extension: 'json',
    mediaType: 'application/json',
    builder: 'text',
    holds: 'report',
    internalNotes: true,
  },
  {
    id: 'json-ld',
    label: 'Web annotations (JSON-LD)',
    suits: 'For annotation tools and archives: the claims with their passages, after the W3C’s model.',
    extension: 'jsonld',
    mediaType: 'application/ld+json',
    builder: 'text',
    holds: 'claims',
    internalNotes: false,
  },
  {
    id: 'claim-review',
    label: 'ClaimReview (JSON-LD)',
    suits: 'For search engines, beside a check that you publish: the claims that have a verdict.',
    extension: 'jsonld',
    mediaType: 'application/ld+json',
    builder: 'text',
    holds: 'claims',
    internalNotes: null,
  },
  {
    id: 'csl-json',
    label: 'Sources (CSL-JSON)',
    suits: 'For reference managers such as Zotero: the sources and the works that evidence cites.',
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    builder: 'text',
    holds: 'works',
    internalNotes: null,
  },
  {
    id: 'ris',
    label: 'Sources (RIS)',
    suits: 'For reference managers that read RIS: the sources and the works that evidence cites.',
    extension: 'ris',
    mediaType: 'application/x-research-info-systems',
    builder: 'text',
    holds: 'works',
    internalNotes: null,
  },
  {
    id: 'bibtex',
    label: 'Sources (BibTeX)',
    suits: 'For LaTeX: the sources and the works that evidence cites.',
    extension: 'bib',
    mediaType: 'application/x-bibtex',
    builder: 'text',
    holds: 'works',
    internalNotes: null,
  },
] as const satisfies readonly Form[]

export type ReportForm = (typeof reportForms)[number]
export type ReportFormId = ReportForm['id']

/** What a form is, by its id. */
export function reportForm(id: ReportFormId): ReportForm {
  return reportForms.find((form) => form.id === id)!
}

/** What a form that is no page has of the report, for a person who sees the report's page; null where the page is what goes out. */
export function differsFromPage({ id, holds }: ReportForm): string | null {
  if (id === 'html' || id === 'pdf') return null
  return differences[holds]
}

const differences = {
  report: 'says the same in a layout of its own',
  text: 'has only the texts and their notes',
  claims: 'has only the claims',
  works: 'has only the sources',
} as const

/** Which claims go out. */
export const claimChoices = [
  { id: 'all', label: 'All claims' },
  { id: 'judged', label: 'With a verdict' },
  { id: 'must-fix', label: 'Must fix' },
] as const

export type ClaimChoice = (typeof claimChoices)[number]['id']

/** What a report is for. */
export const templates = [
  { id: 'full', label: 'Full report' },
  { id: 'must-fix', label: 'Must-fix page' },
  { id: 'archive', label: 'Archive' },
] as const

export type Template = (typeof templates)[number]['id']

/** Whom a report is for. What is for outside never tells internal notes, what colleagues wrote, and the log. */
export const audiences = [
  { id: 'house', label: 'The house' },
  { id: 'outside', label: 'Outside' },
] as const

export type Audience = (typeof audiences)[number]['id']

export const papers = [
  { id: 'A4', label: 'A4' },
  { id: 'Letter', label: 'Letter' },
] as const

export type Paper = (typeof papers)[number]['id']

const idsOf = <T extends string>(list: readonly { id: T }[]) =>
  z.enum(list.map(({ id }) => id) as [T, ...T[]])

/** What a person asks of a report. `review` is only for claim reviews; what is missing there is refused, not made up. */
export const reportRequestSchema = z.strictObject({
  form: idsOf<ReportFormId>(reportForms),
  options: z.strictObject({
    internalNotes: z.boolean(),
    claims: idsOf<ClaimChoice>(claimChoices),
    template: idsOf<Template>(templates),
    audience: idsOf<Audience>(audiences),
    withhold: z.strictObject({ claimants: z.boolean(), sources: z.boolean() }),
    language: idsOf<Language>(languages),
    paper: idsOf<Paper>(papers),
    review: z
      .strictObject({
        url: z.string().trim().max(4000),
        author: z.string().trim().max(1000),
        authorKind: z.enum(['Organization', 'Person']),
        authorUrl: z.string().trim().max(4000),
        datePublished: z.string().trim().max(40),
      })
      .partial(),
  }),
})

export type ReportRequest = z.infer<typeof reportRequestSchema>
export type ReportChoices = ReportRequest['options']

/** What a form is asked for when nobody says more. */
export function usualRequest(form: ReportFormId): ReportRequest {
  return {
    form,
    options: {
      internalNotes: reportForm(form).internalNotes ?? false,
      claims: 'all',
      template: 'full',
      audience: 'house',
      withhold: { claimants: false, sources: false },
      language: 'en',
      paper: 'A4',
      review: {},
    },
  }
}
