import '../../timeline/bridge-only.js'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { WhyFlagged } from '../../../../renderer/panels/inspector/why-flagged.js'
import { recordsOf } from '../../../../renderer/store/case/records.js'
import { useStore } from '../../../../renderer/store/store.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'

/** What is told at a claim of so many findings: at once, and what is folded away. */
function told(findings: number): { atOnce: number; folded: number; words: string } {
  const builder = new CaseBuilder()
  const source = builder.source('Mill', 'The mill burned in 1921.')
  const claim = builder.claim(source, '1921')
  for (let count = 0; count < findings; count++) builder.finding([[source, '1921']])
  // What is drawn into a string shows the state that a store begins with.
  Object.assign(useStore.getInitialState(), { records: recordsOf(builder.snapshot) })
  const [atOnce = '', folded = ''] = renderToStaticMarkup(createElement(WhyFlagged, { claim })).split(
    '<details',
  )
  const rows = (markup: string): number => markup.split('<button').length - 1
  return { atOnce: rows(atOnce), folded: rows(folded), words: /\d+ more findings/.exec(folded)?.[0] ?? '' }
}

describe('the findings at a claim', () => {
  it('are told before its judgement while they are few', () => {
    expect(told(0)).toMatchObject({ atOnce: 0, folded: 0 })
    expect(told(3)).toMatchObject({ atOnce: 3, folded: 0 })
    expect(told(4)).toMatchObject({ atOnce: 4, folded: 0 })
  })

  it('are folded away when they would push the judgement out of sight', () => {
    expect(told(15)).toEqual({ atOnce: 3, folded: 12, words: '12 more findings' })
  })
})
