import { z } from 'zod'
import type { Claim } from './claim.js'
import { assessmentIdSchema, claimIdSchema, instantSchema, personIdSchema } from './ids.js'
import { verdictIdSchema } from './verdict-scale.js'

/** What someone who reads a claim after its checker says of it. */
export const assessmentFieldsSchema = z.strictObject({
  verdict: verdictIdSchema,
  comment: z.string().trim().max(2000).nullable(),
})

/**
 * One person's judgement of one claim; there is one at most for each person and claim. The claim's own verdict is the
 * proposal in force: who gives the same agrees with it, who gives another differs.
 */
export const assessmentSchema = assessmentFieldsSchema.extend({
  id: assessmentIdSchema,
  claimId: claimIdSchema,
  personId: personIdSchema,
  /** The verdict that was kept against this judgement: while it is the claim's, the two need not be settled any more. */
  keptVerdict: verdictIdSchema.nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})

export type AssessmentFields = z.infer<typeof assessmentFieldsSchema>
export type Assessment = z.infer<typeof assessmentSchema>

/**
 * What a judgement is to the claim as it is now: `awaits` while the claim has no verdict to agree with, `settled` when it
 * differs and the claim's verdict was kept all the same.
 */
export type Standing = 'agrees' | 'differs' | 'settled' | 'awaits'

export function standingOf({ verdict, keptVerdict }: Assessment, claim: Claim): Standing {
  if (claim.verdict === null) return 'awaits'
  if (verdict === claim.verdict) return 'agrees'
  return keptVerdict === claim.verdict ? 'settled' : 'differs'
}

/** Whether a claim is still to be settled: somebody differs from its verdict, or it has none and they differ in theirs. */
export function isDisputed(claim: Claim, assessments: readonly Assessment[]): boolean {
  if (claim.verdict === null) return new Set(assessments.map(({ verdict }) => verdict)).size > 1
  return assessments.some((assessment) => standingOf(assessment, claim) === 'differs')
}
