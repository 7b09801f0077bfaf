import { useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import { rowsInWords, type EventRow } from '../../../shared/timeline/event-rows.js'
import { grouped } from '../../../shared/timeline/grouping.js'
import { filteredRows, type TimelineFilter } from '../../../shared/timeline/timeline-filter.js'
import type { TimelineModel, TimelineSource } from '../../../shared/timeline/timeline-model.js'
import { EntryMenu } from './entry-menu.js'
import { goToEntry } from './go-to-entry.js'
import { EventCell, SourceCell } from './matrix-cells.js'
import { rowByKey } from '../../components/row-by-key.js'
import { useFocusRequest } from './use-focus-request.js'
import { rowsInView, scrollToRow, useScrollWindow } from './use-scroll-window.js'

const rowHeight = 54
const headHeight = 38

interface MatrixPartProps {
  model: TimelineModel
  filter: TimelineFilter
}

/** What each source dates an event to: a row for each event, a column for each source. */
export function MatrixPart({ model, filter }: MatrixPartProps) {
  const rows = useMemo(() => filteredRows(model, filter), [model, filter])
  const sources = useMemo(() => sourcesIn(model, rows), [model, rows])
  const [listed, setListed] = useState<{ trigger: Element; entries: readonly TimelineEntry[] } | null>(null)
  const open = (entries: readonly TimelineEntry[], trigger: Element): void => {
    const [only, ...others] = entries
    if (only && others.length === 0) goToEntry(only)
    else if (only) setListed({ trigger, entries })
  }
  return (
    <div className="timeline-matrix">
      <p className="timeline-summary" role="status">
        {rowsInWords(rows)}
      </p>
      <MatrixGrid rows={rows} sources={sources} onOpen={open} />
      {listed && <EntryMenu {...listed} model={model} onClose={() => setListed(null)} />}
    </div>
  )
}

interface MatrixGridProps {
  rows: readonly EventRow[]
  sources: readonly TimelineSource[]
  /** Shows the entries of a cell. */
  onOpen: (entries: readonly TimelineEntry[], trigger: Element) => void
}

function MatrixGrid({ rows, sources, onOpen }: MatrixGridProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const port = useScrollWindow(scroller)
  const requestFocus = useFocusRequest(scroller)
  const [active, setActive] = useState({ row: 0, column: 0 })
  const { first, next } = rowsInView(port, rows.length, rowHeight)
  const at = { row: Math.min(active.row, rows.length - 1), column: Math.min(active.column, sources.length) }
  const drawn = rows
    .map((row, index) => ({ row, index }))
    .filter(({ index }) => (index >= first && index < next) || index === at.row)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const page = Math.floor(port.height / rowHeight) - 1
    const moved = cellByKey(event, at, { rows: rows.length, columns: sources.length + 1, page })
    if (!moved) return
    event.preventDefault()
    setActive(moved)
    requestFocus((root) => {
      scrollToRow(root, {
        top: moved.row * rowHeight,
        bottom: (moved.row + 1) * rowHeight,
        header: headHeight,
      })
      const cell = root.querySelector<HTMLElement>('[tabindex="0"][data-cell]')
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      return cell
    })
  }
  return (
    <div ref={scroller} className="timeline-scroller" onScroll={port.onScroll}>
      <div
        role="grid"
        aria-label="Dates by source"
        aria-rowcount={rows.length + 1}
        aria-colcount={sources.length + 1}
        className="timeline-grid-table"
        style={{ '--timeline-columns': sources.length } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        <MatrixHead sources={sources} />
        <div role="rowgroup" className="timeline-grid-body" style={{ height: rows.length * rowHeight }}>
          {drawn.map(({ row, index }) => (
            <MatrixRow
              key={row.id}
              row={row}
              index={index}
              sources={sources}
              activeColumn={index === at.row ? at.column : null}
              onActive={(column) => setActive({ row: index, column })}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

function MatrixHead({ sources }: { sources: readonly TimelineSource[] }) {
  return (
    <div role="row" aria-rowindex={1} className="timeline-grid-head">
      <span role="columnheader">Event</span>
      {sources.map(({ id, title }) => (
        <span role="columnheader" key={id} title={title}>
          {title}
        </span>
      ))}
    </div>
  )
}

/** The sources that date anything in the rows, in the order of the case. */
function sourcesIn(model: TimelineModel, rows: readonly EventRow[]): TimelineSource[] {
  const used = new Set(rows.flatMap(({ entries }) => entries.map(({ source }) => source)))
  return model.sources.filter(({ id }) => used.has(id))
}

interface Cell {
  row: number
  column: number
}

function cellByKey(
  { key, ctrlKey }: KeyboardEvent,
  { row, column }: Cell,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): Cell | null {
  if (key === 'ArrowLeft') return { row, column: Math.max(0, column - 1) }
  if (key === 'ArrowRight') return { row, column: Math.min(columns - 1, column + 1) }
  if (!ctrlKey && key === 'Home') return { row, column: 0 }
  if (!ctrlKey && key === 'End') return { row, column: columns - 1 }
  const to = rowByKey(key, row, rows, page)
  return to === null ? null : { row: to, column }
}

interface MatrixRowProps {
  row: EventRow
  index: number
  sources: readonly TimelineSource[]
  activeColumn: number | null
  onActive: (column: number) => void
  onOpen: (entries: readonly TimelineEntry[], trigger: Element) => void
}

function MatrixRow({ row, index, sources, activeColumn, onActive, onOpen }: MatrixRowProps) {
  const bySource = grouped(row.entries, ({ source }) => source)
  const props = (column: number, entries: readonly TimelineEntry[]) => ({
    tabIndex: activeColumn === column ? 0 : -1,
    'data-cell': '',
    onFocus: () => onActive(column),
    onClick: (event: { currentTarget: Element }) => onOpen(entries, event.currentTarget),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      onOpen(entries, event.currentTarget)
    },
  })
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={row.disagreeing.size ? 'timeline-grid-row disagrees' : 'timeline-grid-row'}
      style={{ top: index * rowHeight, height: rowHeight }}
    >
      <EventCell row={row} {...props(0, row.entries)} />
      {sources.map(({ id }, place) => {
        const entries = bySource.get(id) ?? []
        return <SourceCell key={id} row={row} entries={entries} {...props(place + 1, entries)} />
      })}
    </div>
  )
}
