import { useEffect, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useTable } from 'react-aria/useTable'
import { useTableState, type TableState } from 'react-stately/useTableState'
import type { TableRow } from '../../store/claims/claims-table.js'
import { select, toggleGroup, useTableSession } from '../../store/claims/claims-table-session.js'
import { getState } from '../../store/store.js'
import { inspectClaim, showClaim } from '../../store/view-actions.js'
import { commandOfKey } from './command-of-key.js'
import { GridHeader } from './grid-header.js'
import { GridRows, rowHeight } from './grid-rows.js'
import {
  columnKey,
  groupPrefix,
  lineKey,
  rowCollection,
  type Line,
  type TableColumn,
} from './row-collection.js'
import { rowKeys } from './row-keys.js'
import { setLayout, useTableLayout, widthOf, type TableLayout } from './table-layout.js'

interface GridProps {
  /** What is listed, with the headings of groups. */
  lines: readonly Line[]
  /** All claims that pass the filter, also those of groups that are closed. */
  rows: readonly TableRow[]
  columns: readonly TableColumn[]
}

/**
 * The claims as a grid of which only the lines in sight are drawn. The focus moves by lines; the line with the focus is
 * the claim that the inspector shows.
 */
export function ClaimsGrid({ lines, rows, columns }: GridProps) {
  const ref = useRef<HTMLDivElement>(null)
  const layout = useTableLayout()
  const state = useGridState({ lines, rows, columns }, layout)
  const { keys, act } = useGridKeys(state, layout, ref)
  const { gridProps } = useTable(
    {
      'aria-label': 'Claims',
      isVirtualized: true,
      disallowTypeAhead: true,
      keyboardDelegate: keys,
      scrollRef: ref,
      onRowAction: (key) => isGroup(key) && toggleGroup(groupOf(key)),
    },
    state,
    ref,
  )
  useStartingLine(state, ref)
  useActiveClaim(state.selectionManager.focusedKey)
  return (
    <div
      {...gridProps}
      role={lines[0]?.kind === 'group' ? 'treegrid' : 'grid'}
      ref={ref}
      className="claims-grid"
      data-focus="claims-table"
      style={gridStyle(layout, columns)}
      onKeyDownCapture={act}
    >
      <GridHeader state={state} columns={columns} rows={rows} />
      <GridRows state={state} columns={columns} scroller={ref} />
    </div>
  )
}

type GridState = TableState<Line>
type Grid = RefObject<HTMLDivElement | null>

/** What the keys of movement lead to, and what other keys do. */
function useGridKeys(state: GridState, { sort }: TableLayout, ref: Grid) {
  const { collection, selectionManager } = state
  const { focusedKey } = selectionManager
  const keys = useMemo(() => {
    const page = (): number => Math.max(1, Math.floor((ref.current?.clientHeight ?? 0) / rowHeight) - 2)
    const heading = collection.getItem(columnKey({ id: sort.column }))?.key ?? collection.columns[0]!.key
    return rowKeys(collection, page, heading)
  }, [collection, sort.column, ref])
  // A selection that is begun with Shift has to hold the line it begins at before it can be extended.
  const latest = useRef(state)
  latest.current = state
  const move = (by: 1 | -1, isExtending: boolean): void => {
    if (focusedKey === null) return
    const next = by === 1 ? keys.getKeyBelow(focusedKey) : keys.getKeyAbove(focusedKey)
    if (next === null) return
    if (isExtending) flushSync(() => selectionManager.replaceSelection(focusedKey))
    latest.current.selectionManager.setFocusedKey(next)
    if (isExtending) latest.current.selectionManager.extendSelection(next)
  }
  const act = (event: KeyboardEvent): void => {
    const line = focusedKey === null ? null : (collection.getItem(focusedKey)?.value ?? null)
    if (!actOnKey(event, line, selectionManager.isEmpty, move)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return { keys, act }
}

/** Begins at the claim that the window is about. */
function useStartingLine({ collection, selectionManager }: GridState, ref: Grid): void {
  const start = useRef(getState().view.claimId)
  useEffect(() => {
    const line = start.current === null ? null : collection.getItem(start.current)
    start.current = null
    if (!line) return
    selectionManager.setFocusedKey(line.key)
    ref.current!.scrollTop = (line.index - 3) * rowHeight
  }, [collection, selectionManager, ref])
}

const isGroup = (key: unknown): boolean => String(key).startsWith(groupPrefix)
const groupOf = (key: unknown): string => String(key).slice(groupPrefix.length)

function useGridState({ lines, rows, columns }: GridProps, { sort }: TableLayout) {
  const selected = useTableSession((session) => session.selected)
  const collection = useMemo(() => rowCollection(lines, columns), [lines, columns])
  const headings = useMemo(() => lines.filter(({ kind }) => kind === 'group').map(lineKey), [lines])
  return useTableState<Line>({
    collection,
    selectionMode: 'multiple',
    selectedKeys: selected,
    disabledKeys: headings,
    onSelectionChange: (keys) =>
      select(keys === 'all' ? new Set(rows.map(({ claim }) => claim.id)) : (keys as Set<string>)),
    sortDescriptor: { column: columnKey({ id: sort.column }), direction: sort.direction },
    onSortChange: ({ column, direction }) => {
      const next = columns.find((one) => columnKey(one) === column)
      if (next) setLayout({ sort: { column: next.id, direction } })
    },
  })
}

/** Makes the claim of the line with the focus the one that the window is about. */
function useActiveClaim(key: unknown): void {
  useEffect(() => {
    const { view } = getState()
    if (typeof key === 'string' && view.claimId !== key) inspectClaim(key)
  }, [key])
}

/** Does what a key asks of the line with the focus; answers whether it means something here. */
function actOnKey(
  event: KeyboardEvent,
  line: Line | null,
  isNoneSelected: boolean,
  move: (by: 1 | -1, isExtending: boolean) => void,
): boolean {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event
  if (line === null) return false
  const command = commandOfKey(event)
  if (command === 'next' || command === 'previous') {
    move(command === 'next' ? 1 : -1, false)
    return true
  }
  if (ctrlKey || metaKey || altKey) return false
  const isExtending = shiftKey && isNoneSelected && line.kind === 'claim'
  if (isExtending && (key === 'ArrowDown' || key === 'ArrowUp')) {
    move(key === 'ArrowDown' ? 1 : -1, true)
    return true
  }
  if (key === 'Enter' && line.kind === 'claim') {
    showClaim(line.row.claim.id)
    return true
  }
  if (line.kind === 'group' && (key === 'ArrowLeft' || key === 'ArrowRight')) {
    if (line.isCollapsed === (key === 'ArrowRight')) toggleGroup(line.id)
    return true
  }
  return false
}

/** The widths of the columns; the quote takes what is left. */
function gridStyle(layout: TableLayout, columns: readonly TableColumn[]): Record<string, string | number> {
  const widths = columns.map(({ id }) => {
    const width = widthOf(layout, id)
    return id === 'quote' ? `minmax(${width}px, 1fr)` : `${width}px`
  })
  const total = columns.reduce((sum, { id }) => sum + widthOf(layout, id), checkWidth)
  return { '--columns': [`${checkWidth}px`, ...widths].join(' '), '--least': `${total}px` }
}

/** The width of the column with the boxes, in CSS pixels. */
const checkWidth = 36
