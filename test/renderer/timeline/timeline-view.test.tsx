import './bridge-only.js'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { useTimeline, type TimelinePart } from '../../../renderer/panels/timeline/timeline-state.js'
import { TimelineView } from '../../../renderer/panels/timeline/timeline-view.js'
import { noRecords } from '../../../renderer/store/case/records.js'
import { useStore } from '../../../renderer/store/store.js'
import type { Claim } from '../../../shared/domain/claim.js'
import { nothingHidden } from '../../../shared/timeline/timeline-filter.js'
import { claim, relation, source } from '../../shared/timeline/timeline-records.js'

/** The text and the names that a part of the timeline shows of some claims. */
function shown(claims: readonly Claim[], part: TimelinePart, filter = nothingHidden): string {
  const relations = [relation('contradicts', '1', '3')]
  // What is drawn into a string shows the state that a store begins with.
  Object.assign(useStore.getInitialState(), {
    records: {
      ...noRecords,
      source: new Map(['a', 'b'].map((name, position) => [name, source(name, position)])),
      claim: new Map(claims.map((one) => [one.id, one])),
      relation: new Map(relations.map((one) => [one.id, one])),
    },
  })
  Object.assign(useTimeline.getInitialState(), { part, filter })
  return renderToStaticMarkup(createElement(TimelineView))
}

const claims = [
  claim('1', 'a', '2011-05-09', { verdict: 'contradicted' }),
  claim('2', 'a', '2010-02~'),
  claim('3', 'b', '2011-05-04'),
  claim('4', 'b', null),
]

describe('the timeline', () => {
  it('says what to do while nothing has a date, and what it leaves out', () => {
    const markup = shown([claim('4', 'b', null)], 'axis')
    expect(markup).toContain('Nothing here has a date yet.')
    expect(markup).toContain('Not shown: 1 claim without an event date.')
  })

  it('says that the dates in the texts are being read while it has nothing else', () => {
    Object.assign(useTimeline.getInitialState(), { caseId: 'open' })
    const markup = shown([], 'axis')
    Object.assign(useTimeline.getInitialState(), { caseId: null })
    expect(markup).toContain('The dates in the texts are being read…')
  })

  it('names reversals in words beside the chart', () => {
    const markup = shown(claims, 'order')
    expect(markup).toContain('1 of 2 dated passages is told out of the order of time.')
    expect(markup).toContain('is told after, but lies before,')
    expect(markup).toContain(
      'aria-label="Told 2, in time 1: “What 2 says”, February 2010, uncertain. Claim, not judged. Told out of the order of time: after “What 1 says”, 9 May 2011"',
    )
  })

  it('marks dates that disagree by sign and words', () => {
    const markup = shown(claims, 'matrix')
    expect(markup).toContain('on 1 of them the dates disagree')
    expect(markup).toContain('disagree: 4 May 2011, 9 May 2011')
    expect(markup).toContain(', disagrees</span>')
  })

  it('lists every entry with its date, what it is, its words and its source', () => {
    const markup = shown(claims, 'list')
    for (const words of [
      '9 May 2011',
      'Claim, contradicted',
      'What 1 says',
      'Source a',
      'dated differently elsewhere',
    ])
      expect(markup).toContain(words)
    expect(markup).toContain('aria-rowcount="4"')
  })

  it('offers a way back from a filter that leaves nothing', () => {
    const markup = shown(claims, 'axis', { ...nothingHidden, hiddenKinds: new Set(['claim']) })
    expect(markup).toContain('The filter leaves nothing to show.')
    expect(markup).toContain('Show everything')
  })
})
