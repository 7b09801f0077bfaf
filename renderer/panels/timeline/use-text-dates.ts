import { useEffect } from 'react'
import { readTextDates } from './timeline-calls.js'
import { sourcesInOrder } from '../../store/selections.js'
import { useStore } from '../../store/store.js'
import { tellError } from '../../store/toasts.js'
import { setTimeline, useTimeline } from './timeline-state.js'

/** Has the dates in the texts read, elsewhere than in the window, and again when a text or its record is another. */
export function useTextDates(): void {
  const sources = useStore((state) => state.records.source)
  const caseId = useTimeline((state) => state.caseId)
  const wanted = sourcesInOrder(sources)
    .map(({ id, currentVersionId, published, title }) => [id, currentVersionId, published, title].join('/'))
    .join('\n')
  useEffect(() => {
    if (!caseId || wanted === useTimeline.getState().datesOf) return undefined
    let isCurrent = true
    readTextDates()
      .then((dates) => isCurrent && setTimeline({ dates, datesOf: wanted }))
      .catch(tellError)
    return () => {
      isCurrent = false
    }
  }, [caseId, wanted])
}
