import { basename } from 'node:path'
import { StetError } from '../../../shared/ipc/result.js'
import type { ReportOrigin } from '../../../shared/report/build-form.js'
import { completeDetails } from '../../../shared/report/claim-review.js'
import { reportForm, type ReportRequest } from '../../../shared/report/forms.js'
import type { ReportPages } from '../../workers/write-report.js'
import { wordingOf } from '../../../shared/report/wording.js'
import { withRecord } from './pdf-record.js'
import { replaceFile, writeFileWhole } from '../files/write-file.js'

/** What the program says on each page that it prints; text, not HTML. */
export interface PageFrame {
  head: string
  foot: string
  paper: 'A4' | 'Letter'
}

/** Draws a page without scripts and without a network, and prints it; answers the bytes of a PDF. `signal` ends it early. */
export type PrintPages = (html: string, frame: PageFrame, signal?: AbortSignal) => Promise<Uint8Array>

/** Makes the forms of the report on one case. */
export interface ReportBuilder {
  /** Fills an empty file; `name` is what it is to be called. */
  write: (path: string, name: string, request: ReportRequest, origin: ReportOrigin) => Promise<void>
  pages: (request: ReportRequest, origin: ReportOrigin) => Promise<ReportPages>
}

export interface ReportMaker {
  checker: string
  /** The program's version. */
  version: string
  builder: ReportBuilder
  /** Missing where nothing can draw pages. */
  printPages?: PrintPages | undefined
  /** Called when the form is made: before the pages are printed, which takes longest, and before the file takes its place. */
  onStage?: (stage: 'printing' | 'writing') => void
}

/** Throws 'invalid' when a report cannot be made here, or needs to know more than the request says. */
export function refuseUnmakeable({ form, options }: ReportRequest, printPages: PrintPages | undefined): void {
  const { builder, label } = reportForm(form)
  if (builder === 'pages' && !printPages) {
    throw new StetError(
      'invalid',
      `${label} needs the program that draws pages, and this is only the command line. Run “stet report” of the installed program or of a checkout, save the report in the window, or make it as HTML here.`,
    )
  }
  if (form === 'claim-review') completeDetails(options.review)
}

/**
 * Writes the report of a case as it stands now, in the form that was asked for, whole or not at all. Throws what
 * `refuseUnmakeable` throws, and 'io' when the file cannot be written.
 */
export async function saveReport(
  path: string,
  request: ReportRequest,
  { checker, version, builder, printPages, onStage }: ReportMaker,
): Promise<void> {
  refuseUnmakeable(request, printPages)
  const origin = originOf(checker, version)
  if (reportForm(request.form).builder === 'pages' && printPages) {
    const { html, title, log } = await builder.pages(request, origin)
    onStage?.('printing')
    const foot = [origin.program, log && `${log.total} ${log.head.slice(0, 16)}`].filter(Boolean).join(' · ')
    const pdf = await printPages(html, { head: title, foot, paper: request.options.paper })
    onStage?.('writing')
    const { language } = request.options
    const name = `${wordingOf(language).say('Fact-check report')}: ${title}`
    return writeFileWhole(path, withRecord(pdf, { title: name, author: checker, language }))
  }
  await replaceFile(path, async (temporary) => {
    await builder.write(temporary, basename(path), request, origin)
    onStage?.('writing')
  })
}

/** Who makes a report now, with which version of the program. */
export function originOf(checker: string, version: string): ReportOrigin {
  return { checker, generatedAt: new Date().toISOString(), program: `Stet ${version}` }
}

/** What a file with a report is called, given the name of the case. */
export function reportName(title: string, { form }: ReportRequest): string {
  const { holds, extension } = reportForm(form)
  const what = { report: 'fact-check report', text: 'text with notes', claims: 'claims', works: 'sources' }
  return `${title} - ${what[holds]}.${extension}`
}
