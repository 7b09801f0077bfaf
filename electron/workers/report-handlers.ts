import { previewHtml, type ReportOrigin } from '../../shared/report/build-form.js'
import type { ReportRequest } from '../../shared/report/forms.js'
import { wholeOf } from '../../shared/report/pieces.js'
import { readHandedCase, type CasePorts } from './handed-case.js'
import { notWritten } from './system-refusal.js'
import { reportPages, writeReport, type ReportInput, type ReportPages } from './write-report.js'

/** What to make, and through which ports the case comes that it is made of. */
type ReportAsk = [request: ReportRequest, origin: ReportOrigin, ...ports: CasePorts]

/** What the report-worker can do: a long report is built while the window goes on. */
export const reportHandlers = {
  /** Fills an empty file; `name` is what it is to be called. */
  async write(path: string, name: string, ...ask: ReportAsk): Promise<void> {
    try {
      await writeReport(path, ...(await inputOf(ask)))
    } catch (cause) {
      throw notWritten(name, cause)
    }
  },
  pages: async (...ask: ReportAsk): Promise<ReportPages> => reportPages(...(await inputOf(ask))),
  preview: async (...ask: ReportAsk): Promise<string> => wholeOf(previewHtml(...(await inputOf(ask)))),
}

async function inputOf([request, origin, ...ports]: ReportAsk): Promise<ReportInput> {
  const { snapshot, material } = await readHandedCase(...ports)
  return [snapshot, request, origin, material]
}

export type ReportHandlers = typeof reportHandlers
