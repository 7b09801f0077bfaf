import { describe, expect, it } from 'vitest'
import type { TextVersionId } from '../../../shared/domain/ids.js'
import { dayNumber } from '../../../shared/checks/extract/calendar.js'
import { filteredEntries, filteredRows, nothingHidden } from '../../../shared/timeline/timeline-filter.js'
import { claim, datesOf, finding, modelOf, relation } from './timeline-records.js'

const may4 = dayNumber(2011, 5, 4)

describe('the entries of a timeline', () => {
  it('are the claims with an event date, in the order of time', () => {
    const model = modelOf({
      claims: [
        claim('1', 'a', '2011-05-09'),
        claim('2', 'b', '2011-05-04', { eventDateInferred: true }),
        claim('3', 'a', null),
      ],
    })
    expect(model.entries.map(({ id, certainty, span }) => [id, certainty, span.lo])).toEqual([
      ['claim/2', 'inferred', may4],
      ['claim/1', 'stated', may4 + 5],
    ])
    expect(model.undated).toBe(1)
  })

  it('tell of claims that have no place on an axis, and leave out those of no source', () => {
    const model = modelOf({ claims: [claim('1', 'a', 'Y17000000002'), claim('2', 'gone', '2011')] })
    expect(model).toMatchObject({ entries: [], unplaced: 1, undated: 0 })
  })

  it('have no place in the text for a claim that stands in an earlier version', () => {
    const orphan = claim('1', 'a', '2011')
    const selector = { ...orphan.selector, textVersionId: 'older' as TextVersionId }
    expect(modelOf({ claims: [{ ...orphan, selector }] }).entries[0]?.told).toBeNull()
  })

  it('are the dated passages of findings, and not of dismissed ones', () => {
    const found = finding(
      'f',
      'event-date-conflict',
      [
        ['a', 10, 'on Wednesday', 'Wednesday, 4 May 2011'],
        ['b', 30, 'May 2011', '1 May 2011 to 31 May 2011'],
        ['b', 90, 'then', 'not known'],
      ],
      ['“on Wednesday” was counted from 2011-05-06, the date of publication.'],
    )
    const { entries } = modelOf({ findings: [found] })
    expect(entries.map(({ label, certainty, span }) => [label, certainty, span.hi - span.lo])).toEqual([
      ['May 2011', 'stated', 30],
      ['on Wednesday', 'inferred', 0],
    ])
    const dismissed = {
      fingerprint: 'f',
      state: 'dismissed' as const,
      reason: null,
      decidedAt: '',
      decidedBy: '',
    }
    expect(modelOf({ findings: [found], decisions: new Map([['f', dismissed]]) }).entries).toEqual([])
  })

  it('give equal quotes of a finding about order no date that may be the other one’s', () => {
    const found = finding('f', 'order-conflict', [
      ['a', 10, 'the next day', 'Thursday, 5 May 2011'],
      ['a', 50, 'the next day', 'Wednesday, 4 May 2011'],
    ])
    expect(modelOf({ findings: [found] }).entries).toEqual([])
  })

  it('are the dates that were read in the texts, until a claim or finding on the same words is shown', () => {
    const text = 'The gate failed on 4 May 2011. It was mended in June 2011.'
    const dates = [datesOf({ id: 'a', text, published: null })]
    const found = finding('f', 'weekday-mismatch', [['a', 19, '4 May 2011', 'Wednesday, 4 May 2011']])
    const model = modelOf({ dates, findings: [found] })
    const shown = filteredEntries(model, nothingHidden)
    expect(shown.map(({ kind, label }) => [kind, label])).toEqual([
      ['finding', 'The gate failed on 4 May 2011.'],
      ['date', 'It was mended in June 2011.'],
    ])
    const withoutFindings = filteredEntries(model, { ...nothingHidden, hiddenKinds: new Set(['finding']) })
    expect(withoutFindings.map(({ kind, label }) => [kind, label])).toEqual([
      ['date', 'The gate failed on 4 May 2011.'],
      ['date', 'It was mended in June 2011.'],
    ])
  })
})

describe('the rows of dates by source', () => {
  it('join claims that somebody linked, also by way of one without a date, and mark dates that exclude each other', () => {
    const model = modelOf({
      claims: [
        claim('1', 'a', '2011-05-04'),
        claim('2', 'b', null),
        claim('3', 'b', '2011-05-09'),
        claim('4', 'b', '2011-05'),
      ],
      relations: [
        relation('same-as', '1', '2'),
        relation('contradicts', '2', '3'),
        relation('same-as', '3', '4'),
      ],
    })
    expect(model.rows).toHaveLength(1)
    expect(model.rows[0]?.basis).toBe('event')
    expect([...(model.rows[0]?.disagreeing ?? [])].sort()).toEqual(['claim/1', 'claim/3'])
    expect(model.conflicting.has('claim/4')).toBe(false)
  })

  it('do not join claims that only support or qualify one another', () => {
    const model = modelOf({
      claims: [claim('1', 'a', '2011-05-04'), claim('2', 'b', '2011-05-09')],
      relations: [relation('supports', '1', '2')],
    })
    expect(model.rows.map(({ basis }) => basis)).toEqual(['date', 'date'])
    expect(model.conflicting.size).toBe(0)
  })

  it('join the passages of a finding about one event, and a claim on the same words', () => {
    const found = finding('f', 'event-date-conflict', [
      ['a', 110, '4 May', 'Wednesday, 4 May 2011'],
      ['b', 30, '9 May', 'Monday, 9 May 2011'],
    ])
    const model = modelOf({ claims: [claim('1', 'a', '2011-05-04')], findings: [found] })
    expect(model.rows.map(({ entries }) => entries.map(({ id }) => id))).toEqual([
      ['claim/1', 'finding/f/0', 'finding/f/1'],
    ])
    expect(model.conflicting.size).toBe(3)
  })

  it('put what is left with the same date side by side, which cannot disagree', () => {
    const model = modelOf({ claims: [claim('1', 'a', '2011-05-04'), claim('2', 'b', '2011-05-04')] })
    expect(model.rows).toMatchObject([{ basis: 'date', disagreeing: new Set() }])
  })
})

describe('a filter', () => {
  const model = modelOf({
    claims: [
      claim('1', 'a', '2011-05-04', { verdict: 'supported' }),
      claim('2', 'b', '2011-05-09'),
      claim('3', 'b', '2012', { verdict: 'garbled' }),
    ],
    relations: [relation('contradicts', '1', '2')],
  })
  const left = (patch: Partial<typeof nothingHidden>): string[] =>
    filteredEntries(model, { ...nothingHidden, ...patch }).map(({ id }) => id)

  it('leaves out kinds, sources and verdicts', () => {
    expect(left({ hiddenKinds: new Set(['claim']) })).toEqual([])
    expect(left({ hiddenSources: new Set(['b']) })).toEqual(['claim/1'])
    expect(left({ hiddenVerdicts: new Set([null, 'garbled']) })).toEqual(['claim/1'])
  })

  it('can leave only dates that others exclude', () => {
    expect(left({ onlyConflicts: true })).toEqual(['claim/1', 'claim/2'])
  })

  it('keeps marking a disagreement with what it hides, and puts disagreements first', () => {
    const rows = filteredRows(model, { ...nothingHidden, hiddenSources: new Set(['a']) })
    expect(rows.map(({ entries, disagreeing }) => [entries.length, disagreeing.size])).toEqual([
      [1, 2],
      [1, 0],
    ])
  })
})
