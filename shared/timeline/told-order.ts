import { ascending, isApart, type TimelineEntry } from './entry.js'
import { grouped } from './grouping.js'
import { longestInOrder } from './longest-order.js'
import type { TimelineSource } from './timeline-model.js'

/** What one source tells, in its order and in the order of time. */
export interface ToldOrder {
  /** In the order of the text. */
  told: readonly TimelineEntry[]
  /** The same in the order of time; what overlaps stays in the order of the text. */
  byTime: readonly TimelineEntry[]
  /** For each that is told, its place in `byTime`. */
  rank: Int32Array
  /** 1 for each that is told in the order of time, 0 for each that is not: a reversal. */
  inOrder: Uint8Array
  reversals: number
}

/** The order of the entries of one source. Passages with several entries of one date count once, claims before findings. */
export function toldOrder(entries: readonly TimelineEntry[]): ToldOrder {
  const told = withoutRepeats(entries)
  const inOrder = longestInOrder(told.map(({ span }) => span))
  const points = pointsInTime(told, inOrder)
  const order = told
    .map((_, index) => index)
    .sort((a, b) => ascending(points[a] ?? 0, points[b] ?? 0) || a - b)
  const rank = new Int32Array(told.length)
  order.forEach((index, place) => {
    rank[index] = place
  })
  const byTime = order.map((index) => told[index] as TimelineEntry)
  return { told, byTime, rank, inOrder, reversals: inOrder.reduce((sum, is) => sum - is, told.length) }
}

/**
 * A day of each span to sort by. Those in order get the latest first day told so far, which lies in each of their spans:
 * so they stay in the order of the text, and whatever lies wholly before another is sorted before it.
 */
function pointsInTime(told: readonly TimelineEntry[], inOrder: Uint8Array): Float64Array {
  let latest = -Infinity
  return Float64Array.from(told, ({ span }, index) => {
    if (!inOrder[index]) return span.lo
    latest = Math.max(latest, span.lo)
    return latest
  })
}

const firstKinds = ['claim', 'finding', 'date']

function withoutRepeats(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const seen = new Set<string>()
  return entries
    .filter(({ told }) => told !== null)
    .sort(
      (a, b) =>
        a.passage.start - b.passage.start ||
        firstKinds.indexOf(a.kind) - firstKinds.indexOf(b.kind) ||
        a.passage.end - b.passage.end ||
        ascending(a.id, b.id),
    )
    .filter(({ passage, span }) => {
      const key = `${passage.start}/${passage.end}/${span.lo}/${span.hi}`
      return !seen.has(key) && seen.add(key)
    })
}

/** An entry that stands in the order of time and that a reversal lies on the wrong side of: the one told nearest to it. */
export function rivalOf({ told, inOrder }: ToldOrder, index: number): TimelineEntry | null {
  const entry = told[index]
  if (!entry || inOrder[index]) return null
  const isRival = (at: number): boolean => {
    const other = told[at]
    if (!other || !inOrder[at] || !isApart(other.span, entry.span)) return false
    return at < index ? entry.span.hi < other.span.lo : other.span.hi < entry.span.lo
  }
  for (let away = 1; away < told.length; away++) {
    if (isRival(index - away)) return told[index - away] ?? null
    if (isRival(index + away)) return told[index + away] ?? null
  }
  return null
}

/** The order of one source of a timeline. */
export interface SourceOrder {
  id: string
  title: string
  order: ToldOrder
}

/** The orders of the sources that tell of anything with a date, in the order of the case. */
export function ordersBySource(
  sources: readonly TimelineSource[],
  entries: readonly TimelineEntry[],
): SourceOrder[] {
  const bySource = grouped(entries, ({ source }) => source)
  return sources.flatMap(({ id, title }) => {
    const order = toldOrder(bySource.get(id) ?? [])
    return order.told.length ? { id, title, order } : []
  })
}

/** The chosen order, or that with the most reversals; undefined when there is none at all. */
export function chosenOrder(orders: readonly SourceOrder[], id: string | null): SourceOrder | undefined {
  const most = Math.max(...orders.map(({ order }) => order.reversals))
  return orders.find((one) => one.id === id) ?? orders.find(({ order }) => order.reversals === most)
}
