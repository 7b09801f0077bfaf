import { z } from 'zod'
import { create } from 'zustand'
import { groupings, tableColumns, type ColumnId, type Grouping } from '../../store/claims/claims-table.js'

const columnId = z.enum(tableColumns.map(({ id }) => id) as [ColumnId, ...ColumnId[]])

const layoutSchema = z.object({
  /** The columns that are shown; their order is that of `tableColumns`. */
  columns: z.array(columnId).min(1),
  /** Widths in CSS pixels of the columns that a person has changed. */
  widths: z.partialRecord(columnId, z.number().min(40).max(1200)),
  sort: z.object({ column: columnId, direction: z.enum(['ascending', 'descending']) }),
  grouping: z.enum(groupings.map(({ id }) => id) as [Grouping, ...Grouping[]]),
})

/** How a person wants the table, in every case. */
export type TableLayout = z.infer<typeof layoutSchema>

const usual: TableLayout = {
  columns: tableColumns.filter(({ shown }) => shown).map(({ id }) => id),
  widths: {},
  sort: { column: 'number', direction: 'ascending' },
  grouping: 'none',
}

const place = 'claims-table'
const narrowest = 48
const widest = 900

export const useTableLayout = create<TableLayout>()(() => kept() ?? usual)

/** What was kept on this computer; null when there is nothing, or nothing that makes sense. */
function kept(): TableLayout | null {
  try {
    return layoutSchema.parse(JSON.parse(localStorage.getItem(place) ?? ''))
  } catch {
    return null
  }
}

/** Changes the layout and keeps it for the next start. */
export function setLayout(patch: Partial<TableLayout>): void {
  useTableLayout.setState(patch)
  localStorage.setItem(place, JSON.stringify(useTableLayout.getState()))
}

/** The width of a column in CSS pixels. */
export function widthOf({ widths }: TableLayout, id: ColumnId): number {
  return widths[id] ?? tableColumns.find((column) => column.id === id)!.width
}

/** Makes a column wider (or, by less than 0, narrower), within bounds. */
export function widen(id: ColumnId, by: number): void {
  const layout = useTableLayout.getState()
  const width = Math.min(widest, Math.max(narrowest, widthOf(layout, id) + by))
  setLayout({ widths: { ...layout.widths, [id]: width } })
}
