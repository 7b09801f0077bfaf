import { element, Svg } from './svg-markup.js'

export const pageWidth = 1400
export const pageMargin = 28
/** Where a page's drawing begins, under its title and the line that says what it shows. */
export const pageTop = 84

const white = '#fdfcf9'
const ink = '#1f2124'
const muted = '#5c5f66'
const rule = '#dedad2'
export const alarm = '#a3271f'

/** The fill and line of each tone of a sign (see `signOf`), as the window has them in its light theme. */
export const tones: Readonly<Record<string, readonly [fill: string, line: string]>> = {
  'verdict-none': ['#eceae3', '#8b867b'],
  'verdict-green': ['#dbf0df', '#1f7a3d'],
  'verdict-olive': ['#e9f0cf', '#627a10'],
  'verdict-amber': ['#fdeaca', '#a85f00'],
  'verdict-red': ['#fbdcd8', '#b3261e'],
  'verdict-purple': ['#f3def5', '#8a2b97'],
  'verdict-orange': ['#fde3d3', '#b04a12'],
  'verdict-blue': ['#dde8fa', '#2f5fb3'],
  'verdict-grey': ['#e9e9ee', '#65657a'],
  'verdict-teal': ['#d8eeec', '#0f766e'],
  'severity-error': ['#b3261e', '#b3261e'],
  'severity-likely': ['#a85f00', '#a85f00'],
  'severity-check': ['#2f5fb3', '#2f5fb3'],
  'plain-date': [white, muted],
}

/** Rules reach no further than drawings of this kind, as a page may hold several and text of its own. */
export const timelineRules: string = [
  `.stet-timeline{background:${white}}`,
  `.stet-timeline text{font:12px system-ui,"Segoe UI",Helvetica,Arial,sans-serif;fill:${ink};dominant-baseline:central}`,
  `.stet-timeline .title{font-size:19px;font-weight:650}`,
  `.stet-timeline .muted{fill:${muted}}`,
  `.stet-timeline .strong{font-weight:650}`,
  `.stet-timeline .alarm{fill:${alarm};font-weight:650}`,
  `.stet-timeline .centred{text-anchor:middle}`,
  `.stet-timeline .rule{stroke:${rule}}`,
].join('')

export interface Page {
  title: string
  /** What is shown, in a sentence. */
  about: string
  /** Below the drawing: what the signs mean, and what was left out. */
  notes: readonly string[]
  width: number
  /** The height of the drawing, which starts at `pageTop`. */
  height: number
  drawing: readonly Svg[]
}

/** A whole SVG document that needs nothing from elsewhere: no script, no font, no picture, no link. */
export function svgPage({ title, about, notes, width, height, drawing }: Page): string {
  const bottom = pageTop + height + 24
  const total = bottom + notes.length * 18 + 12
  const page = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'stet-timeline',
      width,
      height: total,
      viewBox: `0 0 ${width} ${Math.round(total)}`,
      role: 'img',
      'aria-label': `${title}. ${about}`,
    },
    element('title', {}, title),
    element('desc', {}, about),
    element('style', {}, new Svg(timelineRules)),
    element('rect', { width, height: total, fill: white }),
    element('text', { class: 'title', x: pageMargin, y: 34 }, title),
    element('text', { class: 'muted', x: pageMargin, y: 60 }, about),
    drawing,
    notes.map((note, index) =>
      element('text', { class: 'muted', x: pageMargin, y: bottom + index * 18 }, note),
    ),
  )
  return `${page.text}\n`
}
