import type { TimelineEntry } from './entry.js'
import { rivalOf, type ToldOrder } from './told-order.js'

/** One entry of a slope chart: its rows on the left (as told) and on the right (in time). */
export interface OrderRow {
  entry: TimelineEntry
  /** From 1, among all that the source tells, whether shown or not. */
  toldNumber: number
  timeNumber: number
  left: number
  right: number
  isReversal: boolean
}

/** A reversal, and what stands in order on the wrong side of it. */
export interface Reversal {
  row: OrderRow
  rival: TimelineEntry
}

/** The rows of a source's slope chart in the order told; with `onlyReversals` the reversals and what they are told against. */
export function orderRows(order: ToldOrder, onlyReversals: boolean): OrderRow[] {
  const wanted = onlyReversals ? withRivals(order) : null
  const shown = order.told.map((_, index) => index).filter((index) => !wanted || wanted.has(index))
  const right = new Map(
    shown
      .toSorted((a, b) => (order.rank[a] ?? 0) - (order.rank[b] ?? 0))
      .map((index, place) => [index, place]),
  )
  return shown.map((index, left) => ({
    entry: order.told[index] as TimelineEntry,
    toldNumber: index + 1,
    timeNumber: (order.rank[index] ?? 0) + 1,
    left,
    right: right.get(index) ?? 0,
    isReversal: !order.inOrder[index],
  }))
}

function withRivals(order: ToldOrder): Set<number> {
  const placeOf = new Map(order.told.map((entry, index) => [entry, index]))
  const wanted = new Set<number>()
  order.told.forEach((_, index) => {
    const rival = rivalOf(order, index)
    if (!rival) return
    wanted.add(index)
    wanted.add(placeOf.get(rival) ?? index)
  })
  return wanted
}

/** The first of the reversals, as many as are asked for. */
export function reversalsOf(order: ToldOrder, rows: readonly OrderRow[], most: number): Reversal[] {
  return rows
    .filter(({ isReversal }) => isReversal)
    .slice(0, most)
    .flatMap((row) => {
      const rival = rivalOf(order, row.toldNumber - 1)
      return rival ? { row, rival } : []
    })
}

/** What a slope chart shows, in a sentence. */
export function orderInWords({ told, reversals }: ToldOrder): string {
  if (told.length === 0) return 'Nothing has a date and a place in the text.'
  if (told.length === 1) return 'One dated passage: there is no order to compare.'
  if (reversals === 0) return `All ${told.length} dated passages are told in the order of time.`
  return `${reversals} of ${told.length} dated passages ${reversals === 1 ? 'is' : 'are'} told out of the order of time.`
}
