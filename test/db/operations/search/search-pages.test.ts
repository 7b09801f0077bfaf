import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CaseStore, createCase } from '../../../../db/case-store.js'
import { CaseDatabase } from '../../../../db/database.js'
import { searchCase } from '../../../../db/operations/search/search.js'
import type { SearchHit } from '../../../../shared/domain/search.js'
import { anyAct, findingsOfActs, play, type Act } from '../../any-act.js'
import { caseFile, idOf, idsFrom, importOf, instant, someText, writeNote } from '../../case-fixture.js'
import { foundNames, nameOfHit } from '../../found-places.js'

const noting = fc
  .tuple(
    fc.integer({ min: 20, max: 29 }),
    fc.integer({ min: 10, max: 14 }),
    fc.array(fc.constantFrom('mayor', 'tuesday', 'maybe', 'paper'), { minLength: 1, maxLength: 4 }),
  )
  .map(([id, on, words]): Act => writeNote(id, on, words.join(' ')))
const queries = [
  'mayor',
  'tuesday',
  'may*',
  'mayor tuesday',
  'p*',
  'absent',
  'mayor verdict:none',
  't* verdict:garbled verdict:none',
  'verdict:garbled',
  'verdict:none',
  'mayor since:2026-02-03',
  'mayor since:2026-02-04',
]
const someQueries = fc.shuffledSubarray(queries, { minLength: 3, maxLength: 5 })

it('pages together are all that can be found, each once, in the same order whatever their size', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyAct, noting), { minLength: 10, maxLength: 60 }),
      someQueries,
      fc.constantFrom(0, 1, 3, 7, 1000),
      fc.integer({ min: 1, max: 5 }),
      (acts, asked, weighed, limit) => {
        const path = caseFile()
        createCase(path, { title: 'Test', id: idOf(999), at: instant() }).close()
        const raw = new Database(path)
        raw.pragma('synchronous = FULL')
        const db = new CaseDatabase(raw, path)
        const store = new CaseStore(db)
        store.importSources([importOf(someText), importOf(someText, 'Other')], idsFrom(1), 'Ada', instant(1))
        store.storeFindings(findingsOfActs)
        acts.forEach((act, second) => play(store, act, 10 + second))
        const searched = store.records()
        for (const query of asked) {
          const expected = foundNames(searched, query)
          const all = searchCase(db, query, { limit: 1000, offset: 0 }, weighed)
          const pages: SearchHit[] = []
          for (let offset = 0; offset <= expected.length; offset += limit) {
            pages.push(...searchCase(db, query, { limit, offset }, weighed).hits)
          }
          expect(pages).toEqual(all.hits)
          expect(pages.map(nameOfHit).sort()).toEqual(expected.sort())
          expect(all.total).toBe(expected.length)
          expect(all.ranked).toBeLessThanOrEqual(all.total)
        }
        store.close()
      },
    ),
    { numRuns: 80 },
  )
}, 120_000)
