import type { CaseSnapshot } from '../../shared/domain/case.js'
import { StetError } from '../../shared/ipc/result.js'
import { reportForm, type ReportRequest } from '../../shared/report/forms.js'
import { noMaterial, type ReportMaterial } from '../../shared/report/material.js'
import { buildReportFile } from '../workers/build-report.js'

/** What the program says on each page that it prints; text, not HTML. */
export interface PageFrame {
  head: string
  foot: string
  paper: 'A4' | 'Letter'
}

/** Draws a page without scripts and without a network, and prints it; answers the bytes of a PDF. `signal` ends it early. */
export type PrintPages = (html: string, frame: PageFrame, signal?: AbortSignal) => Promise<Uint8Array>

/** Builds the file of a form; see `buildReportFile`. */
export type BuildReport = (
  ...args: Parameters<typeof buildReportFile>
) => Promise<string | Uint8Array> | string | Uint8Array

export interface ReportMaker {
  checker: string
  /** The program's version. */
  version: string
  /** What the report tells beside the records; nothing when it is left out. */
  material?: ReportMaterial
  /** Missing where nothing can draw pages. */
  printPages?: PrintPages | undefined
  /** Where the form is built; right here when it is left out. */
  build?: BuildReport
  /** Called before the pages are printed, which takes longest. */
  onPrinting?: () => void
}

/** The report of a case as it stands now, in the form that was asked for. Throws 'invalid' when that cannot be made here. */
export async function makeReport(
  snapshot: CaseSnapshot,
  request: ReportRequest,
  { checker, version, material = noMaterial, printPages, build = buildReportFile, onPrinting }: ReportMaker,
): Promise<string | Uint8Array> {
  const { builder, label } = reportForm(request.form)
  if (builder === 'pages' && !printPages) {
    throw new StetError(
      'invalid',
      `${label} needs the program that draws pages, and this is only the command line. Run “stet report” of the installed program or of a checkout, save the report in the window, or make it as HTML here.`,
    )
  }
  const origin = { checker, generatedAt: new Date().toISOString(), program: `Stet ${version}` }
  const built = await build(snapshot, request, origin, material)
  if (builder !== 'pages' || !printPages || typeof built !== 'string') return built
  onPrinting?.()
  const head = material.log?.head?.slice(0, 16)
  const foot = [origin.program, head && `${material.log?.total} ${head}`].filter(Boolean).join(' · ')
  return printPages(built, { head: snapshot.info.title, foot, paper: request.options.paper })
}

/** What a file with a report is called, given the name of the case. */
export function reportName(title: string, { form }: ReportRequest): string {
  const { holds, extension } = reportForm(form)
  const what = { report: 'fact-check report', text: 'text with notes', claims: 'claims', works: 'sources' }
  return `${title} - ${what[holds]}.${extension}`
}
