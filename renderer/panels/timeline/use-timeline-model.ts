import { useDeferredValue, useMemo } from 'react'
import { timelineModel, type TimelineModel } from '../../../shared/timeline/timeline-model.js'
import { sourcesInOrder } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { useTimeline } from './timeline-state.js'
import { useCaseScale } from '../../store/claims/verdict-scale.js'

/** The timeline of the open case; made again only when what it is made of changes. */
export function useTimelineModel(): TimelineModel {
  const source = useStore((state) => state.records.source)
  const claim = useStore((state) => state.records.claim)
  const relation = useStore((state) => state.records.relation)
  const finding = useStore((state) => state.records.finding)
  const decisions = useStore((state) => state.records.decision)
  const scale = useCaseScale()
  const dates = useDeferredValue(useTimeline((state) => state.dates))
  return useMemo(
    () =>
      timelineModel({
        sources: sourcesInOrder(source),
        claims: claim.values(),
        relations: relation.values(),
        findings: finding.values(),
        decisions,
        dates,
        scale,
      }),
    [source, claim, relation, finding, decisions, dates, scale],
  )
}
