import { useMemo } from 'react'
import { disagreements, myself } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { CaseSignOffPart } from './case-sign-off-part.js'
import { DisagreementsPart } from './disagreements-part.js'
import { MyWorkPart } from './my-work-part.js'
import { PeoplePart } from './people-part.js'
import { ProgressPart } from './progress-part.js'
import { RoundsPart } from './rounds-part.js'
import { StalePart } from './stale-part.js'
import { useStaleSignOffs } from './use-stale-sign-offs.js'
import { WhoAmI } from './who-am-i.js'
import './review.css'

/** The review of the case: who takes part, how far they are, where they differ, and who signed what. */
export function ReviewView() {
  const records = useStore((state) => state.records)
  const me = useStore(myself)
  const disputed = useMemo(() => disagreements(records), [records])
  const stale = useStaleSignOffs(null)
  return (
    <div className="review">
      <header className="review-head">
        <h2>Review</h2>
        <WhoAmI />
      </header>
      {records.person.size === 0 && <NobodyYet />}
      <div className="review-parts">
        <div className="review-column">
          {records.person.size > 0 && <DisagreementsPart disputed={disputed} />}
          {me && <MyWorkPart me={me} />}
          <StalePart stale={stale} />
          <CaseSignOffPart me={me} stale={stale} />
        </div>
        <div className="review-column">
          <ProgressPart />
          <PeoplePart />
          <RoundsPart />
        </div>
      </div>
    </div>
  )
}

function NobodyYet() {
  return (
    <p className="review-empty">
      Nobody is named in this case yet. Add yourself, then the others: a <strong>checker</strong> gives claims
      their verdicts, a <strong>second reader</strong> agrees or differs, an <strong>editor</strong> settles
      what is disputed and signs the case off.
    </p>
  )
}
