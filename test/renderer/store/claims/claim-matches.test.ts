import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CaseStore } from '../../../../db/case-store.js'
import { matches } from '../../../../renderer/store/claims/claim-matches.js'
import { recordsOf } from '../../../../renderer/store/case/records.js'
import type { Command } from '../../../../shared/domain/command.js'
import { parseSearchQuery } from '../../../../shared/domain/search-query.js'
import { addClaim, caseWithSources, idOf, instant, writeNote } from '../../../db/case-fixture.js'

let store: CaseStore
const act = (command: Command, second = 5) => store.perform(command, 'Ada', instant(second))

const evidence = (id: number, claim: number, title: string, quote: string | null): Command => ({
  do: 'add-evidence',
  id: idOf(id),
  claimId: idOf(claim),
  fields: {
    stance: 'supports',
    title,
    url: 'https://example.org/minutes',
    archivedUrl: null,
    accessed: null,
    quote,
    reliability: null,
    credibility: null,
  },
  passage: null,
})

beforeEach(() => {
  ;({ store } = caseWithSources())
  act(addClaim(10, 3, 10, { verdict: 'garbled', type: 'date', tags: ['Ask again', 'É'], status: 'query' }), 5)
  act(addClaim(11, 31, 40, { type: 'date', correction: 'On Thursday, naïvely' }, 3), 6)
  act(addClaim(12, 0, 27, { verdict: 'supported', tags: ['done'] }), 7)
  act(writeNote(20, 10, 'Seen at the Élysée. Naïve: São Paulo'), 8)
  act(writeNote(21, 11, 'Tuesday it was, not Wednesday'), 90_000)
  act(evidence(30, 12, 'Minutes of the council', 'the mayor spoke'), 10)
  act({ do: 'add-person', id: idOf(40), fields: { name: 'Grace É. Okonkwo', role: 'checker' } }, 11)
  act({ do: 'edit-claim', id: idOf(12), fields: { assigneeId: idOf(40) } }, 11)
  act({ do: 'edit-source', id: idOf(3), fields: { title: 'Émile’s OTHER text' } }, 11)
})
afterEach(() => store.close())

/** The claims that the case's own search lists, or that have something it lists. */
function foundBySearch(query: string): string[] {
  const { hits } = store.search(query, { limit: 1000, offset: 0 })
  const ofClaims = hits.filter(({ kind }) => kind !== 'text')
  return [...new Set(ofClaims.map(({ claimId }) => claimId as string))].sort()
}

function foundInTable(query: string): string[] {
  const records = recordsOf(store.records())
  const parsed = parseSearchQuery(query)
  return [...records.claim.values()]
    .filter((claim) => matches(parsed, claim, records))
    .map(({ id }) => id as string)
    .sort()
}

describe('a query over the claims', () => {
  it.each<[string, number[]]>([
    ['assignee:GRACE', [12]],
    ['assignee:none', [10, 11]],
    ['assignee:none assignee:"é. okonkwo"', [10, 11]],
    ['assignee:nobody', []],
    ['tuesday', [10, 11, 12]],
    ['mayor spoke', [12]],
    ['"spoke mayor"', []],
    ['naive', [10]],
    ['naiv*', [10, 11]],
    ['elysee', [10]],
    ['ÉLYSÉE paulo', [10]],
    ['"sao paulo"', [10]],
    ['"sao pau"*', [10]],
    ['verdict:garbled', [10]],
    ['verdict:none', [11]],
    ['verdict:none verdict:supported', [11, 12]],
    ['type:date status:query', [10]],
    ['tag:"ask AGAIN"', [10]],
    ['tag:é', []],
    ['tag:É tag:done', [10, 12]],
    ['source:other', [11]],
    ['source:émile', []],
    ['source:Émile', [11]],
    ['source:"some text"', [10, 12]],
    ['has:note', [10, 11]],
    ['has:evidence', [12]],
    ['has:note has:evidence', []],
    ['minutes example.org', [12]],
    ['wednesday since:2026-02-04', [11]],
    ['tuesday since:2026-02-04', [11]],
    ['seen since:2026-02-04', []],
    ['since:2026-02-04', []],
    ['since:2026-02-03', [10, 11, 12]],
    ['thursday tuesday', []],
    ['tuesday verdict:garbled', [10]],
  ])('%s', (query, expected) => {
    expect(foundInTable(query)).toEqual(expected.map((number) => idOf(number)))
    expect(foundInTable(query)).toEqual(foundBySearch(query))
  })

  it('finds what the search of the case finds, whatever is asked', () => {
    const piece = fc.constantFrom(
      'tuesday',
      'on',
      'the mayor',
      '"the mayor"',
      'may*',
      'Naive',
      'são*',
      '"it was"',
      'verdict:garbled',
      'verdict:none',
      'type:date',
      'status:unchecked',
      'tag:done',
      'source:text',
      'has:note',
      'has:evidence',
      'since:2026-02-03',
      'since:2026-02-04',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const query = pieces.join(' ')
        expect(foundInTable(query), query).toEqual(foundBySearch(query))
      }),
      { numRuns: 300 },
    )
  })
})
