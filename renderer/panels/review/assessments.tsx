import { useState } from 'react'
import { standingOf, type Assessment, type Standing } from '../../../shared/domain/assessment.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { Person } from '../../../shared/domain/review.js'
import { VerdictBadge } from '../../components/badges.js'
import { Button } from '../../components/controls.js'
import {
  agreeWithActive,
  keepVerdict,
  roleLabel,
  takeAssessmentBack,
} from '../../store/review/review-actions.js'
import { assessmentsOf } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { DifferForm } from './differ-form.js'
import { momentOf } from './moment.js'

const standings: Record<Standing, string> = {
  agrees: 'agrees',
  differs: 'differs',
  settled: 'differs, overruled',
  awaits: 'judged it first',
}

/** What others than its checker say of a claim, and what whoever sits here says. */
export function Assessments({ claim, me }: { claim: Claim; me: Person | null }) {
  const records = useStore((state) => state.records)
  const assessments = assessmentsOf(records, claim.id)
  const own = assessments.find(({ personId }) => personId === me?.id)
  const isDisputed = assessments.some((assessment) => standingOf(assessment, claim) === 'differs')
  return (
    <>
      {assessments.length > 0 && (
        <ul className="opinions" aria-label="Assessments">
          {assessments.map((assessment) => (
            <Opinion key={assessment.id} claim={claim} assessment={assessment} isMine={assessment === own} />
          ))}
        </ul>
      )}
      {isDisputed && (
        <p className="hint">
          Take another verdict above, or{' '}
          <Button onPress={() => void keepVerdict(claim)}>keep this one</Button>
        </p>
      )}
      {me && claim.assigneeId !== me.id && <MyAssessment key={claim.id} claim={claim} me={me} own={own} />}
    </>
  )
}

interface OpinionProps {
  claim: Claim
  assessment: Assessment
  isMine: boolean
}

function Opinion({ claim, assessment, isMine }: OpinionProps) {
  const person = useStore((state) => state.records.person.get(assessment.personId))
  return (
    <li>
      <VerdictBadge verdict={assessment.verdict} />
      <span>
        {isMine ? 'You' : person?.name} ({standings[standingOf(assessment, claim)]})
        <small>
          {person && roleLabel(person.role)}, {momentOf(assessment.updatedAt)}
        </small>
        {assessment.comment && <span className="comment">{assessment.comment}</span>}
      </span>
      {isMine && (
        <Button look="plain" onPress={() => takeAssessmentBack(assessment.id)}>
          Take back
        </Button>
      )}
    </li>
  )
}

function MyAssessment({ claim, me, own }: { claim: Claim; me: Person; own: Assessment | undefined }) {
  const [differing, setDiffering] = useState(false)
  if (differing) return <DifferForm claim={claim} me={me} own={own} onClose={() => setDiffering(false)} />
  const agrees = own !== undefined && standingOf(own, claim) === 'agrees'
  return (
    <div className="button-row">
      {claim.verdict !== null && !agrees && (
        <Button onPress={() => void agreeWithActive()}>Agree with the verdict</Button>
      )}
      <Button data-focus="differ" onPress={() => setDiffering(true)}>
        {own ? 'Change your assessment…' : claim.verdict === null ? 'Give your verdict…' : 'Differ…'}
      </Button>
    </div>
  )
}
