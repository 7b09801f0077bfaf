import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import { differsPath, signOf } from '../../../shared/timeline/mark-signs.js'

/** The sign of an entry around (0, 0) of a drawing. */
export function EntrySign({
  entry,
  isConflicting = false,
}: {
  entry: TimelineEntry
  isConflicting?: boolean
}) {
  const { path, text, tone } = signOf(entry)
  return (
    <g className={`timeline-sign ${tone} is-${entry.certainty}`}>
      <path d={path} />
      {text && (
        <text className={text.length > 1 ? 'narrow' : undefined} y="0.5">
          {text}
        </text>
      )}
      {isConflicting && (
        <g className="timeline-conflict" transform="translate(8 -8)">
          <circle r="5.5" />
          <path d={differsPath} />
        </g>
      )}
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
    <svg className="timeline-icon" width="28" height="24" viewBox="-12 -12 28 24" aria-hidden>
      <EntrySign entry={entry} isConflicting={isConflicting} />
    </svg>
  )
}
