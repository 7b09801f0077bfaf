import { describe, expect, it } from 'vitest'
import { recordsOf } from '../../../../renderer/store/case/records.js'
import {
  everything,
  neighbourOf,
  shownFinding,
  triageChoices,
  triageQueue,
} from '../../../../renderer/store/findings/triage.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'

const text = 'Monday came. Tuesday came. Wednesday came. Thursday came.'

/** Four findings in reading order; the second is across two sources. */
function weekCase() {
  const builder = new CaseBuilder()
  const first = builder.source('First', text)
  const second = builder.source('Second', text)
  const monday = builder.finding([[first, 'Monday']], { severity: 'check', category: 'garbled-date' })
  const tuesday = builder.finding([
    [first, 'Tuesday'],
    [second, 'Tuesday'],
  ])
  const wednesday = builder.finding([[first, 'Wednesday']])
  const thursday = builder.finding([[second, 'Thursday']], { severity: 'check' })
  return {
    builder,
    first,
    second,
    monday,
    tuesday,
    wednesday,
    thursday,
    records: () => recordsOf(builder.snapshot),
  }
}

describe('the findings that are gone through', () => {
  it('come in reading order, those that were put off behind the others', () => {
    const { records, monday, tuesday, wednesday, thursday } = weekCase()
    const later = [tuesday.fingerprint, monday.fingerprint]
    const queue = triageQueue(records(), everything, later)
    expect(queue.open).toEqual([wednesday, thursday, tuesday, monday])
    expect(queue).toMatchObject({ decided: 0, later: 2 })
  })

  it('count what is answered, which is no longer open even if it was put off', () => {
    const { builder, records, monday, tuesday, wednesday, thursday } = weekCase()
    builder.decide(tuesday, 'dismissed', 'A quotation')
    const queue = triageQueue(records(), everything, [tuesday.fingerprint])
    expect(queue.open).toEqual([monday, wednesday, thursday])
    expect(queue).toMatchObject({ decided: 1, later: 0 })
    expect(queue.findings).toHaveLength(4)
  })

  it('are those that a filter lets through, by any of their passages', () => {
    const { records, first, second, monday, tuesday, wednesday, thursday } = weekCase()
    const open = (filter: object) => triageQueue(records(), { ...everything, ...filter }, []).open
    expect(open({ source: second.id })).toEqual([tuesday, thursday])
    expect(open({ source: first.id, severity: 'error' })).toEqual([tuesday, wednesday])
    expect(open({ category: 'garbled-date' })).toEqual([monday])
  })
})

describe('the finding that is shown', () => {
  it('is the one asked for while it is open, then the next after it, then what was left before it', () => {
    const { builder, records, monday, wednesday, thursday } = weekCase()
    const shown = (asked: string | null) => shownFinding(triageQueue(records(), everything, []), asked, [])
    expect(shown(null)).toBe(monday)
    expect(shown(wednesday.fingerprint)).toBe(wednesday)
    builder.decide(wednesday, 'accepted')
    expect(shown(wednesday.fingerprint)).toBe(thursday)
    builder.decide(thursday, 'accepted')
    expect(shown(thursday.fingerprint)).toBe(monday)
  })

  it('is one that was put off only when that is asked for, and then the next of those', () => {
    const { builder, records, monday, tuesday, wednesday, thursday } = weekCase()
    const later = [thursday.fingerprint, monday.fingerprint]
    const shown = (asked: string | null) =>
      shownFinding(triageQueue(records(), everything, later), asked, later)
    builder.decide(tuesday, 'accepted')
    expect(shown(tuesday.fingerprint)).toBe(wednesday)
    builder.decide(wednesday, 'accepted')
    expect(shown(wednesday.fingerprint)).toBeNull()
    expect(shown(thursday.fingerprint)).toBe(thursday)
    builder.decide(thursday, 'dismissed', 'No')
    expect(shown(thursday.fingerprint)).toBe(monday)
    builder.decide(monday, 'accepted')
    expect(shown(monday.fingerprint)).toBeNull()
  })

  it('has neighbours, going round at the ends', () => {
    const { builder, records, monday, tuesday, wednesday, thursday } = weekCase()
    const neighbour = (of: typeof monday, by: 1 | -1) =>
      neighbourOf(triageQueue(records(), everything, []), of.fingerprint, by)
    expect(neighbour(monday, 1)).toBe(tuesday)
    expect(neighbour(monday, -1)).toBe(thursday)
    expect(neighbour(thursday, 1)).toBe(monday)
    for (const one of [tuesday, wednesday, thursday]) builder.decide(one, 'accepted')
    expect(neighbour(monday, 1)).toBeNull()
  })
})

describe('the choices of a filter', () => {
  it('add up to what the other filters let through', () => {
    const { builder, records, first, monday } = weekCase()
    builder.decide(monday, 'accepted')
    const choices = triageChoices(records(), { ...everything, source: first.id })
    expect(choices.severity).toEqual([
      { id: 'error', label: 'Error', total: 2, open: 2 },
      { id: 'check', label: 'Worth a look', total: 1, open: 0 },
    ])
    expect(choices.category.map(({ id, total }) => [id, total])).toEqual([
      ['weekday-mismatch', 2],
      ['garbled-date', 1],
    ])
  })

  it('do not lose the values that are not chosen, and count a finding in each of its sources', () => {
    const { records, first, second } = weekCase()
    const choices = triageChoices(records(), { ...everything, source: first.id })
    expect(choices.source).toEqual([
      { id: first.id, label: 'First', total: 3, open: 3 },
      { id: second.id, label: 'Second', total: 2, open: 2 },
    ])
  })
})
