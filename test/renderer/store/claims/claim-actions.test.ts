import { connectWindow } from '../window.js'
import { afterEach, describe, expect, it } from 'vitest'
import * as claims from '../../../../renderer/store/claims/claim-actions.js'
import { recordsOf } from '../../../../renderer/store/case/records.js'
import * as start from '../../../../renderer/store/start-window.js'
import { getState, setState } from '../../../../renderer/store/store.js'
import { setTextPlace } from '../../../../renderer/store/texts/text-place.js'
import { showClaim, showFinding } from '../../../../renderer/store/view-actions.js'
import { addText, millText, startWithCase } from '../../../electron/service/running-service.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'
import { selectIn } from '../selecting.js'

const shownClaim = () => getState().records.claim.get(getState().view.claimId ?? '')

afterEach(() => setTextPlace('first', null))

/** A window that shows a checked text, in which a person selects passages. */
async function startWindow(text = millText) {
  const started = await startWithCase()
  const { source } = await addText(started, text)
  connectWindow(started)
  await start.startWindow(() => {})
  await expect.poll(() => getState().texts.first?.text).toBe(text)
  const select = (passage: string): void => selectIn(source, text, passage)
  return { ...started, source, select }
}

describe('highlighting', () => {
  it('makes a claim of the selection, and shows it', async () => {
    const { select } = await startWindow()
    select('£38 million')
    await claims.highlight()
    expect(shownClaim()).toMatchObject({
      selector: { exact: '£38 million' },
      status: 'unchecked',
      verdict: null,
    })
  })

  it('shows the claim that is there when the passage is highlighted again', async () => {
    const { select } = await startWindow()
    select('£38 million')
    await claims.highlight()
    const first = shownClaim()
    select('The mill burned')
    await claims.highlight()
    select('£38 million')
    await claims.highlight()
    expect(shownClaim()).toBe(first)
    expect(getState().records.claim.size).toBe(2)
  })

  it('asks for a passage where there is none', async () => {
    await startWindow()
    await claims.highlight()
    expect(getState().records.claim.size).toBe(0)
    expect(getState().toasts).toMatchObject([
      { tone: 'info', message: expect.stringContaining('Select a passage') },
    ])
  })
})

describe('a verdict by its key', () => {
  it('judges the claim, which is checked then; the same key again takes it back', async () => {
    const { select } = await startWindow()
    select('£38 million')
    await claims.highlight()
    claims.toggleVerdict('contradicted')
    await expect.poll(shownClaim).toMatchObject({ verdict: 'contradicted', status: 'checked' })
    claims.toggleVerdict('supported')
    await expect.poll(shownClaim).toMatchObject({ verdict: 'supported', status: 'checked' })
    claims.toggleVerdict('supported')
    await expect.poll(shownClaim).toMatchObject({ verdict: null })
  })

  it('does nothing while no claim is shown', async () => {
    await startWindow()
    claims.toggleVerdict('supported')
    expect(getState().saving).toBe(0)
  })
})

describe('removing the shown claim', () => {
  it('can be taken back from the line that tells of it', async () => {
    const { select } = await startWindow()
    select('£38 million')
    await claims.highlight()
    await claims.removeActiveClaim()
    expect(getState().records.claim.size).toBe(0)
    getState().toasts.at(-1)!.action!.run()
    await expect.poll(() => getState().records.claim.size).toBe(1)
  })
})

describe('accepting and dismissing the shown finding', () => {
  const text = `${millText}\n\nIt burned again on 31 February 2022. The rain came on Sunday, 6 April 2021.`
  const findingOf = (category: string) =>
    [...getState().records.finding.values()].find((finding) => finding.category === category)!

  it('makes claims of its passages, with what the finding stands for, and shows the first', async () => {
    await startWindow(text)
    const finding = findingOf('impossible-date')
    showFinding(finding.fingerprint)
    await claims.acceptActiveFinding()
    expect(shownClaim()).toMatchObject({ type: 'date', verdict: 'garbled', status: 'query' })
    expect(shownClaim()!.selector.exact).toBe(finding.spans[0]!.quote)
    expect(getState().records.decision.get(finding.fingerprint)).toMatchObject({ state: 'accepted' })
  })

  it('is done once, however often it is asked', async () => {
    await startWindow(text)
    const { fingerprint } = findingOf('impossible-date')
    showFinding(fingerprint)
    await claims.acceptActiveFinding()
    showFinding(fingerprint)
    await claims.acceptActiveFinding()
    expect(getState().records.claim.size).toBe(1)
  })

  it('can be taken back from the line that tells of it', async () => {
    await startWindow(text)
    const { fingerprint } = findingOf('impossible-date')
    const decision = () => getState().records.decision.get(fingerprint)
    const takeBack = (): void => getState().toasts.at(-1)!.action!.run()
    showFinding(fingerprint)
    await claims.acceptActiveFinding()
    takeBack()
    await expect.poll(decision).toBe(undefined)
    expect(getState().records.claim.size).toBe(0)
    showFinding(fingerprint)
    await claims.dismissActiveFinding('A quotation')
    expect(decision()).toMatchObject({ state: 'dismissed' })
    takeBack()
    await expect.poll(decision).toBe(undefined)
  })

  it('goes on to the next open finding after a dismissal', async () => {
    await startWindow(text)
    claims.step(1)
    setState(({ view }) => ({ view: { ...view, leftTab: 'findings' } }))
    const order: string[] = []
    for (let round = 0; round < 3; round += 1) {
      claims.step(1)
      order.push(getState().view.fingerprint!)
    }
    expect(new Set(order).size).toBe(3)
    showFinding(order[1]!)
    await claims.dismissActiveFinding('A quotation')
    expect(getState().records.decision.get(order[1]!)).toMatchObject({
      state: 'dismissed',
      reason: 'A quotation',
    })
    expect(getState().view.fingerprint).toBe(order[2])
    claims.step(1)
    expect(getState().view.fingerprint).toBe(order[0])
    claims.step(-1)
    expect(getState().view.fingerprint).toBe(order[2])
  })
})

describe('stepping', () => {
  /** A window that holds these records, and asks nothing of anyone. */
  function holding(builder: CaseBuilder): void {
    const [source] = builder.snapshot.sources
    setState(({ view }) => ({
      records: recordsOf(builder.snapshot),
      view: { ...view, sourceId: source!.id },
    }))
  }

  it('goes through the claims in reading order, and round at the ends', () => {
    const builder = new CaseBuilder()
    const source = builder.source('Bridge', 'One two three')
    const [third, first, second] = ['three', 'One', 'two'].map((quote) => builder.claim(source, quote))
    holding(builder)
    const visited = [1, 1, 1, 1, -1, -1].map((by) => {
      claims.step(by as 1 | -1)
      return shownClaim()
    })
    expect(visited).toEqual([first, second, third, first, third, second])
  })

  it('goes through the open findings while there are no claims, whatever is listed', () => {
    const builder = new CaseBuilder()
    const source = builder.source('Bridge', 'One two three')
    const [one, two] = ['One', 'two'].map((quote) => builder.finding([[source, quote]]))
    holding(builder)
    expect(getState().view.leftTab).toBe('sources')
    claims.step(1)
    expect(getState().view.fingerprint).toBe(one!.fingerprint)
    claims.step(1)
    expect(getState().view.fingerprint).toBe(two!.fingerprint)
  })

  it('begins at the last when it goes back from nothing', () => {
    const builder = new CaseBuilder()
    const source = builder.source('Bridge', 'One two three')
    builder.claim(source, 'One')
    const last = builder.claim(source, 'three')
    holding(builder)
    claims.step(-1)
    expect(shownClaim()).toEqual(last)
  })

  it('goes through the findings that are open, past those that are answered', () => {
    const builder = new CaseBuilder()
    const source = builder.source('Bridge', 'One two three four')
    const [one, two, three, four] = ['One', 'two', 'three', 'four'].map((quote) =>
      builder.finding([[source, quote]]),
    )
    builder.decide(two!, 'accepted')
    builder.decide(four!, 'dismissed', 'A quotation')
    holding(builder)
    showFinding(one!.fingerprint)
    claims.step(1)
    expect(getState().view.fingerprint).toBe(three!.fingerprint)
    claims.step(1)
    expect(getState().view.fingerprint).toBe(one!.fingerprint)
    expect(getState().jump).toEqual({ source: source.id, start: 0, end: 3 })
  })

  it('stays where it is when there is nothing to go to', () => {
    const builder = new CaseBuilder()
    builder.source('Bridge', 'One two three')
    holding(builder)
    claims.step(1)
    expect(getState().view).toMatchObject({ claimId: null, fingerprint: null })
    expect(getState().toasts.map(({ message }) => message)).toEqual([
      'There are no claims and no open findings yet.',
    ])
    setState({ toasts: [] })
    setState(({ view }) => ({ view: { ...view, leftTab: 'findings' } }))
    claims.step(1)
    expect(getState().view.fingerprint).toBe(null)
    expect(getState().toasts.map(({ message }) => message)).toEqual(['No open findings are left.'])
  })

  it('shows a claim instead of the finding, and the other way round', () => {
    const builder = new CaseBuilder()
    const source = builder.source('Bridge', 'One two three')
    const claim = builder.claim(source, 'One')
    const finding = builder.finding([[source, 'two']])
    holding(builder)
    showFinding(finding.fingerprint)
    showClaim(claim.id)
    expect(getState().view).toMatchObject({ claimId: claim.id, fingerprint: null })
    showFinding(finding.fingerprint)
    expect(getState().view).toMatchObject({ claimId: null, fingerprint: finding.fingerprint })
  })
})
