import { describe, expect, it } from 'vitest'
import type { CaseStore } from '../../../../db/case-store.js'
import { acceptedClaimIds } from '../../../../shared/checks/accepted-claims.js'
import type { Command } from '../../../../shared/domain/command.js'
import { addClaim, findingOf, idOf, instant, writeNote } from '../../case-fixture.js'
import {
  apart,
  commonCase,
  copyOf,
  mergeInto,
  preferTheirs,
  previewOf,
  sound,
  workOn,
  type Work,
} from '../../copies.js'

const finding = findingOf('findingone', idOf(1), [0, 2], [11, 14])
const found: Work = (store) => store.storeFindings([finding])

/** Accepts the finding as the window does; the relation has an id of each copy's own. */
const accept =
  (second: number): Work =>
  (store) => {
    const { claims } = store.records()
    const claimIds = acceptedClaimIds(
      finding,
      (id) => claims.some((claim) => claim.id === id),
      () => idOf(400 + second),
    )
    const { fingerprint } = finding
    const relationIds = [idOf<never>(500 + second)]
    store.perform({ do: 'accept-finding', fingerprint, claimIds, relationIds }, 'Ada', instant(second))
  }

const [firstId, secondId] = acceptedClaimIds(
  finding,
  () => false,
  () => idOf(0),
)
const judge = (store: CaseStore, verdict: string, second: number) =>
  store.perform({ do: 'edit-claim', id: firstId!, fields: { verdict } }, 'Bea', instant(second))

const acceptedIn = (store: CaseStore) =>
  store.records().claims.filter(({ id }) => id === firstId || id === secondId)

describe('a finding that both copies accepted', () => {
  it('is one claim for each of its passages after the merge, with nothing to choose', () => {
    const { store, other } = apart(accept(20), accept(30), found)
    expect(previewOf(store, other)).toMatchObject({ conflicts: [], notices: [], counts: {} })
    mergeInto(store, other)
    expect(acceptedIn(store)).toMatchObject([
      { createdAt: instant(20), updatedAt: instant(20) },
      { createdAt: instant(20), updatedAt: instant(20) },
    ])
    const { claims, relations, decisions } = store.records()
    expect([claims.length, relations.length, decisions.length]).toEqual([4, 1, 1])
    sound(store)
  })

  it('is what the copy says that went on with it, whichever is merged into the other', () => {
    const goneOn: Work = (it) => {
      accept(30)(it)
      judge(it, 'supported', 31)
      const note = { ...writeNote(25, 10, 'It was a Tuesday'), claimId: firstId! }
      it.perform(note as Command, 'Bea', instant(32))
    }
    const mine = commonCase()
    workOn(mine, found)
    const theirs = copyOf(mine)
    workOn(mine, accept(20))
    workOn(theirs, goneOn)
    const forth = workOn(copyOf(mine), (it) => (mergeInto(it, theirs), sound(it)))
    const back = workOn(copyOf(theirs), (it) => (mergeInto(it, mine), sound(it)))
    expect(forth).toEqual(back)
    expect(forth.claims.find(({ id }) => id === firstId)).toMatchObject({
      verdict: 'supported',
      createdAt: instant(20),
      updatedAt: instant(31),
    })
    expect(forth.notes.map(({ text }) => text)).toContain('It was a Tuesday')
  })

  it('is a conflict where both went on with it differently', () => {
    const judged =
      (verdict: string, second: number): Work =>
      (it) => {
        accept(second)(it)
        judge(it, verdict, second + 1)
      }
    const { store, other } = apart(judged('supported', 20), judged('garbled', 30), found)
    const { conflicts } = previewOf(store, other)
    expect(conflicts).toMatchObject([{ field: 'verdict', before: null }])
    mergeInto(store, other, preferTheirs)
    expect(acceptedIn(store).find(({ id }) => id === firstId)?.verdict).toBe('garbled')
  })

  it('takes another id where a claim of it was moved away and the finding is accepted again', () => {
    const { store } = apart(accept(20), () => {}, found)
    store.perform({ do: 'move-claim', id: firstId!, start: 3, end: 10 }, 'Ada', instant(21))
    store.perform({ do: 'reopen-finding', fingerprint: finding.fingerprint }, 'Ada', instant(22))
    accept(23)(store)
    expect(store.records().claims.map(({ id }) => id)).toEqual(
      expect.arrayContaining([firstId, secondId, idOf(423)]),
    )
  })
})

describe('passages that carry a claim of each copy', () => {
  it('are named before the merge, and keep both claims', () => {
    const { store, other } = apart(
      (it) => it.perform(addClaim(12, 0, 2), 'Ada', instant(20)),
      (it) => {
        it.perform(addClaim(13, 0, 2, { verdict: 'garbled' }), 'Bea', instant(21))
        it.perform(addClaim(14, 11, 14), 'Bea', instant(22))
      },
    )
    expect(previewOf(store, other).notices).toEqual([
      expect.stringMatching(
        /^One passage carries a claim in both copies: “On”\. All claims are kept/,
      ) as string,
    ])
    mergeInto(store, other)
    expect(store.records().claims.filter(({ selector }) => selector.start === 0)).toHaveLength(2)
  })

  it('are counted, and the first of them quoted', () => {
    const claims =
      (first: number): Work =>
      (it) => {
        const ranges = [
          [0, 2],
          [11, 14],
          [15, 20],
          [3, 30],
        ] as const
        for (const [place, [start, end]] of ranges.entries())
          it.perform(addClaim(first + place, start, end), 'Ada', instant(first + place))
      }
    const { store, other } = apart(claims(20), claims(50))
    expect(previewOf(store, other).notices).toEqual([
      expect.stringMatching(
        /^4 passages carry a claim in both copies: “[^”]+”, “[^”]+”, “[^”]+”, …\./,
      ) as string,
    ])
  })
})
