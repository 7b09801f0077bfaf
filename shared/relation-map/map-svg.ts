import { relationTypes, type RelationType } from '../domain/relation.js'
import { notJudged, shownVerdict, type CaseScale } from '../domain/case-scale.js'
import type { Verdict } from '../domain/verdict-scale.js'
import { element, type Svg } from '../timeline/svg/svg-markup.js'
import { tones } from '../timeline/svg/svg-page.js'
import { edgeStyles, sourceColours } from './edge-styles.js'
import { labelHeight, type MapLayout, type PlacedColumn, type PlacedEdge } from './map-layout.js'
import { headHeight, margin, nodeSize, type PlacedNode } from './place-nodes.js'

const paper = '#fdfcfa'
const ink = '#1f2124'
const muted = '#5c5f66'
const rule = '#dedad2'

const typeColours: Readonly<Record<RelationType, string>> = {
  contradicts: '#b3261e',
  'same-as': '#5c5f66',
  supports: '#1f7a3d',
  qualifies: '#a85f00',
  corrects: '#2f5fb3',
}

const ofSource = ['#2f5fb3', '#a85f00', '#1f7a3d', '#8a2b97', '#b04a12', '#0f7480', '#65657a', '#627a10']

const top = 58
const legendHeight = 44
const legendStep = 168

/** The map as a picture of its own, in the colours of the light theme. `title` is what it is of. */
export function mapSvg(layout: MapLayout, title: string, scale: CaseScale): string {
  const width = Math.max(layout.width, 2 * margin + relationTypes.length * legendStep)
  const height = layout.height + top + legendHeight
  const contents = [
    element('rect', { width, height, fill: paper }),
    element('text', { x: margin, y: 32, 'font-size': 18, 'font-weight': 650, fill: ink }, title),
    arrowHeads(),
    element(
      'g',
      { transform: `translate(0 ${top})` },
      layout.edges.map(edgeSvg),
      layout.columns.map(columnSvg),
      layout.nodes.map((node) => nodeSvg(node, layout.columns[node.column]!, scale)),
      layout.edges.map(labelSvg),
    ),
    legendSvg(top + layout.height + 14),
  ]
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': 'Inter, system-ui, sans-serif',
    'font-size': 12,
    role: 'img',
  }
  return element('svg', root, element('title', {}, title), contents).text
}

function arrowHeads(): Svg {
  const head = { viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 10, markerHeight: 10 }
  const markers = relationTypes.map(({ id }) =>
    element(
      'marker',
      { ...head, id: `map-arrow-${id}`, orient: 'auto-start-reverse', markerUnits: 'userSpaceOnUse' },
      element('path', { d: 'M0 0L8 4L0 8z', fill: typeColours[id] }),
    ),
  )
  return element('defs', {}, markers)
}

function edgeSvg({ path, type, arrow }: PlacedEdge): Svg {
  const { width, dashes } = edgeStyles[type]
  const head = `url(#map-arrow-${type})`
  return element('path', {
    d: path,
    fill: 'none',
    stroke: typeColours[type],
    'stroke-width': width,
    'stroke-dasharray': dashes,
    'stroke-linecap': type === 'same-as' ? 'round' : null,
    'marker-start': arrow === 'start' && head,
    'marker-end': arrow === 'end' && head,
  })
}

function labelSvg({ type, label: { x, y, sign, words, width } }: PlacedEdge): Svg {
  const fill = typeColours[type]
  return element(
    'g',
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    element('rect', {
      x: -width / 2,
      y: -labelHeight / 2,
      width,
      height: labelHeight,
      rx: labelHeight / 2,
      fill: paper,
      stroke: fill,
    }),
    element(
      'text',
      { y: 4, 'text-anchor': 'middle', 'font-size': 11, fill },
      words ? `${sign} ${words}` : sign,
    ),
  )
}

const colourOf = (column: PlacedColumn): string => ofSource[column.place % sourceColours]!

function columnSvg(column: PlacedColumn): Svg {
  const { x, title } = column
  return element(
    'g',
    {},
    element('rect', { x, y: margin, width: nodeSize.width, height: 4, rx: 2, fill: colourOf(column) }),
    element(
      'text',
      { x, y: margin + headHeight - 22, 'font-weight': 600, fill: ink },
      linesOf(title, 38, 1)[0]!,
    ),
  )
}

function nodeSvg({ x, y, number, quote, verdict }: PlacedNode, column: PlacedColumn, scale: CaseScale): Svg {
  const { width, height } = nodeSize
  const lines = linesOf(quote, 34, 2)
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('rect', { width, height, rx: 7, fill: '#ffffff', stroke: rule }),
    element('rect', { width: 5, height, rx: 2, fill: colourOf(column) }),
    element('text', { x: 14, y: 20, 'font-weight': 700, fill: ink }, String(number)),
    verdictSvg(verdict, scale),
    lines.map((line, index) =>
      element(
        'text',
        { x: 14, y: 39 + index * 17, fill: ink, 'font-family': 'Georgia, serif', 'font-size': 13 },
        line,
      ),
    ),
  )
}

function verdictSvg(verdict: Verdict | null, scale: CaseScale): Svg {
  const shown = verdict === null ? null : shownVerdict(scale, verdict)
  const [fill, line] = tones[`verdict-${shown?.colour ?? 'none'}`]!
  const words = `${shown?.sign ?? '·'} ${shown?.label ?? notJudged}`
  const width = 14 + words.length * 5.8
  const x = nodeSize.width - width - 10
  return element(
    'g',
    { transform: `translate(${x.toFixed(1)} 7)` },
    element('rect', { width, height: 17, rx: 4, fill, stroke: line }),
    element('text', { x: width / 2, y: 12.5, 'text-anchor': 'middle', 'font-size': 10.5, fill: ink }, words),
  )
}

function legendSvg(y: number): Svg {
  return element(
    'g',
    { transform: `translate(${margin} ${y})` },
    relationTypes.map(({ id, forth, sign }, index) => {
      const { width, dashes } = edgeStyles[id]
      const line = { x2: 34, y1: 8, y2: 8, stroke: typeColours[id], 'stroke-width': width }
      return element(
        'g',
        { transform: `translate(${index * legendStep} 0)` },
        element('line', { ...line, 'stroke-dasharray': dashes }),
        element('text', { x: 42, y: 12, fill: muted }, `${sign} ${forth}`),
      )
    }),
  )
}

/** A text in at most `most` lines of about `length` letters, cut with an ellipsis. */
export function linesOf(text: string, length: number, most: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line && line.length + word.length + 1 > length) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  const isCut = (line: string, index: number): boolean =>
    line.length > length || (index === most - 1 && lines.length > most)
  const cut = (line: string): string => `${line.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
  return lines.slice(0, most).map((line, index) => (isCut(line, index) ? cut(line) : line))
}
