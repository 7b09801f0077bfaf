import { ascending, type TimelineEntry } from './entry.js'
import { grouped } from './grouping.js'
import { placeInRows, type PlacedMark } from './lane-rows.js'
import type { TimelineSource } from './timeline-model.js'

/** How days become CSS pixels: `origin` is the day at x = 0. */
export interface AxisGeometry {
  origin: number
  pixelsPerDay: number
  /** The stretch of the axis that is laid out, in x. */
  left: number
  right: number
  /** The most rows of marks in a lane, besides the one of counts. */
  maxRows: number
}

/** An entry with a mark of its own. `x0` and `x1` are the ends of its span, cut to what is laid out. */
export interface EntryMark extends PlacedMark {
  kind: 'entry'
  key: string
  entry: TimelineEntry
  isPoint: boolean
  /** Where its sign stands. */
  signX: number
  opensLeft: boolean
  opensRight: boolean
}

/** Entries that would lie on one another, as a count. */
export interface ClusterMark {
  kind: 'cluster'
  key: string
  entries: readonly TimelineEntry[]
  signX: number
  row: number
}

export type AxisMark = EntryMark | ClusterMark

/** What one source tells; marks in the order of time. `top` and `height` in CSS pixels. */
export interface Lane {
  source: string
  title: string
  count: number
  top: number
  height: number
  marks: readonly AxisMark[]
}

export interface AxisLayout {
  lanes: readonly Lane[]
  height: number
  /** The mark that shows an entry, by its id. */
  markOf: ReadonlyMap<string, AxisMark>
}

export const laneTitleHeight = 24
export const rowHeight = 26
const laneRoom = 6

/** A span narrower than this is drawn as a point, which can be hit. */
const narrowest = 24
/** Points in one bin of this width stand above one another, or become a count. */
export const binWidth = 34

/** Where everything stands on the axis, a lane for each source that has an entry. Entries must be in the order of time. */
export function layoutAxis(
  entries: readonly TimelineEntry[],
  sources: readonly TimelineSource[],
  geometry: AxisGeometry,
): AxisLayout {
  const bySource = grouped(entries, ({ source }) => source)
  const markOf = new Map<string, AxisMark>()
  let height = 0
  const lanes = sources.flatMap(({ id, title }): Lane | [] => {
    const own = bySource.get(id)
    if (!own) return []
    const marks = marksOf(own, id, geometry)
    for (const mark of marks) {
      if (mark.kind === 'entry') markOf.set(mark.entry.id, mark)
      else for (const entry of mark.entries) markOf.set(entry.id, mark)
    }
    const rows = marks.reduce((most, { row }) => Math.max(most, row + 1), 1)
    const lane = {
      source: id,
      title,
      count: own.length,
      top: height,
      height: laneTitleHeight + rows * rowHeight + laneRoom,
      marks,
    }
    height += lane.height
    return lane
  })
  return { lanes, height, markOf }
}

function marksOf(entries: readonly TimelineEntry[], source: string, geometry: AxisGeometry): AxisMark[] {
  const inReach = entries.flatMap((entry) => markOfEntry(entry, geometry) ?? [])
  const crowded = crowdedBins(inReach, geometry)
  const isLoose = (mark: EntryMark): boolean => !mark.isPoint || !crowded.has(binOf(mark, geometry))
  const loose = inReach.filter(isLoose).sort((a, b) => ascending(a.x0, b.x0))
  const { placed, left } = placeInRows(loose, geometry.maxRows)
  const counted = [...inReach.filter((mark) => !isLoose(mark)), ...left]
  const clusters = clustersOf(counted, source, geometry)
  // Counts have the first row to themselves.
  if (clusters.length) for (const mark of placed) mark.row += 1
  return [...placed, ...clusters].sort((a, b) => ascending(timeOf(a), timeOf(b)) || ascending(a.key, b.key))
}

const timeOf = (mark: AxisMark): number =>
  (mark.kind === 'entry' ? mark.entry : mark.entries[0])?.span.lo ?? 0

function markOfEntry(entry: TimelineEntry, geometry: AxisGeometry): EntryMark | null {
  const { origin, pixelsPerDay, left, right } = geometry
  const begin = (entry.span.lo - origin) * pixelsPerDay
  const end = (entry.span.hi + 1 - origin) * pixelsPerDay
  if (end < left || begin > right) return null
  const isPoint = end - begin < narrowest
  const [x0, x1] = isPoint
    ? [(begin + end) / 2 - narrowest / 2, (begin + end) / 2 + narrowest / 2]
    : [Math.max(begin, left), Math.min(end, right)]
  const opensLeft = entry.span.lo === -Infinity
  const opensRight = entry.span.hi === Infinity
  const signX = isPoint ? (x0 + x1) / 2 : opensLeft && !opensRight ? x1 - narrowest / 2 : x0 + narrowest / 2
  return {
    kind: 'entry',
    key: entry.id,
    entry,
    isPoint,
    x0,
    x1,
    row: 0,
    text: entry.label,
    label: '',
    labelX: 0,
    signX,
    opensLeft,
    opensRight,
  }
}

/** Bins count from day 0, so that what is in one does not change as the axis is moved. */
function binOf({ x0, x1 }: EntryMark, { origin, pixelsPerDay }: AxisGeometry): number {
  return Math.floor(((x0 + x1) / 2 + origin * pixelsPerDay) / binWidth)
}

function crowdedBins(marks: readonly EntryMark[], geometry: AxisGeometry): Set<number> {
  const counts = new Map<number, number>()
  for (const mark of marks) {
    if (!mark.isPoint) continue
    const bin = binOf(mark, geometry)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count > geometry.maxRows).map(([bin]) => bin))
}

function clustersOf(marks: readonly EntryMark[], source: string, geometry: AxisGeometry): ClusterMark[] {
  const bins = grouped(marks, (mark) => binOf(mark, geometry))
  return [...bins].map(([bin, members]) => ({
    kind: 'cluster',
    key: `cluster/${source}/${bin}`,
    entries: members.map(({ entry }) => entry).sort((a, b) => ascending(a.span.lo, b.span.lo)),
    signX: (bin + 0.5) * binWidth - geometry.origin * geometry.pixelsPerDay,
    row: 0,
  }))
}
