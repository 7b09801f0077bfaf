import { useEffect } from 'react'
import { ask } from '../../bridge/bridge.js'
import { sourcesInOrder } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { tellError } from '../../store/toasts.js'
import { setTimeline, useTimeline } from './timeline-state.js'

/**
 * Has the dates in the texts read, elsewhere than in the window, and again when a text or its record is another. Answers
 * whether that is under way.
 */
export function useTextDates(): boolean {
  const sources = useStore((state) => state.records.source)
  const caseId = useTimeline((state) => state.caseId)
  const datesOf = useTimeline((state) => state.datesOf)
  const wanted = sourcesInOrder(sources)
    .map(({ id, currentVersionId, published, title }) => [id, currentVersionId, published, title].join('/'))
    .join('\n')
  useEffect(() => {
    if (!caseId || wanted === useTimeline.getState().datesOf) return undefined
    let isCurrent = true
    ask('timeline.dates')
      .then((dates) => isCurrent && setTimeline({ dates, datesOf: wanted }))
      .catch((error: unknown) => {
        tellError(error)
        // Asked again only when there is something else to read.
        if (isCurrent) setTimeline({ dates: [], datesOf: wanted })
      })
    return () => {
      isCurrent = false
    }
  }, [caseId, wanted])
  return caseId !== null && datesOf !== wanted
}
