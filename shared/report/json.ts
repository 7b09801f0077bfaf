import type { ReportModel } from './report-model.js'
import { safeJson } from './safe-json.js'

/** All that a report says, as JSON; `format` tells what it is and from which version of its shape. */
export function reportJson(model: ReportModel): string {
  return safeJson({ format: 'stet-report-1', ...model })
}
