import { afterEach, beforeEach, expect, it } from 'vitest'
import { openCase, type CaseStore } from '../../../../db/case-store.js'
import { addClaim, caseWithSources, idOf, instant } from '../../case-fixture.js'
import { tamperPastTriggers } from '../../tamper.js'

let store: CaseStore
let path: string
beforeEach(() => {
  ;({ store, path } = caseWithSources())
  for (let number = 0; number < 20; number++) {
    const fields = { verdict: number % 3 ? null : ('garbled' as const) }
    store.perform(
      addClaim(100 + number, number, 22 + number, fields, number % 2 ? 1 : 3),
      'Ada',
      instant(number),
    )
  }
})
afterEach(() => store.close())

it('pages together are all claims in the order of the texts', () => {
  const all = store.records().claims
  const pages = [0, 7, 14].map((offset) => store.claims({ sourceId: null, limit: 7, offset }))
  expect(pages.flatMap(({ claims }) => claims)).toEqual(all)
  expect(pages.map(({ total }) => total)).toEqual([20, 20, 20])
  const ofOne = store.claims({ sourceId: idOf(1), limit: 100, offset: 0 })
  expect(ofOne.claims).toEqual(all.filter(({ sourceId }) => sourceId === idOf(1)))
})

it('counts are those of the claims', () => {
  const counts = store.claimCounts()
  expect(counts).toContainEqual({ sourceId: idOf(1), status: 'unchecked', verdict: 'garbled', number: 3 })
  expect(counts.reduce((sum, { number }) => sum + number, 0)).toBe(20)
  store.perform({ do: 'remove-source', id: idOf(1) }, 'Ada', instant(50))
  expect(store.claimCounts().every(({ sourceId }) => sourceId === idOf(3))).toBe(true)
  expect(store.claims({ sourceId: null, limit: 100, offset: 0 }).total).toBe(10)
})

it('a damaged claim is named and does not hide the others', () => {
  store.close()
  tamperPastTriggers(path, `UPDATE claims SET verdict = 'supported' WHERE id = '${idOf(105)}'`)
  store = openCase(path)
  const { claims, damaged } = store.claims({ sourceId: null, limit: 100, offset: 0 })
  expect([claims.length, damaged.map(({ key }) => key)]).toEqual([19, [idOf(105)]])
})
