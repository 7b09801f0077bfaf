import { memo } from 'react'
import type { AxisMark, ClusterMark, EntryMark } from '../../../shared/timeline/axis-layout.js'
import { rowHeight } from '../../../shared/timeline/axis-layout.js'
import { countInWords, shortCount } from '../../../shared/timeline/cluster-words.js'
import { differsPath } from '../../../shared/timeline/mark-signs.js'
import { entryInWords } from '../../../shared/timeline/entry-words.js'
import { EntrySign } from './entry-sign.js'

interface MarkProps<M extends AxisMark> {
  mark: M
  /** The top of the mark's row. */
  y: number
  isTabbable: boolean
  conflicting: ReadonlySet<string>
}

/** An entry, or a count of some, on the axis; `data-mark` names it for the keyboard and the pointer. */
export const AxisMarkView = memo(function AxisMarkView({ mark, ...props }: MarkProps<AxisMark>) {
  return mark.kind === 'entry' ? (
    <EntryMarkView mark={mark} {...props} />
  ) : (
    <ClusterMarkView mark={mark} {...props} />
  )
})

function EntryMarkView({ mark, y, isTabbable, conflicting }: MarkProps<EntryMark>) {
  const { entry, isPoint, x0, x1, signX, label, labelX } = mark
  const isConflicting = conflicting.has(entry.id)
  const middle = y + rowHeight / 2
  return (
    <g
      className="timeline-mark"
      role="button"
      tabIndex={isTabbable ? 0 : -1}
      aria-label={entryInWords(entry, isConflicting)}
      data-mark={mark.key}
      data-entry={entry.id}
    >
      <rect className="timeline-hit" x={x0} y={y} width={Math.max(24, x1 - x0)} height={rowHeight} rx={5} />
      {!isPoint && <SpanBar mark={mark} y={middle - 8} />}
      {isPoint && entry.soft && (
        <rect
          className="timeline-halo"
          x={signX - 15}
          y={middle - 7}
          width={30}
          height={14}
          mask="url(#timeline-soft)"
        />
      )}
      <g transform={`translate(${signX} ${middle})`}>
        <EntrySign entry={entry} isConflicting={isConflicting} />
      </g>
      {label && (
        <text className="timeline-label" x={labelX} y={middle}>
          {label}
        </text>
      )}
    </g>
  )
}

/** The days that an entry may mean: with soft ends where they are not sure, open ones faded out, inferred ones hatched. */
function SpanBar({ mark, y }: { mark: EntryMark; y: number }) {
  const { entry, x0, x1, opensLeft, opensRight } = mark
  const ends = entry.soft ? 'soft' : [opensLeft && 'left', opensRight && 'right'].filter(Boolean).join('-')
  const shape = { x: x0, y, width: x1 - x0, height: 16, rx: 4 }
  return (
    <g
      className={`timeline-span is-${entry.certainty} of-${entry.kind}`}
      {...(ends && { mask: `url(#timeline-${ends})` })}
    >
      <rect className="fill" {...shape} />
      {entry.certainty === 'inferred' && <rect className="hatch" {...shape} />}
    </g>
  )
}

function ClusterMarkView({ mark, y, isTabbable, conflicting }: MarkProps<ClusterMark>) {
  const { entries, signX } = mark
  const hasConflict = entries.some(({ id }) => conflicting.has(id))
  return (
    <g
      className={
        hasConflict ? 'timeline-mark timeline-cluster has-conflict' : 'timeline-mark timeline-cluster'
      }
      role="button"
      tabIndex={isTabbable ? 0 : -1}
      aria-label={countInWords(entries, hasConflict)}
      data-mark={mark.key}
      data-entry={entries[0]?.id}
      transform={`translate(${signX} ${y + rowHeight / 2})`}
    >
      <rect className="timeline-hit" x={-16} y={-13} width={32} height={26} rx={5} />
      <rect className="timeline-count" x={-15} y={-10} width={30} height={20} rx={10} />
      <text y="0.5">{shortCount(entries.length)}</text>
      {hasConflict && (
        <g className="timeline-conflict" transform="translate(12 -9)">
          <circle r="5.5" />
          <path d={differsPath} />
        </g>
      )}
    </g>
  )
}
