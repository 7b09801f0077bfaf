import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CaseStore, createCase } from '../../../../db/case-store.js'
import { CaseDatabase } from '../../../../db/database.js'
import { applyChanges } from '../../../../db/operations/acts/apply-changes.js'
import { countClaims } from '../../../../db/operations/reading/list-claims.js'
import type { Change } from '../../../../shared/domain/change.js'
import type { Status } from '../../../../shared/domain/verdicts.js'
import { anyAct, findingsOfActs, play, type Act } from '../../any-act.js'
import { addClaim, caseFile, idOf, idsFrom, importOf, instant, someText } from '../../case-fixture.js'

/** A case on a connection that the test can ask too. */
function openedCase() {
  const path = caseFile()
  createCase(path, { title: 'Test', id: idOf(999), at: instant() }).close()
  const raw = new Database(path)
  raw.pragma('foreign_keys = ON')
  raw.pragma('synchronous = FULL')
  const db = new CaseDatabase(raw, path)
  const store = new CaseStore(db)
  store.importSources([importOf(someText), importOf(someText, 'Other')], idsFrom(1), 'Ada', instant(1))
  store.storeFindings(findingsOfActs)
  return { raw, db, store }
}

/** The counts by one plain statement. */
function plainCounts(raw: Database.Database): unknown[] {
  return raw
    .prepare(
      `SELECT source_id AS sourceId, status, verdict, count(*) AS number FROM claims
       WHERE source_id IN (SELECT id FROM sources WHERE removed_at IS NULL)
       GROUP BY source_id, status, verdict ORDER BY source_id, status, verdict`,
    )
    .all()
}

const status = fc.constantFrom<Status>('unchecked', 'query', 'checked')
const restating = fc
  .tuple(fc.integer({ min: 10, max: 14 }), status)
  .map(([id, to]): Act => ({ do: 'edit-claim', id: idOf(id), fields: { status: to } }))
const step = fc.record({
  act: fc.oneof({ weight: 3, arbitrary: anyAct }, restating, fc.constant('import' as const)),
  isCounted: fc.boolean(),
})

it('whatever is done, and however often it is counted, the counts are those of a plain statement', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      const { raw, store } = openedCase()
      try {
        const newId = idsFrom(500)
        const counted: [unknown, unknown][] = []
        steps.forEach(({ act, isCounted }, second) => {
          if (act === 'import') store.importSources([importOf(someText)], newId, 'Ada', instant(10 + second))
          else play(store, act, 10 + second)
          if (isCounted) counted.push([store.claimCounts(), plainCounts(raw)])
        })
        for (const [kept, plain] of counted) expect(kept).toEqual(plain)
        expect(store.claimCounts()).toEqual(plainCounts(raw))
        const { claims, total } = store.claims({ sourceId: null, limit: 100, offset: 0 })
        expect([claims, total]).toEqual([store.records().claims, claims.length])
      } finally {
        store.close()
      }
    }),
    { numRuns: 100 },
  )
}, 120_000)

it('counts within an act that comes to nothing are forgotten with it', () => {
  const { raw, db, store } = openedCase()
  store.perform(addClaim(10), 'Ada', instant(2))
  const before = store.records().claims[0]!
  const edit = (to: Status): Change[] => [
    { kind: 'claim', key: before.id, before, after: { ...before, status: to } },
  ]
  const act = { at: instant(3), actor: 'Ada', action: 'Edit' }
  expect(() =>
    db.transaction(() => {
      applyChanges(db, edit('query'), act)
      expect(countClaims(db)).toMatchObject([{ status: 'query', number: 1 }])
      throw new Error('given up')
    }),
  ).toThrow('given up')
  expect(store.claimCounts()).toMatchObject([{ status: 'unchecked', number: 1 }])
  expect(() =>
    db.transaction(() => {
      applyChanges(db, edit('query'), act)
      countClaims(db)
      throw new Error('given up')
    }),
  ).toThrow('given up')
  applyChanges(db, edit('checked'), act)
  expect(store.claimCounts()).toEqual(plainCounts(raw))
  store.close()
})

it('acts too large to be read back are counted anew', () => {
  const { raw, store } = openedCase()
  store.claimCounts()
  const correction = 'x'.repeat(20_000)
  for (let number = 0; number < 15; number++) {
    store.perform(addClaim(100 + number, 3, 10, { correction }), 'Ada', instant(number))
  }
  expect(store.claimCounts()).toEqual(plainCounts(raw))
  store.close()
})
