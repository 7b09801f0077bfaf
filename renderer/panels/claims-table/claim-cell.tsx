import { claimTypes } from '../../../shared/domain/claim.js'
import { confidences, labelOf, statuses } from '../../../shared/domain/verdicts.js'
import { VerdictBadge } from '../../components/badges.js'
import { excerpt } from '../../components/excerpt.js'
import { readableDate } from '../../components/readable-date.js'
import { priorities, type ColumnId, type TableRow } from '../../store/claims/claims-table.js'

/** As much of a quote as the widest column could show, in UTF-16 code units. */
const quoteLength = 240

/** What a column says of a claim. */
export function ClaimCell({ column, row }: { column: ColumnId; row: TableRow }) {
  const { claim } = row
  switch (column) {
    case 'number':
      return row.number
    case 'quote':
      return <QuoteCell row={row} />
    case 'source':
      return row.source
    case 'type':
      return labelOf(claimTypes, claim.type)
    case 'verdict':
      return claim.verdict ? <VerdictBadge verdict={claim.verdict} /> : <None label="Not judged" />
    case 'status':
      return labelOf(statuses, claim.status)
    case 'confidence':
      return claim.confidence ? labelOf(confidences, claim.confidence) : <None label="Not set" />
    case 'priority':
      return claim.priority === 'normal' ? <None label="Normal" /> : labelOf(priorities, claim.priority)
    case 'eventDate':
      return claim.eventDate ? readableDate(claim.eventDate) : <None label="No date" />
    case 'tags':
      return claim.tags.length ? claim.tags.join(', ') : <None label="No tags" />
    case 'notes':
      return row.notes || <None label="No notes" />
    case 'evidence':
      return row.evidence || <None label="No evidence" />
    case 'assignee':
      return row.assignee ?? <None label="Nobody" />
    case 'updated':
      return dayAndTime.format(new Date(claim.updatedAt))
  }
}

function QuoteCell({ row: { claim, isOrphan } }: { row: TableRow }) {
  return (
    <>
      {isOrphan && <span className="tag claim-hint">not in the text</span>}
      {claim.status === 'stale' && <span className="tag claim-hint">stale</span>}
      <q>{excerpt(claim.selector.exact, quoteLength)}</q>
    </>
  )
}

/** What is usual or missing is kept quiet, so that the rest stands out. */
function None({ label }: { label: string }) {
  return (
    <span className="claim-none">
      <span aria-hidden>–</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}

const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
