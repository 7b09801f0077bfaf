import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { useTable } from 'react-aria/useTable'
import { useTableState } from 'react-stately/useTableState'
import { verdicts } from '../../../shared/domain/verdicts.js'
import type { TableRow } from '../../store/claims-table.js'
import { judgeTogether, select, toggleGroup, useTableSession } from '../../store/claims-table-session.js'
import { getState } from '../../store/store.js'
import { inspectClaim, showClaim } from '../../store/view-actions.js'
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
  const { focusedKey } = state.selectionManager
  const keys = useMemo(() => {
    const page = (): number => Math.max(1, Math.floor((ref.current?.clientHeight ?? 0) / rowHeight) - 2)
    return rowKeys(state.collection, page, () => columnKey({ id: layout.sort.column }))
  }, [state.collection, layout.sort.column])
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
  useActiveClaim(focusedKey)
  const startKey = useRef(getState().view.claimId)
  useEffect(() => {
    const key = startKey.current
    if (key && state.collection.getItem(key)) {
      state.selectionManager.setFocusedKey(key)
      ref.current!.scrollTop = state.collection.getItem(key)!.index * rowHeight - 3 * rowHeight
    }
    startKey.current = null
  }, [state])

  const act = (event: KeyboardEvent): void => {
    const handled = actOnKey(event, state.selectionManager.focusedKey, lines, rows, (by) => {
      const next = by === 1 ? keys.getKeyBelow(focusedKey ?? '') : keys.getKeyAbove(focusedKey ?? '')
      if (next !== null) state.selectionManager.setFocusedKey(next)
    })
    if (!handled) return
    event.preventDefault()
    event.stopPropagation()
  }
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

export const isGroup = (key: unknown): boolean => String(key).startsWith(groupPrefix)
export const groupOf = (key: unknown): string => String(key).slice(groupPrefix.length)

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

const verdictOfKey = new Map<string, (typeof verdicts)[number]['id']>(
  verdicts.map(({ key, id }) => [key, id]),
)

/** Does what a key asks of the selected claims, or of the one with the focus; answers whether it means something here. */
function actOnKey(
  { key, ctrlKey, metaKey, altKey, repeat }: KeyboardEvent,
  focused: unknown,
  lines: readonly Line[],
  rows: readonly TableRow[],
  move: (by: 1 | -1) => void,
): boolean {
  if (ctrlKey || metaKey || altKey) return false
  const line = lines.find((one) => lineKey(one) === focused)
  if (key === 'j' || key === 'k') {
    move(key === 'j' ? 1 : -1)
    return true
  }
  if (repeat) return false
  const verdict = verdictOfKey.get(key)
  if (verdict) {
    const { selected } = useTableSession.getState()
    const ids = rows.map(({ claim }) => claim.id as string).filter((id) => selected.has(id))
    if (ids.length > 0) void judgeTogether(ids, verdict)
    else if (line?.kind === 'claim') void judgeTogether([line.row.claim.id], verdict)
    return true
  }
  if (key === 'Enter' && line?.kind === 'claim') {
    showClaim(line.row.claim.id)
    return true
  }
  const folds = key === 'ArrowLeft' ? false : key === 'ArrowRight' ? true : null
  if (folds !== null && line?.kind === 'group') {
    if (line.isCollapsed === folds) toggleGroup(line.id)
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
