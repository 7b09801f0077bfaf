import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CaseStore } from '../../../db/case-store.js'
import { caseWithSources, findingOf, idOf, instant, refusal } from '../case-fixture.js'

let store: CaseStore
beforeEach(() => void ({ store } = caseWithSources()))
afterEach(() => store.close())

const one = findingOf('findingone', idOf(1), [3, 10])
const two = findingOf('findingtwo', idOf(1), [31, 40])
const three = findingOf('findingthree', idOf(3), [31, 40])

it('says what came and what went, and keeps the order of the check', () => {
  expect(store.storeFindings([two, one])).toEqual({ added: [two, one], removed: [] })
  expect(store.storeFindings([one, two])).toEqual({ added: [], removed: [] })
  expect(store.records().findings).toEqual([one, two])
  expect(store.storeFindings([three, two])).toEqual({ added: [three], removed: ['findingone'] })
  expect(store.storeFindings([])).toEqual({ added: [], removed: ['findingthree', 'findingtwo'] })
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
