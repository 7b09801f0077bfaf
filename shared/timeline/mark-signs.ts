import { verdicts } from '../domain/verdicts.js'
import type { TimelineEntry } from './entry.js'

/** The small sign of an entry: its kind by shape, its verdict or severity by shape or letter, and both by colour too. */
export interface MarkSign {
  /** SVG path data around (0, 0), within 8 CSS pixels of it. */
  path: string
  /** What stands in the shape; empty for findings and dates. */
  text: string
  /** Names the colours: `verdict-<id>`, `verdict-none`, `severity-<id>` or `plain-date`. */
  tone: string
}

const shapes = {
  square: 'M-5-8H5A3 3 0 0 1 8-5V5A3 3 0 0 1 5 8H-5A3 3 0 0 1-8 5V-5A3 3 0 0 1-5-8Z',
  error: 'M0-7.5L7.5 0L0 7.5L-7.5 0Z',
  likely: 'M0-7L7.5 6H-7.5Z',
  check: 'M-6 0A6 6 0 1 0 6 0A6 6 0 1 0-6 0Z',
  date: 'M-4 0A4 4 0 1 0 4 0A4 4 0 1 0-4 0Z',
} as const

/** The path of ≠ around (0, 0), to be drawn in a disc of 5.5 CSS pixels: too small for the sign of a font. */
export const differsPath = 'M-2.8-1.3H2.8M-2.8 1.3H2.8M1.7-3.4L-1.7 3.4'

export function signOf({ kind, verdict, severity }: TimelineEntry): MarkSign {
  if (kind === 'finding') {
    const grade = severity ?? 'check'
    return { path: shapes[grade], text: '', tone: `severity-${grade}` }
  }
  if (kind === 'date') return { path: shapes.date, text: '', tone: 'plain-date' }
  const sign = verdicts.find(({ id }) => id === verdict)?.sign ?? '·'
  return { path: shapes.square, text: sign, tone: `verdict-${verdict ?? 'none'}` }
}
