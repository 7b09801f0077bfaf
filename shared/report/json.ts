import type { Pieces } from './pieces.js'
import type { ReportModel } from './report-model.js'
import { safeJson } from './safe-json.js'

/** All that a report says but its pictures, as JSON; `format` tells what it is and from which version of its shape. */
export function reportJson(model: ReportModel): Pieces {
  const { timeline, ...said } = model
  return safeJson({ format: 'stet-report-2', ...said, hasTimeline: timeline !== null })
}
