import type { HTMLAttributes } from 'react'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import { basisInWords, type EventRow } from '../../../shared/timeline/event-rows.js'
import { grouped } from '../../../shared/timeline/grouping.js'
import { spanInWords } from '../../../shared/checks/extract/span-words.js'
import { excerpt } from '../../components/excerpt.js'
import { DiffersIcon } from './entry-sign.js'

type CellProps = HTMLAttributes<HTMLElement>

/** What a row is about: the words of its first passage, and whether the dates in it agree. */
export function EventCell({ row, ...props }: CellProps & { row: EventRow }) {
  const [first] = row.entries
  const told = row.entries.find(({ kind }) => kind === 'claim') ?? first
  return (
    <span role="rowheader" className="timeline-event" {...props}>
      {row.disagreeing.size > 0 ? (
        <span className="timeline-differs">
          <DiffersIcon /> disagree: {datesInWords(row.entries)}
        </span>
      ) : (
        <span className="muted">
          {datesInWords(row.entries)} · {basisInWords(row)}
        </span>
      )}
      <q>{excerpt(told?.label ?? '', 80)}</q>
    </span>
  )
}

/** The first few of the dates of a row, each once. */
function datesInWords(entries: readonly TimelineEntry[]): string {
  const dates = [...new Set(entries.map(({ span }) => spanInWords(span)))]
  return `${dates.slice(0, 3).join(', ')}${dates.length > 3 ? ' …' : ''}`
}

/** The dates that fit into a cell. */
const mostDates = 2

/** The dates that one source gives, those first that others exclude. */
export function SourceCell({
  row,
  entries,
  ...props
}: CellProps & { row: EventRow; entries: readonly TimelineEntry[] }) {
  const dates = [...grouped(entries, ({ span }) => `${span.lo}/${span.hi}`).values()]
  const disagrees = (group: readonly TimelineEntry[]): boolean =>
    group.some(({ id }) => row.disagreeing.has(id))
  const shown = [...dates.filter(disagrees), ...dates.filter((group) => !disagrees(group))]
  const more = shown.length - mostDates
  return (
    <span role="gridcell" className="timeline-cell" {...props}>
      {shown.slice(0, mostDates).map((group) => (
        <DateLine key={group[0]?.id} entries={group} disagrees={disagrees(group)} />
      ))}
      {more > 0 && <span className="muted timeline-more">+{more}</span>}
      {entries.length === 0 && <span className="visually-hidden">no date</span>}
    </span>
  )
}

function DateLine({ entries, disagrees }: { entries: readonly TimelineEntry[]; disagrees: boolean }) {
  const [first] = entries
  if (!first) return null
  const isInferred = entries.every(({ certainty }) => certainty === 'inferred')
  return (
    <span className={disagrees ? 'timeline-date-line disagrees' : 'timeline-date-line'}>
      {disagrees && <DiffersIcon />}
      {spanInWords(first.span)}
      {first.soft && ' ~'}
      {entries.length > 1 && <span className="muted"> ×{entries.length}</span>}
      {isInferred && <span className="muted"> inferred</span>}
      {disagrees && <span className="visually-hidden">, disagrees</span>}
    </span>
  )
}
