import { basename } from 'node:path'
import type { CaseSnapshot } from '../../shared/domain/case.js'
import { StetError } from '../../shared/ipc/result.js'
import { completeDetails } from '../../shared/report/claim-review.js'
import { reportForm, type ReportRequest } from '../../shared/report/forms.js'
import { noMaterial, type ReportMaterial } from '../../shared/report/material.js'
import type { Remote } from '../workers/port-rpc.js'
import type { ReportHandlers } from '../workers/report-handlers.js'
import { replaceFile, writeFileWhole } from './write-file.js'

/** What the program says on each page that it prints; text, not HTML. */
export interface PageFrame {
  head: string
  foot: string
  paper: 'A4' | 'Letter'
}

/** Draws a page without scripts and without a network, and prints it; answers the bytes of a PDF. `signal` ends it early. */
export type PrintPages = (html: string, frame: PageFrame, signal?: AbortSignal) => Promise<Uint8Array>

export interface ReportMaker {
  checker: string
  /** The program's version. */
  version: string
  /** What the report tells beside the records; nothing when it is left out. */
  material?: ReportMaterial
  /** Missing where nothing can draw pages. */
  printPages?: PrintPages | undefined
  /** Where the form is made; right here when it is left out. */
  builder?: Pick<Remote<ReportHandlers>, 'write' | 'pages'> | Pick<ReportHandlers, 'write' | 'pages'>
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
  snapshot: CaseSnapshot,
  request: ReportRequest,
  { checker, version, material = noMaterial, printPages, onStage, ...maker }: ReportMaker,
): Promise<void> {
  refuseUnmakeable(request, printPages)
  const builder = maker.builder ?? (await import('../workers/report-handlers.js')).reportHandlers
  const program = `Stet ${version}`
  const origin = { checker, generatedAt: new Date().toISOString(), program }
  if (reportForm(request.form).builder === 'pages' && printPages) {
    const html = await builder.pages(snapshot, request, origin, material)
    onStage?.('printing')
    const head = material.log?.head?.slice(0, 16)
    const foot = [program, head && `${material.log?.total} ${head}`].filter(Boolean).join(' · ')
    const pdf = await printPages(html, { head: snapshot.info.title, foot, paper: request.options.paper })
    onStage?.('writing')
    return writeFileWhole(path, pdf)
  }
  await replaceFile(path, async (temporary) => {
    await builder.write(temporary, basename(path), snapshot, request, origin, material)
    onStage?.('writing')
  })
}

/** What a file with a report is called, given the name of the case. */
export function reportName(title: string, { form }: ReportRequest): string {
  const { holds, extension } = reportForm(form)
  const what = { report: 'fact-check report', text: 'text with notes', claims: 'claims', works: 'sources' }
  return `${title} - ${what[holds]}.${extension}`
}
