import { connectWindow } from '../window.js'
import { afterEach, expect, it } from 'vitest'
import { joinClaims, mergeWithNext } from '../../../../renderer/store/claims/join-claims.js'
import { claimsAtPassageOf } from '../../../../renderer/store/selections.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState } from '../../../../renderer/store/store.js'
import { setTextPlace } from '../../../../renderer/store/texts/text-place.js'
import { showClaim } from '../../../../renderer/store/view-actions.js'
import type { Claim, ClaimFields } from '../../../../shared/domain/claim.js'
import { idOf } from '../../../db/case-data.js'
import { addText, startWithCase } from '../../../electron/service/running-service.js'

const [first, second, later] = [idOf<Claim['id']>(10), idOf<Claim['id']>(11), idOf<Claim['id']>(12)]
const claims = (): Claim[] => [...getState().records.claim.values()]

afterEach(() => setTextPlace('first', null))

/** A window on a case with two claims on one passage, as a merge can bring them together, and one after them. */
async function startWithTwins(mine: Partial<ClaimFields>, theirs: Partial<ClaimFields>) {
  const started = await startWithCase()
  const { source: sourceId } = await addText(started)
  const add = (id: Claim['id'], start: number, fields: Partial<ClaimFields>) =>
    started.ask('case.perform', { do: 'add-claim', id, sourceId, start, end: start + 4, fields })
  await add(first, 0, mine)
  await add(second, 0, theirs)
  await add(later, 5, {})
  connectWindow(started)
  await start.startWindow(() => {})
  await expect.poll(() => claims().length).toBe(3)
  return started
}

it('finds the other claims on exactly the passage of a claim', async () => {
  await startWithTwins({}, {})
  const { records } = getState()
  const others = (id: Claim['id']) => claimsAtPassageOf(records, records.claim.get(id)!).map((one) => one.id)
  expect([others(first), others(second), others(later)]).toEqual([[second], [first], []])
})

it('joins one into the other, which keeps its judgement whole, and says what was left out', async () => {
  const { ask } = await startWithTwins(
    { verdict: 'supported', claimant: 'The mayor' },
    { verdict: 'garbled', confidence: 'low', claimant: 'The mayor', correction: 'Today' },
  )
  await joinClaims(first, second)
  expect(getState().records.claim.get(first)).toMatchObject({
    verdict: 'supported',
    confidence: null,
    correction: null,
  })
  expect(claims()).toHaveLength(2)
  const left = 'the verdict “Garbled”, the low confidence, the wording “Today”'
  expect(getState().toasts.at(-1)).toMatchObject({
    message: `Claims merged. Left out: ${left}.`,
  })
  expect(await ask('case.undo')).toMatchObject({ redo: 'Merge claims' })
})

it('says too what the first of them gave up, which had no verdict', async () => {
  await startWithTwins({ correction: 'Yesterday' }, { verdict: 'garbled', confidence: 'low' })
  await joinClaims(first, second)
  expect(getState().records.claim.get(first)).toMatchObject({
    verdict: 'garbled',
    confidence: 'low',
    correction: null,
  })
  expect(getState().toasts.at(-1)?.message).toBe('Claims merged. Left out: the wording “Yesterday”.')
})

it('joins the active claim with the next in the text, and says no more where nothing is left out', async () => {
  await startWithTwins({}, { verdict: 'garbled' })
  showClaim(first)
  await mergeWithNext()
  await mergeWithNext()
  expect(claims()).toMatchObject([{ id: first, verdict: 'garbled', selector: { start: 0, end: 9 } }])
  expect(getState().toasts.at(-1)?.message).toBe('Claims merged.')
  await mergeWithNext()
  expect(getState().toasts.at(-1)?.message).toContain('no claim after this one')
})
