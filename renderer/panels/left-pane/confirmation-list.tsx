import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Confirmation } from '../../../shared/domain/finding.js'
import { ask } from '../../bridge/bridge.js'
import { excerpt } from '../../components/excerpt.js'
import { VirtualList } from '../../components/virtual-list/virtual-list.js'
import { jumpTo } from '../../store/texts/shown-texts.js'
import { useStore } from '../../store/store.js'
import { tellError } from '../../store/toasts.js'

/** What the checks looked into and found consistent: a weekday that is right, a sum that adds up. */
export function ConfirmationList() {
  const sources = useStore((state) => state.records.source)
  const findings = useStore((state) => state.records.finding)
  const [confirmed, setConfirmed] = useState<Confirmation[] | null>(null)
  useEffect(() => {
    let isWanted = true
    ask('check.confirmations')
      .then((found) => isWanted && setConfirmed(found))
      .catch(tellError)
    return () => {
      isWanted = false
    }
  }, [sources, findings])
  if (!confirmed) return <p className="empty">The texts are being read…</p>
  if (confirmed.length === 0) {
    return (
      <p className="empty">Weekdays, spans of time and sums that were checked and are right stand here.</p>
    )
  }
  const show = (key: string): void => {
    const [span] = confirmed.find((one) => keyOf(one) === key)?.spans ?? []
    if (span) jumpTo(span)
  }
  return (
    <VirtualList label="Found consistent" items={confirmed} keyOf={keyOf} estimate={112} onChoose={show}>
      {confirmationRow}
    </VirtualList>
  )
}

const keyOf = ({ rule, spans }: Confirmation): string =>
  [rule, ...spans.map(({ source, start }) => `${source} ${start}`)].join(' ')
const confirmationRow = (confirmation: Confirmation) => <Row confirmation={confirmation} />

function Row({ confirmation: { message, spans, explanation } }: { confirmation: Confirmation }) {
  const [span] = spans
  const title = useStore((state) => (span ? state.records.source.get(span.source)?.title : undefined))
  return (
    <>
      <span className="finding-head">
        <CircleCheck size={14} className="consistent" aria-hidden />
        <span className="row-title">{message}</span>
      </span>
      {span && <q className="row-quote">{excerpt(span.quote, 90)}</q>}
      {explanation.arithmetic.map((line) => (
        <span key={line} className="row-about">
          {line}
        </span>
      ))}
      <span className="row-about">{title}</span>
    </>
  )
}
