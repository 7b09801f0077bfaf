import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseStore } from '../../../../db/case-store.js'
import type { SettledFindings } from '../../../../shared/domain/case.js'
import type { Finding } from '../../../../shared/domain/finding.js'
import { caseWithSources, findingOf, idOf, instant, refusal } from '../../case-fixture.js'

let store: CaseStore
beforeEach(() => void ({ store } = caseWithSources()))
afterEach(() => store.close())

const one = findingOf('findingone', idOf(1), [3, 10])
const two = findingOf('findingtwo', idOf(1), [31, 40])
const three = findingOf('findingthree', idOf(3), [31, 40])

it('says what came and what went, and keeps the order of the texts', () => {
  expect(store.storeFindings([two, one])).toEqual({ added: [two, one], removed: [] })
  expect(store.storeFindings([one, two])).toEqual({ added: [], removed: [] })
  expect(store.records().findings).toEqual([one, two])
  expect(store.storeFindings([three, two])).toEqual({ added: [three], removed: ['findingone'] })
  expect(store.storeFindings([])).toEqual({ added: [], removed: ['findingtwo', 'findingthree'] })
})

it('keeps the order of the check where findings begin at one place', () => {
  const longer = findingOf('findingfour', idOf(1), [3, 12])
  store.storeFindings([one, longer, two])
  expect(store.records().findings).toEqual([one, longer, two])
  store.storeFindings([longer, one, two])
  expect(store.records().findings).toEqual([longer, one, two])
})

it('says of a finding that its text was changed under that it went', () => {
  store.storeFindings([one, three])
  store.perform({ do: 'remove-source', id: idOf(1) }, 'Ada', instant(5))
  expect(store.storeFindings([three])).toEqual({ added: [], removed: ['findingone'] })
})

describe('what a check is certain of before its end', () => {
  const textRule = one.rule
  const overCase = { ...findingOf('findingcase', idOf(1), [3, 10], [31, 40]), rule: 'name-variant' }
  const settled = (sources: number[], findings: Finding[], caseRules: string[] = []): SettledFindings => ({
    sources: sources.map((id) => idOf(id)),
    textRules: [textRule],
    caseRules,
    findings,
  })

  it('takes the place of what was found in the same texts, and leaves the rest', () => {
    store.storeFindings([one, overCase, three])
    expect(store.storeSettledFindings(settled([1], [two]))).toEqual({ added: [two], removed: ['findingone'] })
    expect(store.records().findings).toEqual([overCase, two, three])
  })

  it('comes in at its place in the order', () => {
    store.storeSettledFindings(settled([3], [three]))
    store.storeSettledFindings(settled([1], [one, two]))
    expect(store.records().findings).toEqual([one, two, three])
  })

  it('takes the place of what a rule over the case found', () => {
    store.storeFindings([one, overCase])
    const delta = { added: [], removed: ['findingcase'] }
    expect(store.storeSettledFindings(settled([], [], ['name-variant']))).toEqual(delta)
    expect(store.records().findings).toEqual([one])
  })

  it('says nothing of what stays as it was', () => {
    store.storeFindings([one, three])
    expect(store.storeSettledFindings(settled([1, 3], [one, three]))).toEqual({ added: [], removed: [] })
  })

  it('takes a fingerprint over from a source further on', () => {
    store.storeFindings([three])
    const sooner = { ...one, fingerprint: three.fingerprint }
    store.storeSettledFindings(settled([1], [sooner]))
    expect(store.records().findings).toEqual([sooner])
    const later = { ...three, fingerprint: 'findinglater' }
    store.storeSettledFindings(settled([3], [later]))
    expect(store.records().findings).toEqual([sooner, later])
  })
})

it('gives a finding that says something else under its fingerprint as gone and come', () => {
  store.storeFindings([one])
  const worse = { ...one, severity: 'error' as const }
  expect(store.storeFindings([worse])).toEqual({ added: [worse], removed: ['findingone'] })
})

it('is neither logged nor taken back', () => {
  const before = [store.verifyLog().entries, store.undoState()]
  store.storeFindings([one])
  expect([store.verifyLog().entries, store.undoState()]).toEqual(before)
})

it('leaves out what does not stand in the texts as they are, and a second one of the same fingerprint', () => {
  const moved = { ...two, spans: [{ ...two.spans[0]!, start: 30 }] }
  const elsewhere = findingOf('elsewhere0', idOf(77), [3, 10])
  expect(store.storeFindings([moved, elsewhere, one, { ...one, message: 'Again' }]).added).toEqual([one])
  expect(refusal(() => store.storeFindings([{ ...one, spans: [] }])).kind).toBe('invalid')
  expect(store.records().findings).toEqual([one])
})

it('hides the findings of a removed source until it comes back', () => {
  store.storeFindings([one, three])
  store.perform({ do: 'remove-source', id: idOf(1) }, 'Ada', instant(5))
  expect(store.records().findings).toEqual([three])
  store.undo('Ada', instant(6))
  expect(store.records().findings).toEqual([one, three])
  store.undo('Ada', instant(7))
  expect(store.records().findings).toEqual([])
})
