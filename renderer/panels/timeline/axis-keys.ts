import {
  entriesOf,
  markShowing,
  type AxisLayout,
  type AxisMark,
  type Lane,
} from '../../../shared/timeline/axis-layout.js'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'

/**
 * Where a key takes the focus from an entry's mark: with Left and Right to what comes before and after it in its source,
 * with Home and End to the first and the last, with Up and Down to what is nearest in the source above or below. Null when
 * the key does nothing here. `entries` are in the order of time.
 */
export function entryByKey(
  key: string,
  activeId: string,
  entries: readonly TimelineEntry[],
  layout: AxisLayout,
): TimelineEntry | null {
  const mark = markShowing(layout, activeId)
  const active = mark ? entriesOf(mark)[0] : entries.find(({ id }) => id === activeId)
  if (!active) return null
  if (key === 'ArrowUp' || key === 'ArrowDown')
    return acrossLanes(layout, active.source, mark, key === 'ArrowUp' ? -1 : 1)
  const own = entries.filter(({ source }) => source === active.source)
  const here = new Set(mark ? entriesOf(mark) : [active])
  const isHere = (entry: TimelineEntry): boolean => here.has(entry)
  if (key === 'ArrowRight') return own[own.findLastIndex(isHere) + 1] ?? null
  if (key === 'ArrowLeft') return own[own.findIndex(isHere) - 1] ?? null
  if (key === 'Home') return own[0] ?? null
  if (key === 'End') return own.at(-1) ?? null
  return null
}

function acrossLanes(
  { lanes }: AxisLayout,
  source: string,
  mark: AxisMark | undefined,
  step: 1 | -1,
): TimelineEntry | null {
  const at = lanes.findIndex((lane) => lane.source === source)
  const candidates = step > 0 ? lanes.slice(at + 1) : lanes.slice(0, at).reverse()
  for (const lane of candidates) {
    const nearest = nearestIn(lane, mark?.signX ?? 0)
    if (nearest) return entriesOf(nearest)[0] ?? null
  }
  return null
}

function nearestIn({ marks }: Lane, x: number): AxisMark | null {
  const distance = ({ signX }: AxisMark): number => Math.abs(signX - x)
  return marks.reduce<AxisMark | null>(
    (best, mark) => (!best || distance(mark) < distance(best) ? mark : best),
    null,
  )
}
