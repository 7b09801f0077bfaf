import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { Finding } from '../../../shared/domain/finding.js'
import { categoryLabel, SeverityBadge } from '../../components/badges.js'
import { ChoiceRow, IconButton } from '../../components/controls.js'
import { excerpt } from '../../components/excerpt.js'
import { VirtualList } from '../../components/virtual-list/virtual-list.js'
import { findingsInOrder } from '../../store/selections.js'
import { setState, useStore } from '../../store/store.js'
import { passes } from '../../store/findings/triage.js'
import { useTriage } from '../../store/findings/triage-session.js'
import { showFinding } from '../../store/view-actions.js'
import { ConfirmationList } from './confirmation-list.js'
import { FindingFilters } from '../triage/triage-head.js'

type Shown = 'open' | 'answered' | 'consistent'

/** What the checks found, in reading order, with the passages and the reason; and what they found consistent. */
export function FindingList() {
  const records = useStore((state) => state.records)
  const filter = useTriage((session) => session.filter)
  const [shown, setShown] = useState<Shown>('open')
  const findings = findingsInOrder(records).filter((finding) => passes(finding, filter))
  const isAnswered = ({ fingerprint }: Finding): boolean => records.decision.has(fingerprint)
  const answered = findings.filter(isAnswered)
  const open = findings.filter((finding) => !isAnswered(finding))
  return (
    <>
      <div className="list-filter">
        <div className="list-filter-row">
          <ChoiceRow<Shown>
            label="Show"
            choices={[
              { id: 'open', label: `Open ${open.length}` },
              { id: 'answered', label: `Answered ${answered.length}` },
              { id: 'consistent', label: 'Consistent' },
            ]}
            value={shown}
            onChange={setShown}
          />
          <IconButton label="Choose the checks of this case" onPress={() => setState({ dialog: 'checks' })}>
            <SlidersHorizontal size={15} aria-hidden />
          </IconButton>
        </div>
        {shown !== 'consistent' && <FindingFilters />}
      </div>
      {shown === 'consistent' ? (
        <ConfirmationList />
      ) : (
        <Findings shown={shown} findings={shown === 'open' ? open : answered} />
      )}
    </>
  )
}

function Findings({ shown, findings }: { shown: 'open' | 'answered'; findings: readonly Finding[] }) {
  const active = useStore((state) => state.view.fingerprint)
  if (findings.length === 0) return <NoFindings shown={shown} />
  return (
    <VirtualList
      key={shown}
      label={shown === 'open' ? 'Open findings' : 'Answered findings'}
      items={findings}
      keyOf={keyOf}
      rowClass="finding-row"
      estimate={150}
      selected={active}
      onChoose={showFinding}
      followsFocus
    >
      {findingRow}
    </VirtualList>
  )
}

const keyOf = ({ fingerprint }: Finding): string => fingerprint
const findingRow = (finding: Finding) => <FindingRow finding={finding} />

function FindingRow({ finding }: { finding: Finding }) {
  const titles = useStore((state) => state.records.source)
  const decision = useStore((state) => state.records.decision.get(finding.fingerprint))
  return (
    <>
      <span className="finding-head">
        <SeverityBadge severity={finding.severity} short />
        <span className="row-title">{categoryLabel(finding.category)}</span>
        {decision && <span className="row-about">{decision.state}</span>}
      </span>
      {finding.spans.slice(0, 2).map((span) => (
        <q key={`${span.source}-${span.start}`} className="row-quote" title={titles.get(span.source)?.title}>
          {excerpt(span.quote, 90)}
        </q>
      ))}
      {finding.spans.length > 2 && (
        <span className="row-about">
          and {finding.spans.length - 2} more {finding.spans.length === 3 ? 'passage' : 'passages'}
        </span>
      )}
      <span className="row-about">{finding.message}</span>
    </>
  )
}

function NoFindings({ shown }: { shown: 'open' | 'answered' }) {
  const running = useStore((state) => state.check.running)
  const sources = useStore((state) => state.records.source.size)
  const isFiltered = useTriage(({ filter }) => Object.values(filter).some((value) => value !== null))
  if (isFiltered) return <p className="empty">No finding passes the filters above.</p>
  if (shown === 'answered') return <p className="empty">Findings that you accept or dismiss are kept here.</p>
  if (running) return <p className="empty">The texts are being checked…</p>
  if (sources === 0)
    return <p className="empty">Add a text, and what contradicts itself in it is listed here.</p>
  return (
    <div className="empty">
      <p>No open findings.</p>
      <p>
        The checks read dates, numbers, names and quotations against each other. What they do not flag is not
        thereby right.
      </p>
    </div>
  )
}
