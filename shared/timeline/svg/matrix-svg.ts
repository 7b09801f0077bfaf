import type { TimelineEntry } from '../entry.js'
import { basisInWords, type EventRow, rowsInWords } from '../event-rows.js'
import { grouped } from '../grouping.js'
import { fittedLabel } from '../label-fit.js'
import { spanInWords } from '../../checks/extract/span-words.js'
import type { TimelineModel, TimelineSource } from '../timeline-model.js'
import { mostRows } from './order-svg.js'
import { element, type Svg } from './svg-markup.js'
import { type Page, pageMargin, pageTop, pageWidth } from './svg-page.js'

const lineHeight = 18
const rowRoom = 12
const headHeight = 30
const eventWidth = 340
const narrowestColumn = 190

/** What each source dates an event to, as a table. */
export function matrixPage(model: TimelineModel, rows: readonly EventRow[], title: string): Page {
  const used = new Set(rows.flatMap(({ entries }) => entries.map(({ source }) => source)))
  const sources = model.sources.filter(({ id }) => used.has(id))
  const width = Math.max(pageWidth, 2 * pageMargin + eventWidth + sources.length * narrowestColumn)
  const columnWidth = (width - 2 * pageMargin - eventWidth) / Math.max(1, sources.length)
  const drawing = [headSvg(sources, columnWidth)]
  let top = pageTop + headHeight
  for (const row of rows.slice(0, mostRows)) {
    const cells = sources.map(({ id }) => datesIn(row, id))
    const height = Math.max(2, ...cells.map((dates) => dates.length)) * lineHeight + rowRoom
    drawing.push(rowSvg(row, cells, { top, width, columnWidth }))
    top += height
  }
  const cut = rows.length > mostRows ? [`${rows.length - mostRows} more rows are not drawn.`] : []
  return {
    title,
    about: `Dates by source. ${rowsInWords(rows)}`,
    notes: ['≠: another passage on the same event excludes this date.', ...cut],
    width,
    height: top - pageTop,
    drawing,
  }
}

function headSvg(sources: readonly TimelineSource[], columnWidth: number): Svg {
  return element(
    'g',
    {},
    element('text', { class: 'strong', x: pageMargin, y: pageTop + 14 }, 'Event'),
    sources.map(({ title }, index) =>
      element(
        'text',
        { class: 'strong', x: pageMargin + eventWidth + index * columnWidth, y: pageTop + 14 },
        fittedLabel(title, columnWidth - 12),
      ),
    ),
  )
}

interface DateLine {
  words: string
  disagrees: boolean
}

/** The dates that a source gives in a row, each once. */
function datesIn({ entries, disagreeing }: EventRow, source: string): DateLine[] {
  const own = entries.filter((entry) => entry.source === source)
  const groups = [...grouped(own, ({ span }) => `${span.lo}/${span.hi}`).values()]
  return groups.map((group) => ({
    words: wordsOf(group),
    disagrees: group.some(({ id }) => disagreeing.has(id)),
  }))
}

function wordsOf(group: readonly TimelineEntry[]): string {
  const [first] = group
  const date = first ? spanInWords(first.span) : ''
  const isInferred = group.every(({ certainty }) => certainty === 'inferred')
  return [date, group.length > 1 && `×${group.length}`, isInferred && 'inferred'].filter(Boolean).join(' ')
}

function rowSvg(
  row: EventRow,
  cells: readonly DateLine[][],
  { top, width, columnWidth }: { top: number; width: number; columnWidth: number },
): Svg {
  const lineAt = (line: number): number => top + rowRoom / 2 + (line + 0.5) * lineHeight
  const told = row.entries.find(({ kind }) => kind === 'claim') ?? row.entries[0]
  const differs = row.disagreeing.size > 0
  return element(
    'g',
    {},
    element('line', { class: 'rule', x1: pageMargin, x2: width - pageMargin, y1: top, y2: top }),
    element(
      'text',
      { class: differs ? 'alarm' : 'muted', x: pageMargin, y: lineAt(0) },
      differs ? '≠ dates disagree' : basisInWords(row),
    ),
    element('text', { x: pageMargin, y: lineAt(1) }, fittedLabel(`“${told?.label ?? ''}”`, eventWidth - 16)),
    cells.map((dates, column) =>
      dates.map(({ words, disagrees }, line) =>
        element(
          'text',
          {
            class: disagrees ? 'alarm' : null,
            x: pageMargin + eventWidth + column * columnWidth,
            y: lineAt(line),
          },
          `${disagrees ? '≠ ' : ''}${words}`,
        ),
      ),
    ),
  )
}
