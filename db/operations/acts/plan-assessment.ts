import { standingOf, type Assessment } from '../../../shared/domain/assessment.js'
import type { Change } from '../../../shared/domain/change.js'
import type { Command } from '../../../shared/domain/command.js'
import { StetError } from '../../../shared/ipc/result.js'
import { assessmentBy, assessments, assessmentsOfClaim } from '../../tables/assessments.js'
import { people } from '../../tables/people.js'
import { liveClaim, missingError, onLiveClaim, requireVerdict, takenError } from '../reading/live-records.js'
import { patched, type Plan, type Planning } from './plan.js'

/** A first judgement of a claim, or another one of the same person in place of the first. */
export function planAssessClaim({ db, at }: Planning, command: Command & { do: 'assess-claim' }): Plan {
  const { id, claimId, personId, fields } = command
  liveClaim(db, claimId)
  if (!people.find(db, personId)) throw missingError('person', personId)
  requireVerdict(db, fields.verdict)
  const before = assessmentBy(db, personId, claimId)
  if (!before) {
    if (assessments.find(db, id)) throw takenError('assessment', id)
    const after: Assessment = {
      id,
      claimId,
      personId,
      ...fields,
      keptVerdict: null,
      createdAt: at,
      updatedAt: at,
    }
    return { label: 'Assess claim', changes: [{ kind: 'assessment', key: id, before: null, after }] }
  }
  const after = patched(before, fields)
  if (after === before) return { label: 'Assess claim', changes: [] }
  const change = changeOf(before, { ...after, keptVerdict: null, updatedAt: at })
  return { label: 'Change assessment', changes: [change] }
}

export function planRemoveAssessment({ db }: Planning, { id }: Command & { do: 'remove-assessment' }): Plan {
  const before = onLiveClaim(db, assessments.find(db, id), 'assessment', id)
  return { label: 'Take assessment back', changes: [{ kind: 'assessment', key: id, before, after: null }] }
}

/** Only those who differ from the verdict are told so; nobody's judgement changes. */
export function planKeepVerdict({ db, at }: Planning, command: Command & { do: 'keep-verdict' }): Plan {
  const claim = liveClaim(db, command.claimId)
  if (claim.verdict === null) {
    throw new StetError(
      'invalid',
      'The claim has no verdict that could be kept. Nothing was changed. Judge it first.',
    )
  }
  const changes = assessmentsOfClaim(db, claim.id)
    .filter((assessment) => standingOf(assessment, claim) === 'differs')
    .map((before) => changeOf(before, { ...before, keptVerdict: claim.verdict, updatedAt: at }))
  return { label: 'Keep verdict', changes }
}

const changeOf = (before: Assessment, after: Assessment): Change => ({
  kind: 'assessment',
  key: before.id,
  before,
  after,
})

/** The refusal to remove someone whose judgements are in the case. */
export function assessorError(name: string): StetError {
  return new StetError(
    'conflict',
    `${name} has judged claims, and a judgement keeps its person. Nothing was changed. Take the judgements back first.`,
  )
}
