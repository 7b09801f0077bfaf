import type { CaseSnapshot } from '../domain/case.js'
import { timelineSvg } from '../timeline/svg/timeline-svg.js'
import { timelineModel } from '../timeline/timeline-model.js'
import type { Wording } from './wording.js'
import { caseScaleOf } from '../domain/case-scale.js'

/**
 * The dated claims and findings of a case on one axis, as an SVG document; null when none has a place on it. Findings that
 * somebody dismissed are left out.
 */
export function timelinePicture(snapshot: CaseSnapshot, words: Wording): string | null {
  const { sources, claims, relations, findings, decisions, preferences } = snapshot
  const model = timelineModel({
    sources: [...sources].sort((a, b) => a.position - b.position),
    claims,
    relations,
    findings,
    decisions: new Map(decisions.map((decision) => [decision.fingerprint, decision])),
    dates: [],
    scale: caseScaleOf(preferences),
  })
  if (model.entries.length === 0) return null
  return timelineSvg(model, { title: words.say('Timeline'), part: 'axis', ids: 'report-timeline' })
}
