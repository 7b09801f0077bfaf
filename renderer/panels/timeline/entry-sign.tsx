import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import { differsPath, signOf } from '../../../shared/timeline/mark-signs.js'

interface EntrySignProps {
  entry: TimelineEntry
  /** Its middle. */
  x?: number
  y?: number
  isConflicting?: boolean
}

/** The sign of an entry within a drawing. */
export function EntrySign({ entry, x = 0, y = 0, isConflicting = false }: EntrySignProps) {
  const { path, strokes, tone } = signOf(entry)
  return (
    <g className={`timeline-sign ${tone} is-${entry.certainty}`} transform={`translate(${x} ${y})`}>
      <path className="shape" d={path} />
      {strokes && <path className="strokes" d={strokes} />}
      {isConflicting && <DiffersMark x={8} y={-8} />}
    </g>
  )
}

/** The same as a picture within a line of text; what it tells is said beside it. */
export function EntryIcon({
  entry,
  isConflicting = false,
}: {
  entry: TimelineEntry
  isConflicting?: boolean
}) {
  return (
    <svg className="timeline-icon" width="28" height="28" viewBox="-12 -14 28 28" aria-hidden>
      <EntrySign entry={entry} isConflicting={isConflicting} />
    </svg>
  )
}

/** Within a drawing: another passage on the same event excludes the date. */
export function DiffersMark({ x, y }: { x: number; y: number }) {
  return (
    <g className="timeline-conflict" transform={`translate(${x} ${y})`}>
      <circle r="5.5" />
      <path d={differsPath} />
    </g>
  )
}

/** The same within a line of text, which says it in words. */
export function DiffersIcon() {
  return (
    <svg className="timeline-differs-icon" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden>
      <DiffersMark x={0} y={0} />
    </svg>
  )
}
