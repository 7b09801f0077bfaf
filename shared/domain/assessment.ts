import { z } from 'zod'
import type { Claim } from './claim.js'
import { assessmentIdSchema, claimIdSchema, instantSchema, personIdSchema } from './ids.js'
import { verdicts, type Verdict } from './verdicts.js'

/** What someone who reads a claim after its checker says of it. */
export const assessmentFieldsSchema = z.strictObject({
  verdict: z.enum(verdicts.map(({ id }) => id) as [Verdict, ...Verdict[]]),
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
  createdAt: instantSchema,
  updatedAt: instantSchema,
})

export type AssessmentFields = z.infer<typeof assessmentFieldsSchema>
export type Assessment = z.infer<typeof assessmentSchema>

/** What a judgement is to the claim as it is now; `awaits` while the claim has no verdict to agree with. */
export function standingOf({ verdict }: Assessment, claim: Claim): 'agrees' | 'differs' | 'awaits' {
  if (claim.verdict === null) return 'awaits'
  return verdict === claim.verdict ? 'agrees' : 'differs'
}

/** Whether those who judged a claim, its verdict in force among them, do not all say the same. */
export function isDisputed({ verdict }: Claim, assessments: readonly Assessment[]): boolean {
  const said = new Set<string>(assessments.map((assessment) => assessment.verdict))
  if (verdict !== null) said.add(verdict)
  return said.size > 1
}
