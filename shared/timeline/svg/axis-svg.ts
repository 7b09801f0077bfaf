import { type AxisDomain, axisTicks, fittingDomain } from '../axis-domain.js'
import {
  type AxisMark,
  type ClusterMark,
  type EntryMark,
  type Lane,
  laneTitleHeight,
  layoutAxis,
  rowHeight,
} from '../axis-layout.js'
import { countInWords, shortCount } from '../cluster-words.js'
import type { TimelineEntry } from '../entry.js'
import { entryInWords } from '../entry-words.js'
import { grouped } from '../grouping.js'
import { spanFades } from '../span-fades.js'
import { spanInWords } from '../span-words.js'
import type { TimelineModel } from '../timeline-model.js'
import { conflictSvg, signSvg } from './sign-svg.js'
import { element, type Svg } from './svg-markup.js'
import { alarm, type Page, pageMargin, pageTop, pageWidth } from './svg-page.js'

const tickHeight = 26
const inner = pageWidth - 2 * pageMargin

/** The axis of time with a lane for each source. `ids` begins the names of what is referred to inside the drawing. */
export function axisPage(
  model: TimelineModel,
  entries: readonly TimelineEntry[],
  { title, domain, ids }: { title: string; domain: AxisDomain | null; ids: string },
): Page {
  const shown = domain ?? fittingDomain(entries, inner)
  const pixelsPerDay = inner / (shown.hi - shown.lo)
  const { lanes, height } = layoutAxis(
    grouped(entries, ({ source }) => source),
    model.sources,
    {
      origin: shown.lo,
      pixelsPerDay,
      left: 0,
      right: inner,
      maxRows: 12,
    },
  )
  const ticks = axisTicks(shown, inner).map(({ day, label, isYear }) => ({
    x: pageMargin + (day - shown.lo) * pixelsPerDay,
    label,
    isYear,
  }))
  const bottom = pageTop + tickHeight + height
  return {
    title,
    about: `Timeline by source, ${spanInWords({ lo: Math.round(shown.lo), hi: Math.round(shown.hi) - 1 })}: ${entries.length} entries`,
    notes: legend,
    width: pageWidth,
    height: tickHeight + height,
    drawing: [
      definitions(ids),
      ...ticks.map(({ x, isYear }) =>
        element('line', {
          class: 'rule',
          x1: x,
          x2: x,
          y1: pageTop + tickHeight,
          y2: bottom,
          'stroke-dasharray': isYear ? null : '1 3',
        }),
      ),
      ...ticks.map(({ x, label, isYear }) =>
        element('text', { class: isYear ? 'strong' : 'muted', x: x + 4, y: pageTop + 12 }, label),
      ),
      ...lanes.map((lane) => laneSvg(lane, model.conflicting, ids)),
    ],
  }
}

const legend = [
  'Square: claim, with the sign of its verdict. Diamond, triangle, disc: finding, from error to worth a look. Ring: date in the text. Number: so many entries close together.',
  'Full outline: stated. Dashed, hatched: inferred. Dotted, soft ends: uncertain. ≠: another passage on the same event excludes this date.',
]

function laneSvg({ title, count, top, marks }: Lane, conflicting: ReadonlySet<string>, ids: string): Svg {
  const y = pageTop + tickHeight + top
  return element(
    'g',
    {},
    element('line', { class: 'rule', x1: pageMargin, x2: pageWidth - pageMargin, y1: y, y2: y }),
    element('text', { class: 'strong', x: pageMargin, y: y + 13 }, `${title} (${count})`),
    marks.map((mark) => markSvg(mark, y + laneTitleHeight + mark.row * rowHeight, conflicting, ids)),
  )
}

function markSvg(mark: AxisMark, y: number, conflicting: ReadonlySet<string>, ids: string): Svg {
  return mark.kind === 'entry'
    ? entrySvg(mark, y, conflicting.has(mark.entry.id), ids)
    : clusterSvg(mark, y, conflicting)
}

function entrySvg(mark: EntryMark, y: number, isConflicting: boolean, ids: string): Svg {
  const { entry, isPoint, signX, label, labelX } = mark
  const middle = y + rowHeight / 2
  return element(
    'g',
    {},
    element('title', {}, entryInWords(entry, isConflicting)),
    !isPoint && spanSvg(mark, middle, ids),
    signSvg(entry, pageMargin + signX, middle, isConflicting),
    label !== '' && element('text', { x: pageMargin + labelX, y: middle }, label),
  )
}

function spanSvg({ entry, x0, x1, opensLeft, opensRight }: EntryMark, middle: number, ids: string): Svg {
  const shape = { x: pageMargin + x0, y: middle - 8, width: x1 - x0, height: 16, rx: 4 }
  const ends = entry.soft ? 'soft' : [opensLeft && 'left', opensRight && 'right'].filter(Boolean).join('-')
  return element(
    'g',
    { mask: ends && `url(#${ids}-${ends})` },
    element('rect', {
      ...shape,
      fill: '#e3e9f4',
      stroke: '#8da2cb',
      'stroke-dasharray': entry.certainty === 'inferred' ? '4 3' : null,
    }),
    entry.certainty === 'inferred' && element('rect', { ...shape, fill: `url(#${ids}-hatch)` }),
  )
}

function clusterSvg({ entries, signX }: ClusterMark, y: number, conflicting: ReadonlySet<string>): Svg {
  const hasConflict = entries.some(({ id }) => conflicting.has(id))
  return element(
    'g',
    { transform: `translate(${Math.round(pageMargin + signX)} ${y + rowHeight / 2})` },
    element('title', {}, countInWords(entries, hasConflict)),
    element('rect', {
      x: -15,
      y: -10,
      width: 30,
      height: 20,
      rx: 10,
      fill: '#ffffff',
      stroke: hasConflict ? alarm : '#8b857a',
    }),
    element('text', { class: 'centred', y: 0.5 }, shortCount(entries.length)),
    hasConflict && conflictSvg(12, -9),
  )
}

function definitions(ids: string): Svg {
  return element(
    'defs',
    {},
    element(
      'pattern',
      {
        id: `${ids}-hatch`,
        width: 6,
        height: 6,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      element('line', { x1: 1, x2: 1, y2: 6, stroke: '#5c5f66', 'stroke-opacity': 0.5 }),
    ),
    spanFades.map(({ name, stops }) => [
      element(
        'linearGradient',
        { id: `${ids}-${name}-stops` },
        stops.map(([at, opacity]) =>
          element('stop', { offset: at, 'stop-color': '#ffffff', 'stop-opacity': opacity }),
        ),
      ),
      element(
        'mask',
        { id: `${ids}-${name}`, maskContentUnits: 'objectBoundingBox' },
        element('rect', { width: 1, height: 1, fill: `url(#${ids}-${name}-stops)` }),
      ),
    ]),
  )
}
