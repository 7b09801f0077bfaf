import { connectWindow } from '../window.js'
import { describe, expect, it } from 'vitest'
import * as cases from '../../../../renderer/store/case/case-actions.js'
import * as review from '../../../../renderer/store/review/review-actions.js'
import { assessmentsOf, disagreements, myself, signOffsOf } from '../../../../renderer/store/review/review.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState } from '../../../../renderer/store/store.js'
import { showClaim } from '../../../../renderer/store/view-actions.js'
import type { Claim } from '../../../../shared/domain/claim.js'
import type { ClaimId } from '../../../../shared/domain/ids.js'
import { addText, millText, startWithCase } from '../../../electron/service/running-service.js'

const claimId = '00000000-0000-4000-8000-00000000000a' as ClaimId
const claim = (): Claim => getState().records.claim.get(claimId)!
const assessments = () => assessmentsOf(getState().records, claimId)
const lastToast = () => getState().toasts.at(-1)?.message

/** A window with one judged claim, which is shown, where a second reader sits. */
async function startReview() {
  const started = await startWithCase()
  const { source } = await addText(started, millText)
  connectWindow(started)
  await start.startWindow(() => {})
  const fields = { verdict: 'contradicted', status: 'checked' } as const
  await cases.perform({ do: 'add-claim', id: claimId, sourceId: source, start: 0, end: 8, fields })
  await review.addMyself('Grace', 'second-reader')
  showClaim(claimId)
  return started
}

describe('a second reader', () => {
  it('is who was added here, and is told apart by name', async () => {
    await startReview()
    expect(myself(getState())).toMatchObject({ name: 'Grace', role: 'second-reader' })
    expect(review.refuseName(' GRACE ')).toBe('Grace is in the list already')
    expect(review.refuseName('Grace', myself(getState())!.id)).toBeNull()
    expect(review.refuseName(' ')).toBe('A person needs a name')
  })

  it('agrees with the verdict by one act, which the same act takes back', async () => {
    await startReview()
    await review.agreeWithActive()
    expect(assessments()).toMatchObject([{ verdict: 'contradicted', comment: null }])
    expect(lastToast()).toBe('You agree: Contradicted.')
    await review.agreeWithActive()
    expect(assessments()).toEqual([])
    await cases.undo()
    expect(assessments()).toHaveLength(1)
  })

  it('differs with a reason, and comes to agree without losing it', async () => {
    await startReview()
    const me = myself(getState())!
    await review.assess(claim(), me, { verdict: 'garbled', comment: 'The month' })
    expect(disagreements(getState().records)).toHaveLength(1)
    await review.agreeWithActive()
    expect(assessments()).toMatchObject([{ verdict: 'contradicted', comment: 'The month' }])
    expect(disagreements(getState().records)).toEqual([])
  })

  it('does not agree with nothing, or with what they check themselves', async () => {
    await startReview()
    review.assign(claim(), myself(getState())!.id)
    await expect.poll(() => claim().assigneeId).toBe(myself(getState())!.id)
    await review.agreeWithActive()
    expect(lastToast()).toContain('somebody else reads it')
    review.assign(claim(), null)
    await cases.perform({ do: 'edit-claim', id: claimId, fields: { verdict: null } })
    await review.agreeWithActive()
    expect(lastToast()).toContain('no verdict yet')
    expect(assessments()).toEqual([])
  })
})

describe('a disagreement', () => {
  it('is settled by either verdict', async () => {
    await startReview()
    const me = myself(getState())!
    await review.assess(claim(), me, { verdict: 'garbled', comment: null })
    await review.keepVerdict(claim())
    expect(disagreements(getState().records)).toEqual([])
    expect(claim().verdict).toBe('contradicted')
    await cases.undo()
    expect(disagreements(getState().records)).toHaveLength(1)
    await review.takeVerdict(claim(), 'garbled')
    expect(claim().verdict).toBe('garbled')
    expect(disagreements(getState().records)).toEqual([])
  })
})

describe('a signature', () => {
  it('is given in the present round by whoever sits here, and withdrawn', async () => {
    await startReview()
    await review.openRound('First reading')
    await review.signActive()
    const [signOff] = signOffsOf(getState().records, claimId)
    const [round] = getState().records.round.values()
    expect(signOff).toMatchObject({ name: 'Grace', role: 'second-reader', roundId: round!.id })
    expect([claim().status, lastToast()]).toEqual(['reviewed', 'Claim signed as Grace, Second reader.'])
    await review.withdraw(signOff!)
    expect(signOffsOf(getState().records, claimId)).toEqual([])
  })

  it('is not given twice over the same words, but again when they changed or another round is open', async () => {
    await startReview()
    const signatures = () => signOffsOf(getState().records, claimId).length
    await review.signActive()
    await review.signActive()
    expect([signatures(), lastToast()]).toEqual([
      1,
      'You have signed this claim, and it is as it was signed.',
    ])
    await cases.perform({ do: 'edit-claim', id: claimId, fields: { confidence: 'low' } })
    await review.signActive()
    await review.openRound('Second reading')
    await review.signActive()
    expect(signatures()).toBe(3)
  })

  it('needs somebody to sign', async () => {
    await startReview()
    await review.removePerson(myself(getState())!)
    await review.signActive()
    expect(lastToast()).toContain('who you are')
    expect(getState().records['sign-off'].size).toBe(0)
  })

  it('keeps its person, which is said', async () => {
    await startReview()
    await review.signActive()
    await review.removePerson(myself(getState())!)
    expect(lastToast()).toContain('Grace has signed')
    expect(getState().records.person.size).toBe(1)
  })
})
