import { useDeferredValue, useMemo } from 'react'
import { type AxisDomain, fittingDomain } from '../../../shared/timeline/axis-domain.js'
import { type AxisLayout, layoutAxis, rowHeight } from '../../../shared/timeline/axis-layout.js'
import { grouped } from '../../../shared/timeline/grouping.js'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import type { TimelineSource } from '../../../shared/timeline/timeline-model.js'
import { setTimeline, useTimeline } from './timeline-state.js'

export interface Axis {
  domain: AxisDomain
  setDomain: (change: (domain: AxisDomain) => AxisDomain) => void
  pixelsPerDay: number
  /** The x of the layout that stands at the left edge of the view. */
  offset: number
  layout: AxisLayout
}

/**
 * The axis in a view of some width, which it follows a moment later; `pixelsPerDay` is 0 before. What is laid out reaches
 * past the view, so that moving it costs no new layout.
 */
export function useAxis(
  entries: readonly TimelineEntry[],
  sources: readonly TimelineSource[],
  size: { width: number; height: number },
): Axis {
  const width = useDeferredValue(size.width)
  const height = useDeferredValue(size.height)
  const fitting = useMemo(() => fittingDomain(entries, width), [entries, width])
  const domain = useTimeline((state) => state.domain) ?? fitting
  // Moving an axis adds to both ends, which changes its width in the last digits.
  const days = Number((domain.hi - domain.lo).toPrecision(9))
  const pixelsPerDay = width / days
  const screen = Math.floor(domain.lo / days)
  const bySource = useMemo(() => grouped(entries, ({ source }) => source), [entries])
  const maxRows = rowsFor(bySource.size, height)
  const layout = useMemo(() => {
    const origin = screen * days
    return layoutAxis(bySource, sources, { origin, pixelsPerDay, left: -width, right: 3 * width, maxRows })
  }, [bySource, sources, screen, days, pixelsPerDay, width, maxRows])
  const setDomain: Axis['setDomain'] = (change) =>
    setTimeline(({ domain: now }) => ({ domain: change(now ?? fitting) }))
  return { domain, setDomain, pixelsPerDay, offset: (domain.lo - screen * days) * pixelsPerDay, layout }
}

/** As many rows a lane as would fill the view, within reason. */
function rowsFor(lanes: number, height: number): number {
  return Math.min(Math.max(Math.floor((height * 1.5) / Math.max(1, lanes) / rowHeight), 4), 12)
}
