import '../window.js'
import { describe, expect, it } from 'vitest'
import { showClaimsSideBySide, sideBySideLabel } from '../../../../renderer/store/texts/both-passages.js'
import { commandNamed, runCommand } from '../../../../renderer/store/commands.js'
import { recordsOf } from '../../../../renderer/store/case/records.js'
import { getState, setState } from '../../../../renderer/store/store.js'
import type { ViewState } from '../../../../shared/domain/preferences.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'

const article = 'The gate failed on 14 March 2024. It was opened in May 2019.'
const statement = 'The gate failed on 13 March 2024.'

/** A window that shows an article, with a statement beside it in the case. */
function startWindow() {
  const builder = new CaseBuilder()
  const first = builder.source('Article', article)
  const second = builder.source('Statement', statement)
  return { builder, first, second, show: (view: Partial<ViewState>) => show(builder, view) }
}

function show(builder: CaseBuilder, view: Partial<ViewState>): void {
  setState(({ view: before }) => ({
    records: recordsOf(builder.snapshot),
    view: { ...before, ...view },
  }))
}

const whyNot = (): string | null => commandNamed('both-passages')!.whyNot()
const wordsOf = (passage: { start: number; end: number } | null | undefined, text: string) =>
  passage && text.slice(passage.start, passage.end)

/** What the two texts were asked to show. */
function asked() {
  const { view, jump } = getState()
  return { first: view.sourceId, beside: view.beside, jump }
}

describe('opening both passages', () => {
  it('shows those of a finding in two sources side by side, each in view', () => {
    const { builder, first, second, show } = startWindow()
    const finding = builder.finding([
      [first, '14 March 2024'],
      [second, '13 March 2024'],
    ])
    show({ sourceId: second.id, fingerprint: finding.fingerprint, scrollTogether: true })
    expect(runCommand('both-passages')).toBe(true)
    const { jump, ...sides } = asked()
    expect(sides).toEqual({ first: first.id, beside: second.id })
    expect(wordsOf(jump, article)).toBe('14 March 2024')
    expect(wordsOf(jump?.beside, statement)).toBe('13 March 2024')
    expect(getState().view).toMatchObject({
      centre: 'text',
      fingerprint: finding.fingerprint,
      scrollTogether: false,
    })
    expect(getState().announcement).toBe('Side by side: Article, and Statement')
  })

  it('shows one text on both sides when both passages are in it', () => {
    const { builder, first, show } = startWindow()
    const finding = builder.finding([
      [first, '14 March 2024'],
      [first, 'May 2019'],
    ])
    show({ sourceId: first.id, fingerprint: finding.fingerprint })
    runCommand('both-passages')
    const { jump, ...sides } = asked()
    expect(sides).toEqual({ first: first.id, beside: first.id })
    expect(wordsOf(jump?.beside, article)).toBe('May 2019')
  })

  it('goes on to the next passage when there are more than two, beginning with another source', () => {
    const { builder, first, second, show } = startWindow()
    const finding = builder.finding([
      [first, '14 March 2024'],
      [first, 'May 2019'],
      [second, '13 March 2024'],
    ])
    show({ sourceId: first.id, fingerprint: finding.fingerprint })
    const shown = [1, 2, 3].map(() => {
      runCommand('both-passages')
      return getState().view.beside
    })
    expect(shown).toEqual([second.id, first.id, second.id])
  })

  it('shows the finding of the triage', () => {
    const { builder, first, second, show } = startWindow()
    builder.finding([
      [first, '14 March 2024'],
      [second, '13 March 2024'],
    ])
    show({ sourceId: first.id, centre: 'triage' })
    runCommand('both-passages')
    expect(getState().view).toMatchObject({ centre: 'text', beside: second.id })
    expect(getState().view.fingerprint).not.toBe(null)
  })

  it('shows the open claim beside the one that contradicts it, and stays at that claim', () => {
    const { builder, first, second, show } = startWindow()
    const claim = builder.claim(first, '14 March 2024')
    const like = builder.claim(first, 'May 2019')
    const contrary = builder.claim(second, '13 March 2024')
    builder.relation(claim, 'same-as', like)
    builder.relation(contrary, 'contradicts', claim)
    show({ sourceId: first.id, claimId: claim.id })
    runCommand('both-passages')
    expect(wordsOf(getState().jump?.beside, statement)).toBe('13 March 2024')
    expect(getState().view.claimId).toBe(claim.id)
    showClaimsSideBySide(claim, like)
    expect(wordsOf(getState().jump?.beside, article)).toBe('May 2019')
  })

  it('says why there is nothing to open', () => {
    const { builder, first, show } = startWindow()
    const alone = builder.finding([[first, '14 March 2024']])
    const claim = builder.claim(first, 'May 2019')
    for (const open of [{}, { fingerprint: alone.fingerprint }, { claimId: claim.id }]) {
      show({ sourceId: first.id, fingerprint: null, claimId: null, ...open })
      expect(whyNot()).toBe('Neither a finding with two passages is open, nor a linked claim')
    }
  })
})

describe('the button that opens the passages of a finding side by side', () => {
  const at = (start: number, source = 'article') => ({ source, start, end: start + 10 })

  it('is left out where one view of the text shows them all', () => {
    expect(sideBySideLabel([])).toBe(null)
    expect(sideBySideLabel([at(0)])).toBe(null)
    expect(sideBySideLabel([at(390), at(0), at(200)])).toBe(null)
  })

  it('says whether there are two or more', () => {
    expect(sideBySideLabel([at(391), at(0)])).toBe('Open both side by side')
    expect(sideBySideLabel([at(0), at(0, 'statement')])).toBe('Open both side by side')
    expect(sideBySideLabel([at(0), at(20), at(900)])).toBe('Open the passages side by side')
  })
})
