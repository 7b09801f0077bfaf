import { describe, expect, it } from 'vitest'
import { recordsOf } from '../../../renderer/store/case/records.js'
import {
  claimNumbers,
  claimsInOrder,
  claimsOf,
  evidenceOf,
  findingsAt,
  findingsInOrder,
  notesOf,
  openFindings,
  openFindingsOf,
  relationsOf,
  sourcesInOrder,
} from '../../../renderer/store/selections.js'
import { CaseBuilder } from '../../shared/report/case-builder.js'

const text = 'The bridge opened on Monday, 3 March 2021. It cost £38 million, the board said.'

/** A case whose records lie in another order than they are read in. */
function bridgeCase() {
  const builder = new CaseBuilder()
  const second = builder.source('Second', text, { position: 1 })
  const first = builder.source('First', text, { position: 0 })
  const late = builder.claim(first, 'the board said')
  const elsewhere = builder.claim(second, 'bridge')
  const long = builder.claim(first, 'Monday, 3 March 2021')
  const short = builder.claim(first, 'Monday')
  return { builder, first, second, late, elsewhere, long, short }
}

describe('the sources and claims of a case', () => {
  it('come in reading order, the shorter of two claims at one place first', () => {
    const { builder, first, second, late, elsewhere, long, short } = bridgeCase()
    const records = recordsOf(builder.snapshot)
    expect(sourcesInOrder(records.source)).toEqual([first, second])
    expect(claimsOf(records, first.id)).toEqual([short, long, late])
    expect(claimsInOrder(records)).toEqual([short, long, late, elsewhere])
    expect(claimsOf(records, 'no such source')).toEqual([])
  })

  it('that are not in the text come last, so that they leave the numbers of the others alone', () => {
    const { builder, first, long, short, late, elsewhere } = bridgeCase()
    const before = claimNumbers(recordsOf(builder.snapshot))
    const lost = builder.claimAt(first, 0, 3)
    lost.selector.textVersionId = elsewhere.selector.textVersionId
    const records = recordsOf(builder.snapshot)
    expect(claimsInOrder(records)).toEqual([short, long, late, elsewhere, lost])
    expect([...claimNumbers(records)]).toEqual([...before, [lost.id, 5]])
  })

  it('are the same lists as long as nothing has changed, so that views can skip', () => {
    const { builder, first } = bridgeCase()
    const records = recordsOf(builder.snapshot)
    expect(claimsInOrder(records)).toBe(claimsInOrder(records))
    const changed = { ...records, finding: new Map() }
    expect(claimsOf(changed, first.id)).toBe(claimsOf(records, first.id))
    expect(claimsOf(records, 'none')).toBe(claimsOf(records, 'none either'))
  })

  it('have their notes, evidence and relations, whichever end of a relation they are', () => {
    const { builder, long, late, elsewhere } = bridgeCase()
    builder.note(long, 'Ask the mayor')
    builder.evidence(long, 'Minutes')
    builder.relation(long, 'contradicts', elsewhere)
    const records = recordsOf(builder.snapshot)
    expect(notesOf(records, long.id).map(({ text }) => text)).toEqual(['Ask the mayor'])
    expect(evidenceOf(records, long.id).map(({ title }) => title)).toEqual(['Minutes'])
    expect(relationsOf(records, long.id)).toEqual(relationsOf(records, elsewhere.id))
    expect(relationsOf(records, long.id)).toHaveLength(1)
    for (const list of [notesOf, evidenceOf, relationsOf]) expect(list(records, late.id)).toEqual([])
  })
})

describe('the findings of a case', () => {
  it('come in the order of their first passages, the graver first at one place', () => {
    const { builder, first, second } = bridgeCase()
    const elsewhere = builder.finding([[second, 'bridge']])
    const cost = builder.finding([[first, '£38 million']])
    const light = builder.finding([[first, 'Monday']], { severity: 'check' })
    const grave = builder.finding([[first, 'Monday']], { severity: 'error' })
    expect(findingsInOrder(recordsOf(builder.snapshot))).toEqual([grave, light, cost, elsewhere])
  })

  it('are open until a person has answered them', () => {
    const { builder, first, second } = bridgeCase()
    const accepted = builder.finding([[first, 'Monday']])
    const dismissed = builder.finding([[first, 'bridge']])
    const both = builder.finding([
      [first, '£38 million'],
      [second, '£38 million'],
    ])
    builder.decide(accepted, 'accepted')
    builder.decide(dismissed, 'dismissed', 'A quotation')
    const records = recordsOf(builder.snapshot)
    expect(openFindings(records)).toEqual([both])
    expect(openFindingsOf(records, second.id)).toEqual([both])
    expect(openFindingsOf(records, 'none')).toEqual([])
  })

  it('stand at a claim when their passages overlap, not when they only touch', () => {
    const { builder, first, second, long } = bridgeCase()
    const overlapping = builder.finding([[first, '3 March 2021. It']])
    const inside = builder.finding([[first, 'March']])
    builder.finding([[first, 'opened on ']])
    builder.finding([[first, '. It cost']])
    builder.finding([[second, 'Monday, 3 March 2021']])
    expect(findingsAt(recordsOf(builder.snapshot), long)).toEqual([overlapping, inside])
  })
})
