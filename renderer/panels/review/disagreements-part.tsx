import { standingOf, type Assessment } from '../../../shared/domain/assessment.js'
import { verdictLabel } from '../../../shared/domain/case-scale.js'
import type { Verdict } from '../../../shared/domain/verdict-scale.js'
import { VerdictBadge } from '../../components/badges.js'
import { Button } from '../../components/controls.js'
import { keepVerdict, roleLabel, takeVerdict } from '../../store/review/review-actions.js'
import type { Disagreement } from '../../store/review/review.js'
import { useStore } from '../../store/store.js'
import { ClaimRows } from './claim-rows.js'
import { momentOf } from './moment.js'
import { Part } from './part.js'
import { useVerdictOrigin } from './use-verdict-origin.js'
import { useCaseScale } from '../../store/claims/verdict-scale.js'

/** The claims of which those who judged them do not all say the same, and what can settle each. */
export function DisagreementsPart({ disputed }: { disputed: readonly Disagreement[] }) {
  const hasAssessments = useStore((state) => state.records.assessment.size > 0)
  return (
    <Part title="Disagreements" count={disputed.length} area="disagreements">
      {disputed.length === 0 ? (
        <p className="hint">
          {hasAssessments
            ? 'None: whoever judged a claim after its checker agrees, or it was settled.'
            : 'Nobody has judged a claim after its checker yet. Open a claim to agree with its verdict or to differ.'}
        </p>
      ) : (
        <ClaimRows label="Disagreements" entries={disputed} claimOf={({ claim }) => claim}>
          {(entry) => <DisagreementRow {...entry} />}
        </ClaimRows>
      )}
    </Part>
  )
}

function DisagreementRow({ claim, assessments }: Disagreement) {
  const scale = useCaseScale()
  const origin = useVerdictOrigin(claim)
  const proposed = [...new Set(assessments.map(({ verdict }) => verdict))].filter(
    (it) => it !== claim.verdict,
  )
  return (
    <>
      <ul className="opinions">
        <li>
          <VerdictBadge verdict={claim.verdict} />
          <span>
            In force
            {claim.verdict && origin && (
              <small>
                {origin.actor}, {momentOf(origin.at)}
              </small>
            )}
          </span>
        </li>
        {assessments.map((assessment) => (
          <Opinion
            key={assessment.id}
            assessment={assessment}
            isSettled={standingOf(assessment, claim) === 'settled'}
          />
        ))}
      </ul>
      <div className="button-row">
        {claim.verdict && (
          <Button onPress={() => void keepVerdict(claim)}>Keep: {verdictLabel(scale, claim.verdict)}</Button>
        )}
        {proposed.map((verdict: Verdict) => (
          <Button key={verdict} onPress={() => void takeVerdict(claim, verdict)}>
            Take: {verdictLabel(scale, verdict)}
          </Button>
        ))}
      </div>
    </>
  )
}

function Opinion({ assessment, isSettled }: { assessment: Assessment; isSettled: boolean }) {
  const person = useStore((state) => state.records.person.get(assessment.personId))
  return (
    <li>
      <VerdictBadge verdict={assessment.verdict} />
      <span>
        {person?.name}
        <small>
          {person && roleLabel(person.role)}, {momentOf(assessment.updatedAt)}
          {isSettled && ', overruled'}
        </small>
        {assessment.comment && <span className="comment">{assessment.comment}</span>}
      </span>
    </li>
  )
}
