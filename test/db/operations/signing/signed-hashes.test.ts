import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openCase } from '../../../../db/case-store.js'
import { anyAct, findingsOfActs, play } from '../../any-act.js'
import { addClaim, caseWithSources, idOf, instant } from '../../case-fixture.js'
import { tamperPastTriggers } from '../../tamper.js'

it('the stale sign-offs are those that all records tell of, after whatever was done, undone or opened again', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 30 }), fc.nat(29), (acts, reopenAt) => {
      const { store: first, path } = caseWithSources()
      let store = first
      try {
        store.storeFindings(findingsOfActs)
        const fields = { name: 'Ada', role: 'editor' } as const
        const by = { personId: idOf<never>(60), roundId: null, comment: null }
        store.perform(addClaim(10), 'Ada', instant(2))
        store.perform({ do: 'add-person', id: idOf(60), fields }, 'Ada', instant(2))
        store.perform({ do: 'sign', id: idOf(78), claimId: null, ...by }, 'Ada', instant(3))
        store.perform({ do: 'sign', id: idOf(79), claimId: idOf(10), ...by }, 'Ada', instant(4))
        for (const [index, act] of acts.entries()) {
          play(store, act, 10 + index)
          if (index === reopenAt) {
            store.close()
            store = openCase(path)
          }
          const stale = store.staleSignOffs(null).map(({ id }) => id)
          expect(stale).toEqual(store.records().staleSignOffs)
        }
      } finally {
        store.close()
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

it('what was changed past Stet is stale, and no reason to fail', () => {
  const { store, path } = caseWithSources()
  store.perform(addClaim(10), 'Ada', instant(2))
  store.perform(addClaim(11), 'Ada', instant(3))
  store.perform(
    { do: 'add-person', id: idOf(60), fields: { name: 'Ada', role: 'editor' } },
    'Ada',
    instant(4),
  )
  const by = { personId: idOf<never>(60), roundId: null, comment: null }
  store.perform({ do: 'sign', id: idOf(70), claimId: null, ...by }, 'Ada', instant(5))
  store.close()
  tamperPastTriggers(path, `UPDATE claims SET correction = 'forged' WHERE id = '${idOf(11)}'`)
  const opened = openCase(path)
  expect(opened.staleSignOffs(null)).toMatchObject([{ id: idOf(70), acts: [] }])
  opened.close()
})
