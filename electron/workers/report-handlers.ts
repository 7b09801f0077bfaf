import type { CaseSnapshot } from '../../shared/domain/case.js'
import { previewHtml, type ReportOrigin } from '../../shared/report/build-form.js'
import type { ReportRequest } from '../../shared/report/forms.js'
import type { ReportMaterial } from '../../shared/report/material.js'
import { buildReportFile } from './build-report.js'

/** What the report-worker can do: a long report is built while the window goes on. */
export const reportHandlers = {
  build: buildReportFile,
  preview: (
    snapshot: CaseSnapshot,
    request: ReportRequest,
    origin: ReportOrigin,
    material: ReportMaterial,
  ): string => previewHtml(snapshot, request, origin, material),
}

export type ReportHandlers = typeof reportHandlers
