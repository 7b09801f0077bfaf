import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo, useEffect, useRef, useState, type RefObject, type SyntheticEvent } from 'react'
import { mergeProps } from 'react-aria/mergeProps'
import { useTableRow } from 'react-aria/useTable'
import type { TableState } from 'react-stately/useTableState'
import { excerpt } from '../../components/excerpt.js'
import type { TableRow } from '../../store/claims/claims-table.js'
import { showClaim } from '../../store/view-actions.js'
import { ClaimCell } from './claim-cell.js'
import type { Line, TableColumn } from './row-collection.js'
import { verdictName } from '../../store/claims/verdict-scale.js'

/** The height of a line in CSS pixels; the same for all, so that the place of each is known without drawing it. */
export const rowHeight = 34

/** How many lines are drawn beyond the visible ones, and in what steps. */
const beyond = 8

type LineNode = TableState<Line>['collection']['rows'][number]

interface RowsProps {
  state: TableState<Line>
  columns: readonly TableColumn[]
  scroller: RefObject<HTMLDivElement | null>
}

/** The lines in sight, and the one with the focus wherever it is. */
export function GridRows({ state, columns, scroller }: RowsProps) {
  const { from, to } = useLinesInSight(scroller)
  const { collection, selectionManager } = state
  const isGrouped = collection.at(0)?.value?.kind === 'group'
  const shown: LineNode[] = []
  for (let index = from; index < Math.min(to, collection.size); index += 1) shown.push(collection.at(index)!)
  const focused =
    selectionManager.focusedKey === null ? null : collection.getItem(selectionManager.focusedKey)
  if (focused?.type === 'item' && (focused.index < from || focused.index >= to)) shown.push(focused)
  return (
    <div role="rowgroup" className="claims-body" style={{ height: collection.size * rowHeight }}>
      {/* By place, so that a sort or a filter writes into the lines that are there. */}
      {shown.map((node) => (
        <GridLine key={node.index} node={node} state={state} columns={columns} isGrouped={isGrouped} />
      ))}
    </div>
  )
}

/** Which lines to draw, [`from`, `to`). */
function useLinesInSight(scroller: RefObject<HTMLDivElement | null>): { from: number; to: number } {
  // Few at first: the others follow once it is known how many there is room for, and the window answers in between.
  const [range, setRange] = useState({ from: 0, to: 16 })
  useEffect(() => {
    const element = scroller.current!
    const measure = (): void => {
      const first = Math.floor(element.scrollTop / rowHeight / beyond) * beyond
      const from = Math.max(0, first - beyond)
      const to = first + Math.ceil(element.clientHeight / rowHeight) + 2 * beyond
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [scroller])
  return range
}

interface LineProps {
  node: LineNode
  state: TableState<Line>
  columns: readonly TableColumn[]
  isGrouped: boolean
}

const GridLine = memo(function GridLine({ node, state, columns, isGrouped }: LineProps) {
  const ref = useRef<HTMLDivElement>(null)
  const { rowProps, isSelected } = useTableRow({ node, isVirtualized: true }, state, ref)
  const line = node.value!
  const own = {
    ref,
    className: line.kind === 'group' ? 'claims-row claims-group' : 'claims-row',
    style: { top: node.index * rowHeight },
    'aria-labelledby': undefined,
    'aria-label': lineLabel(line),
    'aria-level': isGrouped ? (line.kind === 'group' ? 1 : 2) : undefined,
  }
  if (line.kind === 'group') {
    return (
      <div {...mergeProps(rowProps, own)} aria-expanded={!line.isCollapsed} aria-selected={undefined}>
        <div role="gridcell" aria-colindex={1} aria-colspan={columns.length + 1} className="group-cell">
          {line.isCollapsed ? <ChevronRight size={15} aria-hidden /> : <ChevronDown size={15} aria-hidden />}
          <span>{line.label}</span>
          <span className="count">{line.count.toLocaleString('en')}</span>
        </div>
      </div>
    )
  }
  return (
    <div {...mergeProps(rowProps, own)} onDoubleClick={() => showClaim(line.row.claim.id)}>
      <div role="gridcell" aria-colindex={1} className="claims-check">
        <RowBox isSelected={isSelected} onChange={() => tick(state, node.key)} />
      </div>
      <ClaimCells row={line.row} columns={columns} />
    </div>
  )
})

function tick({ selectionManager }: TableState<Line>, key: LineNode['key']): void {
  selectionManager.toggleSelection(key)
  selectionManager.setFocused(true)
  selectionManager.setFocusedKey(key)
}

function lineLabel(line: Line): string {
  if (line.kind === 'group') return `${line.label}, ${line.count}`
  const { claim, number, isOrphan } = line.row
  const place = isOrphan ? ', not in the text' : ''
  return `${number}: ${excerpt(claim.selector.exact, 120)}. ${verdictName(claim.verdict)}${place}`
}

/** Ticks a claim. A press here is no press on the line, which would make the claim the active one instead. */
function RowBox({ isSelected, onChange }: { isSelected: boolean; onChange: () => void }) {
  return (
    <input
      type="checkbox"
      aria-label="Select"
      className="claims-box"
      tabIndex={-1}
      checked={isSelected}
      onChange={onChange}
      onPointerDown={stop}
      onMouseDown={stop}
      onClick={stop}
      onDoubleClick={stop}
    />
  )
}

const stop = (event: SyntheticEvent): void => event.stopPropagation()

const ClaimCells = memo(function ClaimCells({
  row,
  columns,
}: {
  row: TableRow
  columns: readonly TableColumn[]
}) {
  return columns.map(({ id }, index) => (
    <div
      key={id}
      role={id === 'quote' ? 'rowheader' : 'gridcell'}
      aria-colindex={index + 2}
      className={`claims-cell column-${id}`}
    >
      <ClaimCell column={id} row={row} />
    </div>
  ))
})
