import { describe, expect, it } from 'vitest'
import { recordsOf } from '../../../../renderer/store/case/records.js'
import {
  caseCoverage,
  disagreements,
  myself,
  presentRound,
  progressByStatus,
  progressOfPeople,
  standingSignOff,
  toCheck,
  toRead,
} from '../../../../renderer/store/review/review.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'

const text = 'Monday came. Tuesday came. Wednesday came. Thursday came.'

/** A checker, a second reader and an editor, with claims on the first three of the days. */
function weekCase() {
  const builder = new CaseBuilder()
  const source = builder.source('Days', text)
  const [ada, grace, bob] = [
    builder.person('Ada', 'checker'),
    builder.person('Grace', 'second-reader'),
    builder.person('Bob', 'editor'),
  ]
  const checked = { status: 'checked', assigneeId: ada.id } as const
  const monday = builder.claim(source, 'Monday', { ...checked, verdict: 'supported' })
  const tuesday = builder.claim(source, 'Tuesday', { ...checked, verdict: 'contradicted' })
  const wednesday = builder.claim(source, 'Wednesday', { assigneeId: ada.id })
  const records = () => recordsOf(builder.snapshot)
  return { builder, source, ada, grace, bob, monday, tuesday, wednesday, records }
}

describe('whoever sits here', () => {
  const state = (author: string, personId: string | null = null) => {
    const { records, bob } = weekCase()
    return {
      records: records(),
      view: { personId: personId && bob.id },
      preferences: { author },
      accountName: 'ADA ',
    }
  }

  it('is the person with the author’s name, whatever its capitals, or the name of the account', () => {
    expect(myself(state(' grace'))?.name).toBe('Grace')
    expect(myself(state(''))?.name).toBe('Ada')
    expect(myself(state('Somebody'))).toBeNull()
  })

  it('is who was chosen, as long as they are in the case', () => {
    expect(myself(state('grace', 'bob'))?.name).toBe('Bob')
    expect(myself({ ...state('grace'), view: { personId: 'gone' } })?.name).toBe('Grace')
  })
})

describe('a disagreement', () => {
  it('is a claim of which a reader says something else, until that is settled', () => {
    const { builder, records, grace, bob, monday, tuesday } = weekCase()
    expect(disagreements(records())).toEqual([])
    builder.assess(bob, tuesday, 'contradicted')
    const differs = builder.assess(grace, tuesday, 'garbled', { comment: 'The month' })
    builder.assess(grace, monday, 'supported')
    expect(disagreements(records())).toMatchObject([
      { claim: tuesday, assessments: [{ verdict: 'contradicted' }, { comment: 'The month' }] },
    ])
    differs.keptVerdict = 'contradicted'
    expect(disagreements(records())).toEqual([])
    tuesday.verdict = 'unsupported'
    expect(disagreements(records())).toHaveLength(1)
  })
})

describe('what waits for a person', () => {
  it('to check: claims that are theirs and not done', () => {
    const { records, ada, wednesday, tuesday, grace } = weekCase()
    expect(toCheck(records(), ada)).toEqual([wednesday])
    tuesday.status = 'stale'
    expect(toCheck(records(), ada)).toEqual([tuesday, wednesday])
    expect(toCheck(records(), grace)).toEqual([])
  })

  it('to read: claims that others judged and they have not', () => {
    const { builder, records, ada, grace, bob, monday, tuesday } = weekCase()
    expect(toRead(records(), grace)).toEqual([monday, tuesday])
    expect(toRead(records(), ada)).toEqual([])
    builder.assess(grace, tuesday, 'garbled')
    builder.sign(bob, monday)
    expect(toRead(records(), grace)).toEqual([monday])
    expect(toRead(records(), bob)).toEqual([tuesday])
    monday.assigneeId = grace.id
    expect(toRead(records(), grace)).toEqual([])
  })
})

describe('a signature of somebody', () => {
  it('stands until what was signed changes, their role does, or another round is opened', () => {
    const { builder, records, bob, ada, monday } = weekCase()
    const signOff = builder.sign(bob, monday)
    const standing = (stale: string[] = [], who = bob, claimId: string | null = monday.id) =>
      standingSignOff(records(), new Set(stale), who, claimId)
    expect(standing()).toBe(signOff)
    expect(standing([], bob, null)).toBeNull()
    expect(standing([], ada)).toBeNull()
    expect(standing([signOff.id])).toBeNull()
    expect(standing([], { ...bob, role: 'checker' })).toBeNull()
    builder.round('Second reading')
    expect(standing()).toBeNull()
  })
})

describe('the progress', () => {
  it('of each person: what they checked, read and signed', () => {
    const { builder, records, ada, grace, bob, monday, tuesday } = weekCase()
    builder.assess(grace, tuesday, 'garbled')
    builder.assess(grace, monday, 'supported')
    builder.sign(bob, monday)
    builder.sign(bob, monday)
    builder.sign(bob, null)
    expect(progressOfPeople(records())).toEqual([
      { person: ada, assigned: 3, checked: 2, read: 0, differs: 0, signed: 0 },
      { person: grace, assigned: 0, checked: 0, read: 2, differs: 1, signed: 0 },
      { person: bob, assigned: 0, checked: 0, read: 0, differs: 0, signed: 1 },
    ])
  })

  it('by status leaves out what no claim has', () => {
    expect(progressByStatus(weekCase().records())).toEqual([
      { status: 'unchecked', count: 1 },
      { status: 'checked', count: 2 },
    ])
  })
})

it('a signature over the case covers its claims, with what is still open', () => {
  const { builder, source, records, grace, tuesday } = weekCase()
  builder.finding([[source, 'Thursday']])
  builder.assess(grace, tuesday, 'garbled')
  expect(caseCoverage(records())).toEqual({
    sources: 1,
    claims: 3,
    unjudged: 1,
    mustFix: 1,
    withoutWording: 1,
    disputed: 1,
    stale: 0,
    openFindings: 1,
  })
  tuesday.correction = 'On Tuesday it came.'
  expect(caseCoverage(records())).toMatchObject({ mustFix: 1, withoutWording: 0 })
})

it('the present round is the last one that is open', () => {
  const { builder, records } = weekCase()
  expect(presentRound(records())).toBeNull()
  const first = builder.round('First reading')
  builder.round('Second reading', '2026-02-04T09:00:00.000Z')
  expect(presentRound(records())).toEqual(first)
})
