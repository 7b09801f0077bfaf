import type { CaseSnapshot } from '../../shared/domain/case.js'
import { StetError } from '../../shared/ipc/result.js'
import { buildForm } from '../../shared/report/build-form.js'
import { reportForm, type ReportRequest } from '../../shared/report/forms.js'
import { zipArchive } from './zip-archive.js'

/** Draws a page without scripts and without a network, and prints it; answers the bytes of a PDF. */
export type PrintPages = (html: string) => Promise<Uint8Array>

export interface ReportMaker {
  checker: string
  /** The program's version. */
  version: string
  /** Missing where nothing can draw pages. */
  printPages?: PrintPages | undefined
}

/** The report of a case as it stands now, in the form that was asked for. Throws 'invalid' when that cannot be made here. */
export async function makeReport(
  snapshot: CaseSnapshot,
  request: ReportRequest,
  { checker, version, printPages }: ReportMaker,
): Promise<string | Uint8Array> {
  const { builder, label } = reportForm(request.form)
  if (builder === 'pages' && !printPages) {
    throw new StetError(
      'invalid',
      `${label} can be made in the window only. Save the report there, or as HTML here.`,
    )
  }
  const generatedAt = new Date().toISOString()
  const built = buildForm(snapshot, request, { checker, generatedAt, program: `Stet ${version}` })
  if (typeof built !== 'string') return zipArchive(built)
  return builder === 'pages' && printPages ? printPages(built) : built
}

/** What a file with a report is called, given the name of the case. */
export function reportName(title: string, { form }: ReportRequest): string {
  const { holds, extension } = reportForm(form)
  return `${title} - ${{ report: 'fact-check report', claims: 'claims', works: 'sources' }[holds]}.${extension}`
}
