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
import type { AxisWords } from '../axis-words.js'
import { shortCount } from '../cluster-words.js'
import type { TimelineEntry } from '../entry.js'
import { grouped } from '../grouping.js'
import { spanFades } from '../span-fades.js'
import { spanInWords } from '../../checks/extract/span-words.js'
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
  { title, domain, ids, words }: { title: string; domain: AxisDomain | null; ids: string; words: AxisWords },
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
  const ticks = axisTicks(shown, inner, words.calendar).map(({ day, label, isYear }) => ({
    x: pageMargin + (day - shown.lo) * pixelsPerDay,
    label,
    isYear,
  }))
  const bottom = pageTop + tickHeight + height
  const days = { lo: Math.round(shown.lo), hi: Math.round(shown.hi) - 1 }
  const drawn = { conflicting: model.conflicting, ids, words }
  return {
    title,
    about: words.about(spanInWords(days, words.calendar), entries.length),
    notes: words.legend,
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
      ...lanes.map((lane) => laneSvg(lane, drawn)),
    ],
  }
}

interface Drawn {
  conflicting: ReadonlySet<string>
  ids: string
  words: AxisWords
}

function laneSvg({ title, count, top, marks }: Lane, drawn: Drawn): Svg {
  const y = pageTop + tickHeight + top
  return element(
    'g',
    {},
    element('line', { class: 'rule', x1: pageMargin, x2: pageWidth - pageMargin, y1: y, y2: y }),
    element('text', { class: 'strong', x: pageMargin, y: y + 13 }, `${title} (${count})`),
    marks.map((mark) => markSvg(mark, y + laneTitleHeight + mark.row * rowHeight, drawn)),
  )
}

function markSvg(mark: AxisMark, y: number, drawn: Drawn): Svg {
  return mark.kind === 'entry' ? entrySvg(mark, y, drawn) : clusterSvg(mark, y, drawn)
}

function entrySvg(mark: EntryMark, y: number, { conflicting, ids, words }: Drawn): Svg {
  const { entry, isPoint, signX, label, labelX } = mark
  const middle = y + rowHeight / 2
  const isConflicting = conflicting.has(entry.id)
  return element(
    'g',
    {},
    element('title', {}, words.entry(entry, isConflicting)),
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

function clusterSvg({ entries, signX }: ClusterMark, y: number, { conflicting, words }: Drawn): Svg {
  const hasConflict = entries.some(({ id }) => conflicting.has(id))
  return element(
    'g',
    { transform: `translate(${Math.round(pageMargin + signX)} ${y + rowHeight / 2})` },
    element('title', {}, words.count(entries, hasConflict)),
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
