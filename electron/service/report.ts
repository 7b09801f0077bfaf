import type { CaseSnapshot } from '../../shared/domain/case.js'
import { reportHtml } from '../../shared/report/html.js'
import { buildReport } from '../../shared/report/report-model.js'

/** The annotated report of a case as it stands now, as one HTML file. */
export function reportHtmlOf(
  snapshot: CaseSnapshot,
  { checker, version }: { checker: string; version: string },
): string {
  return reportHtml(
    buildReport(snapshot, { checker, generatedAt: new Date().toISOString(), program: `Stet ${version}` }),
  )
}
