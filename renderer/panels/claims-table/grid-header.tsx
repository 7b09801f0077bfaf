import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, type KeyboardEvent } from 'react'
import { useMove } from 'react-aria/useMove'
import { useTableColumnHeader, useTableHeaderRow } from 'react-aria/useTable'
import type { TableState } from 'react-stately/useTableState'
import type { TableRow } from '../../store/claims/claims-table.js'
import { select, useTableSession } from '../../store/claims/claims-table-session.js'
import type { Line, TableColumn } from './row-collection.js'
import { widen } from './table-layout.js'

interface HeaderProps {
  state: TableState<Line>
  columns: readonly TableColumn[]
  /** All claims that pass the filter. */
  rows: readonly TableRow[]
}

/** The headings of the columns, which sort by them and make them wider, and the box that selects all. */
export function GridHeader({ state, columns, rows }: HeaderProps) {
  const ref = useRef<HTMLDivElement>(null)
  const node = state.collection.headerRows[0]!
  const { rowProps } = useTableHeaderRow({ node, isVirtualized: true }, state, ref)
  return (
    <div role="rowgroup" className="claims-head">
      <div {...rowProps} ref={ref} className="claims-row">
        <div role="columnheader" aria-colindex={1} className="claims-check">
          <SelectAll rows={rows} />
        </div>
        {columns.map((column, index) => (
          <ColumnHeading key={column.id} state={state} column={column} index={index} />
        ))}
      </div>
    </div>
  )
}

function SelectAll({ rows }: { rows: readonly TableRow[] }) {
  const selected = useTableSession((session) => session.selected)
  const count = selected.size === 0 ? 0 : rows.filter(({ claim }) => selected.has(claim.id)).length
  const isAll = count > 0 && count === rows.length
  return (
    <input
      type="checkbox"
      aria-label="Select all"
      className="claims-box"
      tabIndex={-1}
      checked={isAll}
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && !isAll
      }}
      onChange={() => select(isAll ? new Set() : new Set(rows.map(({ claim }) => claim.id)))}
    />
  )
}

/** How much wider one press of a key makes a column, in CSS pixels. */
const keyStep = 16

function ColumnHeading({
  state,
  column,
  index,
}: {
  state: TableState<Line>
  column: TableColumn
  index: number
}) {
  const ref = useRef<HTMLDivElement>(null)
  const node = state.collection.columns[index]!
  const { columnHeaderProps } = useTableColumnHeader(
    { node, isVirtualized: true, focusMode: 'cell' },
    state,
    ref,
  )
  const { moveProps } = useMove({
    onMove: ({ deltaX, pointerType }) => pointerType !== 'keyboard' && widen(column.id, deltaX),
  })
  const resize = (event: KeyboardEvent): void => {
    if (!event.shiftKey || !event.key.startsWith('Arrow')) return
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      widen(column.id, event.key === 'ArrowRight' ? keyStep : -keyStep)
    }
    event.preventDefault()
    event.stopPropagation()
  }
  const direction = state.sortDescriptor?.column === node.key ? state.sortDescriptor?.direction : null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      {...columnHeaderProps}
      ref={ref}
      className={`claims-heading column-${column.id}`}
      title={`Sort by ${column.label.toLowerCase()}. Shift with an arrow key changes the width`}
      onKeyDownCapture={resize}
    >
      <span>{column.label}</span>
      {direction === 'ascending' && <ArrowUp size={13} aria-hidden />}
      {direction === 'descending' && <ArrowDown size={13} aria-hidden />}
      <span {...moveProps} className="column-resizer" aria-hidden />
    </div>
  )
}
