import { caseScaleOf } from '../domain/case-scale.js'
import type { CaseSnapshot } from '../domain/case.js'
import { englishAxis, type AxisWords } from '../timeline/axis-words.js'
import { timelineSvg } from '../timeline/svg/timeline-svg.js'
import { timelineModel, type TimelineModel } from '../timeline/timeline-model.js'
import type { Wording } from './wording.js'
import { germanAxis } from './wording/german-timeline.js'

/** The dated claims and findings of a case. Findings that somebody dismissed are left out. */
export function timelineOf(snapshot: CaseSnapshot): TimelineModel {
  const { sources, claims, relations, findings, decisions, preferences } = snapshot
  return timelineModel({
    sources: [...sources].sort((a, b) => a.position - b.position),
    claims,
    relations,
    findings,
    decisions: new Map(decisions.map((decision) => [decision.fingerprint, decision])),
    dates: [],
    scale: caseScaleOf(preferences),
  })
}

/** A timeline on one axis, as an SVG document; null when nothing has a place on it. */
export function timelinePicture(timeline: TimelineModel, words: Wording): string | null {
  if (timeline.entries.length === 0) return null
  return timelineSvg(timeline, {
    title: words.say('Timeline'),
    part: 'axis',
    ids: 'report-timeline',
    words: axisWordsOf(words),
  })
}

/** What a timeline says, in the language of a report. */
export function axisWordsOf({ language }: Wording): AxisWords {
  return language === 'de' ? germanAxis : englishAxis
}
