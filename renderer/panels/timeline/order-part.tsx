import { useMemo } from 'react'
import type { TimelineEntry } from '../../../shared/timeline/entry.js'
import { orderInWords, orderRows, reversalsOf, type Reversal } from '../../../shared/timeline/order-rows.js'
import { spanInWords } from '../../../shared/checks/extract/span-words.js'
import { filteredEntries, type TimelineFilter } from '../../../shared/timeline/timeline-filter.js'
import type { TimelineModel } from '../../../shared/timeline/timeline-model.js'
import { chosenOrder, ordersBySource, type ToldOrder } from '../../../shared/timeline/told-order.js'
import { ChoiceField } from '../../components/controls.js'
import { excerpt } from '../../components/excerpt.js'
import { goToEntry } from './go-to-entry.js'
import { OrderChart } from './order-chart.js'
import { setTimeline, useTimeline } from './timeline-state.js'

interface OrderPartProps {
  model: TimelineModel
  /** What is left out; here “only conflicts” means only reversals. */
  filter: TimelineFilter
}

/** The order in which a source tells things, against the order in which they happened. */
export function OrderPart({ model, filter }: OrderPartProps) {
  const orders = useMemo(() => {
    const entries = filteredEntries(model, { ...filter, onlyConflicts: false })
    return ordersBySource(model.sources, entries)
  }, [model, filter])
  const chosen = useTimeline((state) => state.orderSource)
  const shown = chosenOrder(orders, chosen)
  const rows = useMemo(() => (shown ? orderRows(shown.order, filter.onlyConflicts) : []), [shown, filter])
  if (!shown) return <p className="empty">None of what is shown has a place in a text.</p>
  const { order } = shown
  return (
    <div className="timeline-order">
      <header className="timeline-order-head">
        <ChoiceField
          label="Source"
          choices={orders.map(({ id, title, order: { reversals } }) => ({
            id,
            label: reversals ? `${title} (${reversals} reversed)` : title,
          }))}
          value={shown.id}
          onChange={(orderSource) => setTimeline({ orderSource })}
        />
        <p role="status">{orderInWords(order)}</p>
      </header>
      {order.reversals > 0 && <ReversalList order={order} reversals={reversalsOf(order, rows, mostNamed)} />}
      <OrderChart key={shown.id} model={model} rows={rows} order={order} />
    </div>
  )
}

/** How many reversals are told in words over the chart. */
const mostNamed = 40

function ReversalList({ order, reversals }: { order: ToldOrder; reversals: readonly Reversal[] }) {
  const more = order.reversals - reversals.length
  return (
    <ul className="timeline-reversals" aria-label="What is told out of the order of time" tabIndex={0}>
      {reversals.map(({ row, rival }) => (
        <li key={row.entry.id}>
          <span className="timeline-reversed-sign" aria-hidden>
            ⇅
          </span>
          <span>
            <button type="button" className="timeline-link" onClick={() => goToEntry(row.entry)}>
              {spanInWords(row.entry.span)}
            </button>{' '}
            <q>{excerpt(row.entry.label, 60)}</q> {sideOf(row.entry, rival)}{' '}
            <button type="button" className="timeline-link" onClick={() => goToEntry(rival)}>
              {spanInWords(rival.span)}
            </button>{' '}
            <q>{excerpt(rival.label, 60)}</q>
          </span>
        </li>
      ))}
      {more > 0 && <li className="muted">and {more} more, in the chart</li>}
    </ul>
  )
}

function sideOf(entry: TimelineEntry, rival: TimelineEntry): string {
  return (entry.told ?? 0) > (rival.told ?? 0)
    ? 'is told after, but lies before,'
    : 'is told before, but lies after,'
}
