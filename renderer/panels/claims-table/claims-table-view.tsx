import { useDeferredValue, useEffect, useMemo, type KeyboardEvent } from 'react'
import { CommandKey } from '../../components/command-key.js'
import { Button } from '../../components/controls.js'
import {
  filteredRows,
  groupedRows,
  sortedRows,
  tableColumns,
  tableRows,
  type TableRow,
} from '../../store/claims/claims-table.js'
import { clearFilter, judgeTogether, useTableSession } from '../../store/claims/claims-table-session.js'
import { keepFocus } from '../../store/focus.js'
import { writesText } from '../../store/keymap.js'
import { useStore } from '../../store/store.js'
import { BulkBar } from './bulk-bar.js'
import './claims-table.css'
import { verdictOfKey } from './command-of-key.js'
import { ClaimsGrid } from './claims-grid.js'
import { FilterRow } from './filter-row.js'
import type { Line } from './row-collection.js'
import { useTableLayout } from './table-layout.js'
import { scaleOf } from '../../store/claims/verdict-scale.js'

/** All claims of the case as a table: filtered, sorted and grouped as a person asks, and changed many at once. */
export function ClaimsTableView() {
  const records = useStore((state) => state.records)
  const rows = useMemo(() => tableRows(records), [records])
  const { shown, lines } = useShownRows(rows)
  const chosen = useTableLayout(({ columns }) => columns)
  const columns = useMemo(() => tableColumns.filter(({ id }) => chosen.includes(id)), [chosen])
  const selectedIds = useTableSession((session) => session.selected)
  const selected = useMemo(
    () => (selectedIds.size === 0 ? [] : shown.filter(({ claim }) => selectedIds.has(claim.id))),
    [shown, selectedIds],
  )
  return (
    <div className="claims-table" onKeyDown={(event) => judgeByKey(event, selected)}>
      {rows.length === 0 ? (
        <NoClaims />
      ) : (
        <>
          <FilterRow rows={rows} />
          {shown.length === 0 ? <NoMatches /> : <ClaimsGrid lines={lines} rows={shown} columns={columns} />}
          <BulkBar selected={selected} shown={shown.length} total={rows.length} />
        </>
      )}
    </div>
  )
}

/** A verdict's key judges the selected claims, wherever in the view the focus is; with none selected, the active claim. */
function judgeByKey(event: KeyboardEvent, selected: readonly TableRow[]): void {
  const { currentTarget, target, repeat } = event
  // What happens in an open menu comes here too, though it is elsewhere in the page.
  const isHere = currentTarget.contains(target as Node) && !writesText(target)
  const verdict = isHere && selected.length > 0 ? verdictOfKey(event) : undefined
  if (!verdict) return
  event.preventDefault()
  const ids = selected.map(({ claim }) => claim.id)
  if (!repeat) void judgeTogether(ids, verdict)
}

/** The rows that pass the filter, sorted, and the lines that they make with the headings of their groups. */
function useShownRows(rows: readonly TableRow[]): { shown: TableRow[]; lines: Line[] } {
  const records = useStore((state) => state.records)
  const filter = useDeferredValue(useTableSession((session) => session.filter))
  const collapsed = useTableSession((session) => session.collapsed)
  const { sort, grouping } = useDeferredValue(useTableLayout())
  const shown = useMemo(
    () => sortedRows(filteredRows(rows, filter, records), sort, scaleOf(records)),
    [rows, filter, records, sort],
  )
  const lines = useMemo((): Line[] => {
    if (grouping === 'none') return shown.map(claimLine)
    return groupedRows(shown, grouping, records).flatMap(({ id, label, rows }): Line[] => {
      const isCollapsed = collapsed.has(id)
      const heading: Line = { kind: 'group', id, label, count: rows.length, isCollapsed }
      return isCollapsed ? [heading] : [heading, ...rows.map(claimLine)]
    })
  }, [shown, grouping, collapsed, records])
  return { shown, lines }
}

const claimLine = (row: TableRow): Line => ({ kind: 'claim', row })

function NoClaims() {
  return (
    <div className="empty table-empty">
      <p>No claims yet.</p>
      <p>
        Select a passage in a text and press <CommandKey command="highlight" />, or accept a finding.
      </p>
    </div>
  )
}

function NoMatches() {
  useEffect(() => keepFocus('pane-text'), [])
  return (
    <div className="empty table-empty">
      <p>No claim passes the filter.</p>
      <Button onPress={clearFilter}>Show all</Button>
    </div>
  )
}
