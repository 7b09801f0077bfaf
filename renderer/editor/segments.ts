import type { RangeIndex } from './ranges.js'

/** Ranges named on one segment at most; `depth` still counts them all. */
const namedRanges = 12

/** A stretch of text over which the same ranges lie. */
export interface Segment {
  start: number
  end: number
  /** How many ranges lie over it. */
  depth: number
  /** Places in the index, innermost (shortest) first, the newest of equally long ones first; the first twelve. */
  ranges: number[]
}

/** Cuts the ranges that touch [from, to) into segments, in order and without overlaps, clipped to [from, to). */
export function segmentsOf(index: RangeIndex, from: number, to: number): Segment[] {
  const touching = index.touching(from, to)
  const byEnd = touching.toSorted((one, other) => index.ends[one]! - index.ends[other]!)
  const open: number[] = []
  const segments: Segment[] = []
  let opened = 0
  let closed = 0
  let start = from
  while (closed < touching.length && start < to) {
    while (opened < touching.length && index.starts[touching[opened]!]! <= start)
      insert(index, open, touching[opened++]!)
    while (closed < touching.length && index.ends[byEnd[closed]!]! <= start)
      remove(index, open, byEnd[closed++]!)
    const nextStart = opened < touching.length ? index.starts[touching[opened]!]! : to
    const nextEnd = closed < touching.length ? index.ends[byEnd[closed]!]! : to
    const end = Math.min(nextStart, nextEnd, to)
    if (open.length) segments.push({ start, end, depth: open.length, ranges: open.slice(0, namedRanges) })
    start = end
  }
  return segments
}

/** The places of ranges in the order in which a reader means them: innermost first, then newest. */
export function innermostFirst(index: RangeIndex, places: readonly number[]): number[] {
  return places.toSorted((one, other) => compare(index, one, other))
}

function compare(index: RangeIndex, one: number, other: number): number {
  const length = index.ends[one]! - index.starts[one]!
  const otherLength = index.ends[other]! - index.starts[other]!
  return length - otherLength || index.entries[other]! - index.entries[one]!
}

function insert(index: RangeIndex, open: number[], place: number): void {
  open.splice(sortedPlace(index, open, place), 0, place)
}

function remove(index: RangeIndex, open: number[], place: number): void {
  open.splice(sortedPlace(index, open, place), 1)
}

function sortedPlace(index: RangeIndex, open: readonly number[], place: number): number {
  let low = 0
  let high = open.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(index, open[middle]!, place) < 0) low = middle + 1
    else high = middle
  }
  return low
}
