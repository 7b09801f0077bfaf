import type { AxisDomain } from '../axis-domain.js'
import { englishAxis, type AxisWords } from '../axis-words.js'
import { filteredEntries, filteredRows, nothingHidden, type TimelineFilter } from '../timeline-filter.js'
import type { TimelineModel } from '../timeline-model.js'
import { chosenOrder, ordersBySource } from '../told-order.js'
import { axisPage } from './axis-svg.js'
import { matrixPage } from './matrix-svg.js'
import { orderPage } from './order-svg.js'
import { type Page, svgPage } from './svg-page.js'

export interface TimelineSvgOptions {
  title: string
  part: 'axis' | 'order' | 'matrix'
  filter?: TimelineFilter
  /** The days to draw; null for all. */
  domain?: AxisDomain | null
  /** The source whose order is drawn; null for the one with the most reversals. */
  orderSource?: string | null
  /** Begins the ids inside the drawing, which must be told apart from those of other drawings on one page. */
  ids?: string
  /** What the axis says; in English when it is left out. The other parts are in English only. */
  words?: AxisWords
}

/**
 * A part of a timeline as an SVG document: a string of its own, with its styles inside and everything escaped, without
 * scripts and without references to anything outside it.
 */
export function timelineSvg(model: TimelineModel, options: TimelineSvgOptions): string {
  return svgPage(pageOf(model, options))
}

function pageOf(
  model: TimelineModel,
  {
    title,
    part,
    filter = nothingHidden,
    domain = null,
    orderSource = null,
    ids = 'stet-timeline',
    words = englishAxis,
  }: TimelineSvgOptions,
): Page {
  if (part === 'matrix') return matrixPage(model, filteredRows(model, filter), title)
  if (part === 'axis') return axisPage(model, filteredEntries(model, filter), { title, domain, ids, words })
  const entries = filteredEntries(model, { ...filter, onlyConflicts: false })
  const shown = chosenOrder(ordersBySource(model.sources, entries), orderSource)
  const empty = { id: '', title: 'No source', order: ordersOfNothing }
  return orderPage(model, shown ?? empty, { title, onlyReversals: filter.onlyConflicts })
}

const ordersOfNothing = {
  told: [],
  byTime: [],
  rank: new Int32Array(),
  inOrder: new Uint8Array(),
  reversals: 0,
}
