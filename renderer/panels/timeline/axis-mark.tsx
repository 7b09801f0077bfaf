import { memo } from 'react'
import type { AxisMark, ClusterMark, EntryMark } from '../../../shared/timeline/axis-layout.js'
import { rowHeight } from '../../../shared/timeline/axis-layout.js'
import { countInWords, shortCount } from '../../../shared/timeline/cluster-words.js'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import { entryInWords } from '../../../shared/timeline/entry-words.js'
import { fittedLabel } from '../../../shared/timeline/label-fit.js'
import { signRoom } from '../../../shared/timeline/lane-rows.js'
import { DiffersMark, EntrySign } from './entry-sign.js'

interface MarkProps<M extends AxisMark> {
  mark: M
  /** The top of the mark's row. */
  y: number
  /** Where the view begins, in x, when that is within the mark's span; else null. */
  viewLeft: number | null
  isTabbable: boolean
  conflicting: ReadonlySet<string>
}

/**
 * An entry, or a count of some, on the axis; `data-entry` names it for the keyboard and the pointer. What a mark looks
 * like stands apart from where it is, so that a step of a zoom moves most marks without drawing them anew.
 */
export const AxisMarkView = memo(function AxisMarkView({ mark, ...props }: MarkProps<AxisMark>) {
  return mark.kind === 'entry' ? (
    <EntryMarkView mark={mark} {...props} />
  ) : (
    <ClusterMarkView mark={mark} {...props} />
  )
})

function EntryMarkView({ mark, y, viewLeft, isTabbable, conflicting }: MarkProps<EntryMark>) {
  const { entry, isPoint, x0, x1 } = mark
  const { signX, label, labelX } = viewLeft === null ? mark : heldInView(mark, viewLeft)
  return (
    <g transform={`translate(${x0} ${y})`}>
      <EntryBody
        entry={entry}
        width={isPoint ? null : x1 - x0}
        opens={[mark.opensLeft && 'left', mark.opensRight && 'right'].filter(Boolean).join('-')}
        signAt={Math.round(signX - x0)}
        label={label}
        labelAt={Math.round(labelX - x0)}
        isTabbable={isTabbable}
        isConflicting={conflicting.has(entry.id)}
      />
    </g>
  )
}

/** The sign and the label of a span that began before the view: at the view's edge, as far as the span goes on. */
function heldInView(mark: EntryMark, viewLeft: number): Pick<EntryMark, 'signX' | 'label' | 'labelX'> {
  const isWithin = mark.labelX < mark.x1
  const labelX = isWithin ? viewLeft + signRoom : mark.labelX
  const label = isWithin ? fittedLabel(mark.text, mark.x1 - labelX) : mark.label
  return { signX: viewLeft + signRoom / 2, label, labelX }
}

interface EntryBodyProps {
  entry: TimelineEntry
  /** The length of its span in CSS pixels; null for a point. */
  width: number | null
  /** The ends that are open. */
  opens: string
  signAt: number
  label: string
  labelAt: number
  isTabbable: boolean
  isConflicting: boolean
}

const pointWidth = 24
const middle = rowHeight / 2

const EntryBody = memo(function EntryBody(props: EntryBodyProps) {
  const { entry, width, opens, signAt, label, labelAt, isTabbable, isConflicting } = props
  return (
    <g
      className="timeline-mark"
      role="button"
      tabIndex={isTabbable ? 0 : -1}
      aria-label={entryInWords(entry, isConflicting)}
      data-entry={entry.id}
    >
      <rect className="timeline-hit" width={width ?? pointWidth} height={rowHeight} rx={5} />
      {width !== null && <SpanBar entry={entry} width={width} ends={entry.soft ? 'soft' : opens} />}
      {width === null && entry.soft && (
        <rect
          className="timeline-halo"
          x={-3}
          y={middle - 7}
          width={30}
          height={14}
          mask="url(#timeline-soft)"
        />
      )}
      <EntrySign entry={entry} x={signAt} y={middle} isConflicting={isConflicting} />
      {label && (
        <text className="timeline-label" x={labelAt} y={middle}>
          {label}
        </text>
      )}
    </g>
  )
})

/** The days that an entry may mean: with soft ends where they are not sure, open ones faded out, inferred ones hatched. */
function SpanBar({ entry, width, ends }: { entry: TimelineEntry; width: number; ends: string }) {
  const shape = { y: middle - 8, width, height: 16, rx: 4 }
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
      data-entry={entries[0]?.id}
      transform={`translate(${signX} ${y + middle})`}
    >
      <ClusterBody count={shortCount(entries.length)} hasConflict={hasConflict} />
    </g>
  )
}

const ClusterBody = memo(function ClusterBody({
  count,
  hasConflict,
}: {
  count: string
  hasConflict: boolean
}) {
  return (
    <>
      <rect className="timeline-hit" x={-16} y={-13} width={32} height={26} rx={5} />
      <rect className="timeline-count" x={-15} y={-10} width={30} height={20} rx={10} />
      <text y="0.5">{count}</text>
      {hasConflict && <DiffersMark x={12} y={-9} />}
    </>
  )
})
