import { ascending, inOrderOfTime, type TimelineEntry } from './entry.js'
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
  /** Its place among the counts of its lane. */
  slot: number
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
}

export const laneTitleHeight = 24
export const rowHeight = 26
const laneRoom = 6

/** A span narrower than this is drawn as a point, which can be hit. */
const narrowest = 24
/** Points in one bin of this width stand above one another, or become a count. */
export const binWidth = 40

/** The entries of each source, in the order of time. */
export type EntriesBySource = ReadonlyMap<string, readonly TimelineEntry[]>

/** Where everything stands on the axis, a lane for each source that has an entry. */
export function layoutAxis(
  bySource: EntriesBySource,
  sources: readonly TimelineSource[],
  geometry: AxisGeometry,
): AxisLayout {
  let height = 0
  const lastEnd = lastEndOf(bySource, geometry)
  const lanes = sources.flatMap(({ id, title }): Lane | [] => {
    const own = bySource.get(id)
    if (!own) return []
    const marks = marksOf(own, id, geometry, lastEnd)
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
  return { lanes, height }
}

/** The entries that a mark stands for, in the order of time. */
export function entriesOf(mark: AxisMark): readonly TimelineEntry[] {
  return mark.kind === 'entry' ? [mark.entry] : mark.entries
}

/** The mark that shows an entry, by the entry's id; undefined when it is not laid out. */
export function markShowing({ lanes }: AxisLayout, entryId: string): AxisMark | undefined {
  for (const { marks } of lanes) {
    const found = marks.find((mark) => entriesOf(mark).some(({ id }) => id === entryId))
    if (found) return found
  }
  return undefined
}

/** Where the last of the ends that are known stands, in x. */
function lastEndOf(bySource: EntriesBySource, { origin, pixelsPerDay }: AxisGeometry): number {
  let last = -Infinity
  for (const entries of bySource.values())
    for (const { span } of entries) if (span.hi > last && span.hi !== Infinity) last = span.hi
  return (last + 1 - origin) * pixelsPerDay
}

function marksOf(
  entries: readonly TimelineEntry[],
  source: string,
  geometry: AxisGeometry,
  lastEnd: number,
): AxisMark[] {
  const { loose, crowds } = sorted(entries, geometry)
  const marks = loose.map((entry) => markOfEntry(entry, geometry)).sort((a, b) => ascending(a.x0, b.x0))
  const { placed, left } = placeInRows(marks, { ...geometry, lastEnd })
  addToCrowds(left, crowds, geometry)
  // Counts have the first row to themselves.
  if (crowds.size) for (const mark of placed) mark.row += 1
  const clusters = [...crowds]
    .sort(([a], [b]) => a - b)
    .map(([bin, crowd], slot) => clusterOf({ bin, slot, source }, crowd, geometry))
  return [...placed, ...clusters].sort((a, b) => ascending(timeOf(a), timeOf(b)) || ascending(a.key, b.key))
}

/** Those that no row had room for join the crowd where their middle is. */
function addToCrowds(
  left: readonly EntryMark[],
  crowds: Map<number, TimelineEntry[]>,
  geometry: AxisGeometry,
): void {
  const added = grouped(left, ({ x0, x1 }) => binAt((x0 + x1) / 2, geometry))
  for (const [bin, marks] of added) {
    const crowd = [...(crowds.get(bin) ?? []), ...marks.map(({ entry }) => entry)]
    crowds.set(bin, crowd.sort(inOrderOfTime))
  }
}

const timeOf = (mark: AxisMark): number => entriesOf(mark)[0]?.span.lo ?? 0

/**
 * Of the entries within reach, those that are points too close together, by their bin, and the `loose` ones. Nothing is
 * made for an entry here: there can be tens of thousands of them at each step of a zoom.
 */
function sorted(
  entries: readonly TimelineEntry[],
  geometry: AxisGeometry,
): { loose: TimelineEntry[]; crowds: Map<number, TimelineEntry[]> } {
  const { origin, pixelsPerDay, left, right, maxRows } = geometry
  const loose: TimelineEntry[] = []
  const bins = new Map<number, TimelineEntry[]>()
  for (const entry of entries) {
    const begin = (entry.span.lo - origin) * pixelsPerDay
    const end = (entry.span.hi + 1 - origin) * pixelsPerDay
    if (begin > right) break
    if (end < left) continue
    if (end - begin >= narrowest) {
      loose.push(entry)
      continue
    }
    const bin = binAt((begin + end) / 2, geometry)
    const members = bins.get(bin)
    if (members) members.push(entry)
    else bins.set(bin, [entry])
  }
  for (const [bin, members] of bins) {
    if (members.length > maxRows) continue
    loose.push(...members)
    bins.delete(bin)
  }
  return { loose, crowds: bins }
}

function markOfEntry(entry: TimelineEntry, geometry: AxisGeometry): EntryMark {
  const { origin, pixelsPerDay, left, right } = geometry
  const begin = (entry.span.lo - origin) * pixelsPerDay
  const end = (entry.span.hi + 1 - origin) * pixelsPerDay
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
function binAt(x: number, { origin, pixelsPerDay }: AxisGeometry): number {
  return Math.floor((x + origin * pixelsPerDay) / binWidth)
}

function clusterOf(
  { bin, slot, source }: { bin: number; slot: number; source: string },
  entries: readonly TimelineEntry[],
  { origin, pixelsPerDay }: AxisGeometry,
): ClusterMark {
  const signX = (bin + 0.5) * binWidth - origin * pixelsPerDay
  return { kind: 'cluster', key: `cluster/${source}/${bin}`, slot, entries, signX, row: 0 }
}
