import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Finding } from '../../shared/domain/finding.js'
import { categoryLabel, SeverityBadge } from '../components/badges.js'
import { ChoiceRow } from '../components/controls.js'
import { excerpt } from '../components/excerpt.js'
import { useRowInView } from '../components/use-row-in-view.js'
import { noTypeahead } from '../components/no-typeahead.js'
import { findingsInOrder, openFindings } from '../store/selections.js'
import { useStore } from '../store/store.js'
import { showFinding } from '../store/view-actions.js'

type Shown = 'open' | 'answered'

/** What the checks found, in reading order, with the passages and the reason. */
export function FindingList() {
  const records = useStore((state) => state.records)
  const active = useStore((state) => state.view.fingerprint)
  useRowInView(active)
  const [shown, setShown] = useState<Shown>('open')
  const answered = findingsInOrder(records).filter(({ fingerprint }) => records.decision.has(fingerprint))
  const findings = shown === 'open' ? openFindings(records) : answered
  return (
    <>
      <div className="list-filter">
        <ChoiceRow<Shown>
          label="Show"
          choices={[
            { id: 'open', label: `Open ${openFindings(records).length}` },
            { id: 'answered', label: `Answered ${answered.length}` },
          ]}
          value={shown}
          onChange={setShown}
        />
      </div>
      {findings.length === 0 ? (
        <NoFindings shown={shown} />
      ) : (
        <ListBox
          aria-label={shown === 'open' ? 'Open findings' : 'Answered findings'}
          className="list"
          items={findings}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={active ? [active] : []}
          dependencies={[records]}
          onSelectionChange={(keys) => {
            const [fingerprint] = keys as Set<string>
            if (fingerprint) showFinding(fingerprint)
          }}
        >
          {(finding) => (
            <ListBoxItem id={finding.fingerprint} textValue={noTypeahead} className="row finding-row">
              <FindingRow finding={finding} />
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </>
  )
}

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
        <span className="row-about">and {finding.spans.length - 2} more passages</span>
      )}
      <span className="row-about">{finding.message}</span>
    </>
  )
}

function NoFindings({ shown }: { shown: Shown }) {
  const running = useStore((state) => state.check.running)
  const sources = useStore((state) => state.records.source.size)
  if (shown === 'answered') return <p className="empty">Findings that you accept or dismiss are kept here.</p>
  if (running) return <p className="empty">The texts are being checked…</p>
  if (sources === 0)
    return <p className="empty">Add a text, and what contradicts itself in it is listed here.</p>
  return (
    <div className="empty">
      <p>No open findings.</p>
      <p>
        The checks look at dates, their order, fragments and repeats. What they do not flag is not thereby
        right.
      </p>
    </div>
  )
}
