import type { VerdictSign } from '../domain/verdict-scale.js'
import type { TimelineEntry } from './entry.js'

/** The small sign of an entry: its kind by shape, its verdict or severity by strokes or shape, and both by colour too. */
export interface MarkSign {
  /** SVG path data around (0, 0), within 8 CSS pixels of it. */
  path: string
  /** The strokes within the shape, as path data; empty for findings and dates. */
  strokes: string
  /** Names the colours: `verdict-<colour>`, `verdict-none`, `severity-<id>` or `plain-date`. */
  tone: string
}

const shapes = {
  square: 'M-5-8H5A3 3 0 0 1 8-5V5A3 3 0 0 1 5 8H-5A3 3 0 0 1-8 5V-5A3 3 0 0 1-5-8Z',
  error: 'M0-7.5L7.5 0L0 7.5L-7.5 0Z',
  likely: 'M0-7L7.5 6H-7.5Z',
  check: 'M-6 0A6 6 0 1 0 6 0A6 6 0 1 0-6 0Z',
  date: 'M-4 0A4 4 0 1 0 4 0A4 4 0 1 0-4 0Z',
} as const

const noVerdict = 'M-.6 0H.6'

/** The signs of the verdicts as strokes: the same on every machine, and many of them drawn fast. */
const strokesOf: Readonly<Record<VerdictSign, string>> = {
  '✓': 'M-4 .2L-1.2 3.2L4-3.4',
  '✓*': 'M-5.4 1.2L-3 3.8L1.4-2.4M4.2-4.9V-1.5M2.5-3.2H5.9',
  '≠': 'M-4-1.8H4M-4 1.8H4M2.4-4.6L-2.4 4.6',
  '✗': 'M-3.4-3.4L3.4 3.4M3.4-3.4L-3.4 3.4',
  '#': 'M-1-4.4L-2.6 4.4M2.6-4.4L1 4.4M-4-1.6H4.4M-4.4 1.6H4',
  '∅': 'M-3.6 0A3.6 3.6 0 1 0 3.6 0A3.6 3.6 0 1 0-3.6 0M3.8-4.4L-3.8 4.4',
  '?': 'M-2.6-2.2A2.6 2.6 0 1 1 .9.1Q0 .6 0 1.8M0 4.3V4.5',
  '–': 'M-3.6 0H3.6',
  '!': 'M0-4.6V1.4M0 4.2V4.4',
  '+': 'M-3.8 0H3.8M0-3.8V3.8',
  '±': 'M-3.6-1.4H3.6M0-5V2.2M-3.6 4.4H3.6',
  '~': 'M-4 .8Q-2-2.2 0 0T4-.8',
  '=': 'M-3.8-1.8H3.8M-3.8 1.8H3.8',
  '½': 'M-4.6-3.4L-3.4-4.6V-.4M3.8-4.6L-3.8 4.6M1.4 1.6Q2.8 0 4 1.2Q4.6 2.2 1.4 4.6H4.6',
}

/** The strokes of ≠, to be drawn in a disc of 5.5 CSS pixels. */
export const differsPath = 'M-2.8-1.3H2.8M-2.8 1.3H2.8M1.7-3.4L-1.7 3.4'

export function signOf({ kind, verdict, severity }: TimelineEntry): MarkSign {
  if (kind === 'finding') {
    const grade = severity ?? 'check'
    return { path: shapes[grade], strokes: '', tone: `severity-${grade}` }
  }
  if (kind === 'date') return { path: shapes.date, strokes: '', tone: 'plain-date' }
  if (verdict === null) return { path: shapes.square, strokes: noVerdict, tone: 'verdict-none' }
  const strokes = strokesOf[verdict.sign as VerdictSign] ?? noVerdict
  return { path: shapes.square, strokes, tone: `verdict-${verdict.colour}` }
}
