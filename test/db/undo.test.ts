import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCase } from '../../db/case-store.js'
import { anyAct, findingsOfActs, play } from './any-act.js'
import { caseFile, idOf, idsFrom, importOf, instant, someText } from './case-fixture.js'

it('any acts, all taken back, leave what was there before; all done again, what was there after', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 5, maxLength: 40 }), (list) => {
      const store = createCase(caseFile(), { title: 'Test', id: idOf(999), at: instant() })
      try {
        const before = store.records()
        store.importSources([importOf(someText), importOf(someText, 'Other')], idsFrom(1), 'Ada', instant(1))
        store.storeFindings(findingsOfActs)
        let clock = 10
        for (const act of list) play(store, act, ++clock)
        while (store.redo('Ada', instant(++clock)));
        const after = store.records()
        let steps = 0
        while (store.undo('Ada', instant(++clock))) steps++
        expect(store.records()).toEqual(before)
        while (store.redo('Ada', instant(++clock))) steps--
        expect(store.records()).toEqual(after)
        expect(steps).toBe(0)
        expect(store.verify().problems).toEqual([])
      } finally {
        store.close()
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)
