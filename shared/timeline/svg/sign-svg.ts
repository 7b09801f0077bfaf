import type { TimelineEntry } from '../entry.js'
import { differsPath, signOf } from '../mark-signs.js'
import { element, type Svg } from './svg-markup.js'
import { alarm, tones } from './svg-page.js'

const dashes = { stated: null, inferred: '3 2', uncertain: '1 2' } as const

/** The sign of an entry around a point. */
export function signSvg(entry: TimelineEntry, x: number, y: number, isConflicting: boolean): Svg {
  const { path, strokes, tone } = signOf(entry)
  const [fill, line] = tones[tone] ?? ['#ffffff', '#000000']
  const isHollow = entry.kind === 'finding' && entry.certainty === 'inferred'
  return element(
    'g',
    { transform: `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})` },
    element('path', {
      d: path,
      fill,
      'fill-opacity': isHollow ? 0.25 : null,
      stroke: line,
      'stroke-width': 1.5,
      'stroke-dasharray': dashes[entry.certainty],
    }),
    strokes !== '' &&
      element('path', {
        d: strokes,
        fill: 'none',
        stroke: '#1f2124',
        'stroke-width': 1.6,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      }),
    isConflicting && conflictSvg(8, -8),
  )
}

/** The sign of a date that another passage on the same event excludes. */
export function conflictSvg(x: number, y: number): Svg {
  return element(
    'g',
    { transform: `translate(${x} ${y})` },
    element('circle', { r: 5.5, fill: alarm }),
    element('path', { d: differsPath, stroke: '#ffffff', 'stroke-width': 1.3 }),
  )
}
