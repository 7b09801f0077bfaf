import { dateOfEntry, entryInWords } from '../entry-words.js'
import { fittedLabel } from '../label-fit.js'
import { orderInWords, type OrderRow, orderRows } from '../order-rows.js'
import { spanInWords } from '../../checks/extract/span-words.js'
import type { TimelineModel } from '../timeline-model.js'
import type { SourceOrder } from '../told-order.js'
import { signSvg } from './sign-svg.js'
import { element, type Svg } from './svg-markup.js'
import { alarm, type Page, pageMargin, pageTop, pageWidth } from './svg-page.js'

const rowHeight = 26
const headHeight = 30
const lines = { left: 620, right: 860 }

/** The most rows of a drawing that can still be read and printed. */
export const mostRows = 400

/** A slope chart: on the left as told, on the right in the order of time, reversals heavy. */
export function orderPage(
  model: TimelineModel,
  { title: source, order }: SourceOrder,
  { title, onlyReversals }: { title: string; onlyReversals: boolean },
): Page {
  const isLong = order.told.length > mostRows
  const all = orderRows(order, onlyReversals || isLong)
  const rows = all.filter(({ left, right }) => left < mostRows && right < mostRows)
  const height = headHeight + Math.min(all.length, mostRows) * rowHeight
  const cut = [
    isLong &&
      !onlyReversals &&
      'Of so many passages only those told out of order, and what they are told against, are drawn.',
    rows.length < all.length && `${all.length - rows.length} more are not drawn.`,
  ]
  return {
    title,
    about: `${source}: order told against order of time. ${orderInWords(order)}`,
    notes: ['Heavy line, ⇅: told out of the order of time.', ...cut.filter((note) => note !== false)],
    width: pageWidth,
    height,
    drawing: [
      element('text', { class: 'muted', x: pageMargin, y: pageTop + 12 }, 'As told'),
      element('text', { class: 'muted', x: lines.right + 8, y: pageTop + 12 }, 'In the order of time'),
      ...rows.filter(({ isReversal }) => !isReversal).map(lineSvg),
      ...rows.filter(({ isReversal }) => isReversal).map(lineSvg),
      ...rows.map((row) => rowSvg(row, model.conflicting.has(row.entry.id))),
    ],
  }
}

const middleOf = (row: number): number => pageTop + headHeight + (row + 0.5) * rowHeight

function lineSvg({ left, right, isReversal }: OrderRow): Svg {
  return element('line', {
    x1: lines.left,
    y1: middleOf(left),
    x2: lines.right,
    y2: middleOf(right),
    stroke: isReversal ? alarm : '#8b857a',
    'stroke-width': isReversal ? 2.5 : 1,
  })
}

function rowSvg(
  { entry, toldNumber, timeNumber, left, right, isReversal }: OrderRow,
  isConflicting: boolean,
): Svg {
  const strong = isReversal ? 'strong' : null
  return element(
    'g',
    {},
    element('title', {}, entryInWords(entry, isConflicting)),
    element('text', { class: 'muted', x: pageMargin, y: middleOf(left) }, String(toldNumber)),
    signSvg(entry, pageMargin + 46, middleOf(left), isConflicting),
    element('text', { class: strong, x: pageMargin + 66, y: middleOf(left) }, fittedLabel(entry.label, 480)),
    isReversal && element('text', { class: 'alarm', x: lines.left - 18, y: middleOf(left) }, '⇅'),
    element('text', { class: 'muted', x: lines.right + 8, y: middleOf(right) }, String(timeNumber)),
    element(
      'text',
      { class: isReversal ? 'alarm' : null, x: lines.right + 46, y: middleOf(right) },
      entry.certainty === 'stated' ? spanInWords(entry.span) : dateOfEntry(entry),
    ),
  )
}
