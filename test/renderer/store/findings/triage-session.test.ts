import { connectWindow } from '../window.js'
import { describe, expect, it } from 'vitest'
import * as cases from '../../../../renderer/store/case/case-actions.js'
import { dismissActiveFinding, reopenFinding } from '../../../../renderer/store/claims/claim-actions.js'
import { runCommand } from '../../../../renderer/store/commands.js'
import { withFindings } from '../../../../renderer/store/case/records.js'
import { toggleHold } from '../../../../renderer/store/claims/held-claim.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState, setState } from '../../../../renderer/store/store.js'
import {
  acceptShown,
  canRelate,
  dismissShown,
  followInWindow,
  isTriaging,
  putOffShown,
  setTriageFilter,
  showInTriage,
  stepTriage,
  triageNow,
  undoTriage,
  useTriage,
} from '../../../../renderer/store/findings/triage-session.js'
import { inspectClaim, inspectFinding, showCentre } from '../../../../renderer/store/view-actions.js'
import { addText, startWithCase } from '../../../electron/service/running-service.js'

const text = [
  'It burned on 31 February 2022. The rain came on Sunday, 6 April 2021.',
  'The council met on 30 February 2020 and again on Monday, 4 March 2021.',
].join('\n\n')

/** A window on a case with four findings of one passage each. */
async function startTriage() {
  const started = await startWithCase()
  await addText(started, text)
  connectWindow(started)
  await start.startWindow(() => {})
  const order = triageNow().open.map(({ fingerprint }) => fingerprint)
  return { ...started, order }
}

const shown = () => triageNow().shown?.fingerprint ?? null
const stateOf = (fingerprint: string) => getState().records.decision.get(fingerprint)?.state

describe('going through the findings', () => {
  it('begins with the first and shows the next once one is accepted', async () => {
    const { order } = await startTriage()
    expect(order.length).toBeGreaterThanOrEqual(4)
    expect(shown()).toBe(order[0])
    await acceptShown()
    expect(stateOf(order[0]!)).toBe('accepted')
    expect(getState().records.claim.size).toBe(1)
    expect(shown()).toBe(order[1])
    expect(useTriage.getState().last?.saying).toBe('Accepted: one claim made.')
    expect(triageNow()).toMatchObject({ decided: 1 })
  })

  it('accepts what was shown when it was asked, once, however quickly it is asked again', async () => {
    const { order } = await startTriage()
    await Promise.all([acceptShown(), acceptShown()])
    expect(stateOf(order[0]!)).toBe('accepted')
    expect(stateOf(order[1]!)).toBeUndefined()
  })

  it('draws no relation where there is one passage only', async () => {
    const { order } = await startTriage()
    expect(canRelate()).toBe(false)
    await acceptShown('same-as')
    expect(stateOf(order[0]!)).toBeUndefined()
  })

  it('dismisses with a reason, and goes on with the next', async () => {
    const { order } = await startTriage()
    dismissShown()
    expect(getState()).toMatchObject({ dialog: 'dismiss', view: { fingerprint: order[0] } })
    await dismissActiveFinding('A quotation')
    expect(stateOf(order[0]!)).toBe('dismissed')
    expect(shown()).toBe(order[1])
  })

  it('steps over those that are answered, going round', async () => {
    const { order } = await startTriage()
    stepTriage(1)
    await acceptShown()
    stepTriage(-1)
    expect(shown()).toBe(order[0])
    stepTriage(1)
    expect(shown()).toBe(order[2])
    stepTriage(-1)
    stepTriage(-1)
    expect(shown()).toBe(order.at(-1))
  })

  it('comes back to what was taken back, by whichever way', async () => {
    const { order } = await startTriage()
    await acceptShown()
    await acceptShown()
    await undoTriage()
    expect(shown()).toBe(order[1])
    expect(getState().records.claim.size).toBe(1)
    await cases.undo()
    expect(shown()).toBe(order[0])
    await acceptShown()
    stepTriage(1)
    reopenFinding(order[0]!)
    await expect.poll(shown).toBe(order[0])
  })
})

describe('a finding that is put off', () => {
  it('comes behind the others, and back at once when that is undone', async () => {
    const { order } = await startTriage()
    putOffShown()
    expect(shown()).toBe(order[1])
    expect(triageNow().open.map(({ fingerprint }) => fingerprint)).toEqual([...order.slice(1), order[0]])
    await undoTriage()
    expect(shown()).toBe(order[0])
    expect(triageNow().later).toBe(0)
    expect(getState().open?.undo).not.toBe('Accept finding')
  })

  it('is not shown at the end unless it is asked for', async () => {
    const { order } = await startTriage()
    putOffShown()
    for (let left = order.length - 1; left > 1; left -= 1) await acceptShown()
    putOffShown()
    expect(shown()).toBeNull()
    expect(isTriaging()).toBe(false)
    expect(triageNow()).toMatchObject({ later: 2, decided: order.length - 2 })
    stepTriage(1)
    expect(shown()).toBe(order[0])
    await acceptShown()
    expect(shown()).toBe(order.at(-1))
  })
})

describe('what triage is about', () => {
  it('is what the window is about', async () => {
    const { order } = await startTriage()
    showInTriage(order[2]!)
    followInWindow(shown())
    expect(getState().view).toMatchObject({ fingerprint: order[2], claimId: null })
  })

  it('is the finding that the window was about, whichever way the triage comes', async () => {
    const { order } = await startTriage()
    const [first, second, third] = order as [string, string, string]
    showCentre('triage')
    followInWindow(shown())
    expect(shown()).toBe(first)
    showCentre('text')
    inspectFinding(third)
    runCommand('show-triage')
    expect(shown()).toBe(third)
    showCentre('text')
    inspectFinding(second)
    showCentre('triage')
    expect(shown()).toBe(second)
  })

  it('is where it was left when the window is about no finding', async () => {
    const { order } = await startTriage()
    stepTriage(1)
    showCentre('triage')
    expect(shown()).toBe(order[1])
  })

  it('stays shown when another is found before it', async () => {
    const { order } = await startTriage()
    followInWindow(shown())
    const { finding } = getState().records
    const sooner = { ...finding.get(order[0]!)!, fingerprint: 'findingsooner' }
    const spans = sooner.spans.map((span) => ({ ...span, start: 0 }))
    setState(({ records }) => ({ records: withFindings(records, [{ ...sooner, spans }], []) }))
    expect(triageNow().open[0]!.fingerprint).toBe('findingsooner')
    expect(shown()).toBe(order[0])
  })

  it('leaves a claim that is held where it is, and is answered all the same', async () => {
    const { order } = await startTriage()
    await acceptShown()
    const [claim] = getState().records.claim.keys()
    inspectClaim(claim!)
    toggleHold()
    showCentre('triage')
    followInWindow(shown())
    expect(getState().view).toMatchObject({ claimId: claim, heldClaimId: claim, fingerprint: null })
    dismissShown()
    await dismissActiveFinding('Quoted as said')
    expect(stateOf(order[1]!)).toBe('dismissed')
    expect(getState().view).toMatchObject({ claimId: claim, heldClaimId: claim })
  })

  it('is narrowed by a filter, and forgotten with the case', async () => {
    const { order, person, folder } = await startTriage()
    setTriageFilter({ category: 'impossible-date' })
    expect(triageNow().findings.every(({ category }) => category === 'impossible-date')).toBe(true)
    expect(triageNow().findings.length).toBeLessThan(order.length)
    putOffShown()
    person.newCase = `${folder}/cases/Other.stet`
    await cases.createCase()
    await expect.poll(() => useTriage.getState().later).toEqual([])
    expect(useTriage.getState().filter.category).toBeNull()
  })
})
