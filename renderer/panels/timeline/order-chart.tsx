import { useRef, useState, type KeyboardEvent } from 'react'
import { dateOfEntry, natureOfEntry } from '../../../shared/timeline/entry-words.js'
import type { OrderRow } from '../../../shared/timeline/order-rows.js'
import { spanInWords } from '../../../shared/checks/extract/span-words.js'
import type { TimelineModel } from '../../../shared/timeline/timeline-model.js'
import { rivalOf, type ToldOrder } from '../../../shared/timeline/told-order.js'
import { excerpt } from '../../components/excerpt.js'
import { EntryIcon } from './entry-sign.js'
import { goToEntry } from './go-to-entry.js'
import { rowByKey } from '../../components/row-by-key.js'
import { setTimeline, useTimeline } from './timeline-state.js'
import { useFocusRequest } from './use-focus-request.js'
import { rowsInView, scrollToRow, useScrollWindow, type ScrollWindow } from './use-scroll-window.js'

const rowHeight = 30
const headHeight = 28

interface OrderChartProps {
  model: TimelineModel
  /** In the order told. */
  rows: readonly OrderRow[]
  order: ToldOrder
}

/** A slope chart: on the left as told, on the right in the order of time, and a line from each to itself. */
export function OrderChart({ model, rows, order }: OrderChartProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const port = useScrollWindow(scroller)
  const requestFocus = useFocusRequest(scroller)
  const activeId = useTimeline((state) => state.activeId)
  const [hovered, setHovered] = useState<string | null>(null)
  const active = Math.max(
    0,
    rows.findIndex(({ entry }) => entry.id === activeId),
  )
  const { first, next } = rowsInView(port, rows.length, rowHeight)
  const drawn = rows.filter((_, index) => (index >= first && index < next) || index === active)
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = rowByKey(event.key, active, rows.length, Math.floor(port.height / rowHeight) - 1)
    const row = to === null ? undefined : rows[to]
    if (!row) return
    event.preventDefault()
    setTimeline({ activeId: row.entry.id })
    requestFocus((root) => {
      scrollToRow(root, { top: row.left * rowHeight, bottom: (row.left + 1) * rowHeight, header: headHeight })
      return root.querySelector<HTMLElement>('button[tabindex="0"]')
    })
  }
  return (
    <div
      ref={scroller}
      className="timeline-scroller timeline-slopes"
      onScroll={port.onScroll}
      onPointerOver={(event) =>
        setHovered(
          event.target instanceof Element
            ? (event.target.closest('[data-row]')?.getAttribute('data-row') ?? null)
            : null,
        )
      }
      onPointerLeave={() => setHovered(null)}
    >
      <div className="timeline-slope-head" aria-hidden>
        <span>As told</span>
        <span />
        <span>In the order of time</span>
      </div>
      <div className="timeline-slope-body" style={{ height: rows.length * rowHeight }}>
        <div role="list" aria-label="In the order told" className="timeline-slope-left" onKeyDown={onKeyDown}>
          {drawn.map((row) => (
            <ToldRow
              key={row.entry.id}
              model={model}
              row={row}
              order={order}
              count={rows.length}
              isTabbable={row.left === active}
            />
          ))}
        </div>
        <Slopes rows={rows} port={port} marked={hovered ?? activeId} />
        <div aria-hidden className="timeline-slope-right">
          {rows
            .filter(({ right }) => right >= first && right < next)
            .map((row) => (
              <TimeRow key={row.entry.id} row={row} />
            ))}
        </div>
      </div>
    </div>
  )
}

interface ToldRowProps {
  model: TimelineModel
  row: OrderRow
  order: ToldOrder
  count: number
  isTabbable: boolean
}

function ToldRow({ model, row, order, count, isTabbable }: ToldRowProps) {
  const { entry, toldNumber, left, isReversal } = row
  return (
    <div
      role="listitem"
      aria-posinset={left + 1}
      aria-setsize={count}
      className={isReversal ? 'timeline-slope-row is-reversal' : 'timeline-slope-row'}
      style={{ top: left * rowHeight }}
      data-row={entry.id}
    >
      <button
        type="button"
        tabIndex={isTabbable ? 0 : -1}
        aria-label={rowInWords(row, order)}
        onFocus={() => setTimeline({ activeId: entry.id })}
        onClick={() => goToEntry(entry)}
      >
        <span className="timeline-number">{toldNumber}</span>
        <EntryIcon entry={entry} isConflicting={model.conflicting.has(entry.id)} />
        <span className="timeline-quote">{excerpt(entry.label, 90)}</span>
        {isReversal && <span className="timeline-reversed-sign">⇅</span>}
      </button>
    </div>
  )
}

function rowInWords({ entry, toldNumber, timeNumber, isReversal }: OrderRow, order: ToldOrder): string {
  const rival = isReversal ? rivalOf(order, toldNumber - 1) : null
  const reversal = rival
    ? `. Told out of the order of time: ${(rival.told ?? 0) < (entry.told ?? 0) ? 'after' : 'before'} “${excerpt(rival.label, 60)}”, ${spanInWords(rival.span)}`
    : ''
  return `Told ${toldNumber}, in time ${timeNumber}: “${excerpt(entry.label, 90)}”, ${dateOfEntry(entry)}. ${natureOfEntry(entry)}${reversal}`
}

function TimeRow({ row: { entry, right, timeNumber, isReversal } }: { row: OrderRow }) {
  return (
    <div
      className={isReversal ? 'timeline-slope-row is-reversal' : 'timeline-slope-row'}
      style={{ top: right * rowHeight }}
      data-row={entry.id}
      onClick={() => goToEntry(entry)}
    >
      <span className="timeline-number">{timeNumber}</span>
      <span className="timeline-date">{spanInWords(entry.span)}</span>
      <span className="timeline-quote muted">{excerpt(entry.label, 60)}</span>
    </div>
  )
}

const slopeWidth = 120

/** The lines that cross what is in view, drawn as one path each for those in order, the reversals and the marked one. */
function Slopes({
  rows,
  port,
  marked,
}: {
  rows: readonly OrderRow[]
  port: ScrollWindow
  marked: string | null
}) {
  const [top, bottom] = [port.top - 60, port.bottom + 60]
  const inView = rows.filter(
    ({ left, right }) =>
      Math.min(left, right) * rowHeight < bottom && (Math.max(left, right) + 1) * rowHeight > top,
  )
  const path = (lines: readonly OrderRow[]): string =>
    lines.map(({ left, right }) => `M0 ${centre(left)}L${slopeWidth} ${centre(right)}`).join('')
  return (
    <svg className="timeline-slope-lines" width={slopeWidth} height={rows.length * rowHeight} aria-hidden>
      <path className="in-order" d={path(inView.filter(({ isReversal }) => !isReversal))} />
      <path className="reversed" d={path(inView.filter(({ isReversal }) => isReversal))} />
      <path className="marked" d={path(inView.filter(({ entry }) => entry.id === marked))} />
    </svg>
  )
}

const centre = (row: number): number => row * rowHeight + rowHeight / 2
