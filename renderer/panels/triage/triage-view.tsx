import { CircleCheckBig } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { categoryLabel, SeverityBadge } from '../../components/badges.js'
import { CommandKey } from '../../components/command-key.js'
import { Button } from '../../components/controls.js'
import { excerpt } from '../../components/excerpt.js'
import { useStore } from '../../store/store.js'
import { keepFocus } from '../../store/focus.js'
import { announce } from '../../store/toasts.js'
import { everything, shownFinding, triageQueue, type TriageQueue } from '../../store/findings/triage.js'
import {
  followInWindow,
  setTriageFilter,
  showInTriage,
  useTriage,
} from '../../store/findings/triage-session.js'
import { FindingCard } from './finding-card.js'
import { TriageBar } from './triage-bar.js'
import { TriageHead } from './triage-head.js'
import './triage.css'

/** The open findings one at a time, each answered with one key. */
export function TriageView() {
  const records = useStore((state) => state.records)
  const filter = useTriage((session) => session.filter)
  const later = useTriage((session) => session.later)
  const asked = useTriage((session) => session.asked)
  const queue = useMemo(() => triageQueue(records, filter, later), [records, filter, later])
  const shown = shownFinding(queue, asked, later)
  const fingerprint = shown?.fingerprint ?? null
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    followInWindow(fingerprint)
    page.current?.scrollTo(0, 0)
    page.current?.parentElement?.scrollTo(0, 0)
    // A button that had the focus may be of no use to the next finding.
    keepFocus('pane-text')
  }, [fingerprint])
  useEffect(() => {
    if (shown) announce(`Finding: ${shown.message}`)
  }, [shown])
  return (
    <div className="triage">
      <TriageHead queue={queue} />
      <div
        ref={page}
        className="triage-page"
        data-focus="triage"
        tabIndex={-1}
        role="region"
        aria-label="Finding"
      >
        {shown ? (
          <FindingCard key={shown.fingerprint} finding={shown} isPutOff={later.includes(shown.fingerprint)} />
        ) : (
          <NothingShown queue={queue} />
        )}
      </div>
      <TriageBar finding={shown} />
    </div>
  )
}

/** How many put-off findings are named at the end. */
const mostNamed = 8

function NothingShown({ queue }: { queue: TriageQueue }) {
  const all = useStore((state) => state.records.finding.size)
  const running = useStore((state) => state.check.running)
  if (all === 0) {
    return (
      <div className="triage-end">
        <h2>{running ? 'The texts are being checked…' : 'No findings'}</h2>
        <p>{running ? 'What the checks find comes here, one at a time.' : whatChecksDo}</p>
      </div>
    )
  }
  return (
    <div className="triage-end">
      <CircleCheckBig size={38} aria-hidden strokeWidth={1.5} />
      <h2>{queue.later > 0 ? 'All others are decided' : 'All decided'}</h2>
      <Sums queue={queue} />
      <PutOff queue={queue} />
      <Others shown={queue.findings.length} all={all} />
    </div>
  )
}

const whatChecksDo =
  'The checks found nothing that contradicts itself. What they do not flag is not thereby right.'

function Sums({ queue: { findings, decided } }: { queue: TriageQueue }) {
  const decisions = useStore((state) => state.records.decision)
  const accepted = findings.filter(
    ({ fingerprint }) => decisions.get(fingerprint)?.state === 'accepted',
  ).length
  return (
    <p>
      {accepted.toLocaleString('en')} accepted, {(decided - accepted).toLocaleString('en')} dismissed. Each
      can be opened again from the list of findings.
    </p>
  )
}

function PutOff({ queue: { open, later } }: { queue: TriageQueue }) {
  const [first] = open
  if (later === 0 || !first) return null
  return (
    <>
      <h3>{later === 1 ? 'One is put off' : `${later.toLocaleString('en')} are put off`}</h3>
      <ul>
        {open.slice(0, mostNamed).map(({ fingerprint, severity, category, spans }) => (
          <li key={fingerprint}>
            <Button look="plain" onPress={() => showInTriage(fingerprint)}>
              <SeverityBadge severity={severity} short />
              <span>{categoryLabel(category)}</span>
              <q>{excerpt(spans[0]?.quote ?? '', 60)}</q>
            </Button>
          </li>
        ))}
      </ul>
      <Button look="primary" onPress={() => showInTriage(first.fingerprint)}>
        Go through them <CommandKey command="next" />
      </Button>
    </>
  )
}

function Others({ shown, all }: { shown: number; all: number }) {
  if (shown === all) return null
  return (
    <p>
      The filter leaves out {(all - shown).toLocaleString('en')} findings.{' '}
      <Button onPress={() => setTriageFilter(everything)}>Show all</Button>
    </p>
  )
}
