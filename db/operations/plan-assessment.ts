import type { Assessment } from '../../shared/domain/assessment.js'
import type { Command } from '../../shared/domain/command.js'
import { StetError } from '../../shared/ipc/result.js'
import { assessmentBy, assessments } from '../tables/assessments.js'
import { people } from '../tables/people.js'
import { liveClaim, missingError, onLiveClaim, takenError } from './live-records.js'
import { patched, type Plan, type Planning } from './plan.js'

/** A first judgement of a claim, or another one of the same person in place of the first. */
export function planAssessClaim({ db, at }: Planning, command: Command & { do: 'assess-claim' }): Plan {
  const { id, claimId, personId, fields } = command
  liveClaim(db, claimId)
  if (!people.find(db, personId)) throw missingError('person', personId)
  const before = assessmentBy(db, personId, claimId)
  if (!before) {
    if (assessments.find(db, id)) throw takenError('assessment', id)
    const after: Assessment = { id, claimId, personId, ...fields, createdAt: at, updatedAt: at }
    return { label: 'Assess claim', changes: [{ kind: 'assessment', key: id, before: null, after }] }
  }
  const after = patched(before, fields)
  if (after === before) return { label: 'Assess claim', changes: [] }
  const change = { kind: 'assessment', key: before.id, before, after: { ...after, updatedAt: at } } as const
  return { label: 'Change assessment', changes: [change] }
}

export function planRemoveAssessment(
  { db }: Planning,
  { id }: Command & { do: 'remove-assessment' },
): Plan {
  const before = onLiveClaim(db, assessments.find(db, id), 'assessment', id)
  return { label: 'Take assessment back', changes: [{ kind: 'assessment', key: id, before, after: null }] }
}

/** The refusal to remove someone whose judgements are in the case. */
export function assessorError(name: string): StetError {
  return new StetError(
    'conflict',
    `${name} has judged claims, and a judgement keeps its person. Nothing was changed. Take the judgements back first.`,
  )
}
