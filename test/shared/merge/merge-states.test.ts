import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conflictsIn } from '../../../shared/merge/conflicts.js'
import { sameStates, mergeStates } from '../../../shared/merge/merge-states.js'
import { spelling, stateOf, type MergeState } from '../../../shared/merge/merge-state.js'
import {
  anyEdit,
  claimOf,
  common,
  commonState,
  copyAfter,
  edited,
  noteOf,
  sourceOf,
  type Edit,
} from './any-copy.js'

const anyCopy = fc.tuple(fc.array(anyEdit, { maxLength: 8 }), fc.integer({ min: 100, max: 999 }))
const copyOf = ([edits, second]: [Edit[], number]): MergeState => copyAfter(edits, second)
const merged = (one: MergeState, other: MergeState): MergeState => mergeStates(commonState, one, other)

/** The state as plain data, for a message that says what differs. */
const told = (state: MergeState): unknown =>
  [...state]
    .map(([name, { presence, fields }]) => [
      name,
      presence,
      [...fields].map(([field, v]) => [field, v]).sort(),
    ])
    .sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1))

describe('merging states that go back to one base', () => {
  it('is commutative: it does not matter whose copy is whose', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, (one, other) => {
        expect(told(merged(copyOf(one), copyOf(other)))).toEqual(told(merged(copyOf(other), copyOf(one))))
      }),
      { numRuns: 2000 },
    )
  })

  it('is associative: it does not matter in which order copies are merged', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, anyCopy, (a, b, c) => {
        const [one, two, three] = [copyOf(a), copyOf(b), copyOf(c)]
        expect(told(merged(merged(one, two), three))).toEqual(told(merged(one, merged(two, three))))
      }),
      {
        numRuns: 3000,
        // A note that was moved away from a removed claim, and a claim that was changed and changed back.
        examples: [
          [
            [[{ do: 'remove-claim', claim: 11 }], 100],
            [[{ do: 'write', note: 21, claim: 11, text: 'x' }], 100],
            [[{ do: 'write', note: 21, claim: 10, text: 'x' }], 100],
          ],
          [
            [
              [
                { do: 'tag', claim: 12, tags: [] },
                { do: 'tag', claim: 12, tags: ['a', 'b'] },
              ],
              100,
            ],
            [[{ do: 'remove-claim', claim: 12 }], 100],
            [[{ do: 'write', note: 20, claim: 12, text: 'x' }], 100],
          ],
        ],
      },
    )
  })

  it('is idempotent: a copy merged with itself, or a second time, changes nothing', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, (one, other) => {
        const [mine, theirs] = [copyOf(one), copyOf(other)]
        expect(sameStates(merged(mine, mine), mine)).toBe(true)
        const both = merged(mine, theirs)
        expect(told(merged(both, theirs))).toEqual(told(both))
        expect(told(merged(both, both))).toEqual(told(both))
      }),
      { numRuns: 2000 },
    )
  })

  it('takes nothing from a copy in which nothing was done', () => {
    fc.assert(
      fc.property(anyCopy, (one) => {
        expect(told(merged(copyOf(one), commonState))).toEqual(told(copyOf(one)))
      }),
    )
  })

  it('loses no record: whatever is in a copy is in the merge, unless the other removed it as it was before', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, (one, other) => {
        const [mine, theirs] = [copyOf(one), copyOf(other)]
        const both = merged(mine, theirs)
        for (const [name, record] of mine) {
          if (both.has(name)) continue
          const was = commonState.get(name)
          // That its verdict was mapped with the scale is no work on a record.
          const time = was?.fields.get('updatedAt')
          const fields =
            record.isOnlyMapped && time ? new Map(record.fields).set('updatedAt', time) : record.fields
          expect(was && !theirs.has(name) && spelling(told(new Map([[name, was]])))).toEqual(
            spelling(told(new Map([[name, { ...record, fields, presence: was!.presence }]]))),
          )
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('loses no value: what a copy changed is the value, or one of those to choose from', () => {
    fc.assert(
      fc.property(anyCopy, anyCopy, (one, other) => {
        const both = merged(copyOf(one), copyOf(other))
        for (const { kind, record } of edited(...one)) {
          if (kind !== 'note') continue
          const { id, text } = record as { id: string; text: string }
          const before = commonState.get(`note ${id}`)?.fields.get('text')
          if (before && spelling(before) === spelling([{ body: text, text }])) continue
          expect(both.get(`note ${id}`)?.fields.get('text')).toContainEqual({ body: text, text })
        }
      }),
    )
  })
})

describe('what two copies did', () => {
  const without = (...names: string[]) =>
    stateOf(common.filter(({ record }) => !names.includes((record as { id: string }).id)))
  const with_ = (...records: Parameters<typeof claimOf>[0][] | ReturnType<typeof claimOf>[]) =>
    stateOf([...common, ...(records as ReturnType<typeof claimOf>[])])
  const idOf = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

  it('is taken together where they changed different fields of one claim', () => {
    const both = merged(with_(claimOf(10, { verdict: 'garbled' })), with_(claimOf(10, { tags: ['b', 'z'] })))
    expect(both.get(`claim ${idOf(10)}`)?.fields.get('verdict')).toEqual(['garbled'])
    expect(both.get(`claim ${idOf(10)}`)?.fields.get('tags')).toEqual([['b', 'z']])
    expect(conflictsIn(both, commonState)).toEqual([])
  })

  it('is a conflict where they changed one field differently, and none where they changed it alike', () => {
    const mine = with_(claimOf(10, { verdict: 'garbled', status: 'checked' }))
    const theirs = with_(claimOf(10, { verdict: 'supported', status: 'checked' }))
    expect(conflictsIn(merged(mine, theirs), commonState).map(({ id }) => id)).toEqual([
      `claim ${idOf(10)} verdict`,
    ])
  })

  it('is a conflict where one removed a claim and the other wrote a note on it', () => {
    const removed = without(idOf(10), idOf(20), idOf(40))
    const both = merged(removed, with_(noteOf(29, 10, 'Found it')))
    expect(conflictsIn(both, commonState).map(({ id }) => id)).toEqual([`claim ${idOf(10)} presence`])
  })

  it('is a conflict where one removed a claim and the other moved a note away from it', () => {
    const removed = without(idOf(11), idOf(21), idOf(40))
    const moved = stateOf([...common.slice(0, 5), noteOf(21, 10, 'Ask him'), ...common.slice(6)])
    expect(conflictsIn(merged(removed, moved), commonState).map(({ id }) => id)).toEqual([
      `claim ${idOf(11)} presence`,
      `note ${idOf(21)} presence`,
    ])
  })

  it('is a conflict where one removed a source and the other judged a claim in it', () => {
    const removed = with_(sourceOf(1, { removedAt: '2026-02-04T00:00:00.000Z' }))
    const both = merged(removed, with_(claimOf(11, { verdict: 'garbled' })))
    expect(conflictsIn(both, commonState).map(({ field }) => field)).toEqual(['presence'])
  })

  it('is one relation where both drew the same', () => {
    const drawn = (number: number, from: number, to: number) =>
      stateOf([
        ...common,
        {
          kind: 'relation',
          record: {
            id: idOf(number),
            fromClaimId: idOf(from),
            toClaimId: idOf(to),
            type: 'contradicts',
            fingerprint: null,
            createdAt: '2026-02-04T00:00:00.000Z',
          } as never,
        },
      ])
    const both = merged(drawn(50, 11, 12), drawn(51, 12, 11))
    expect([...both].filter(([, { kind }]) => kind === 'relation')).toHaveLength(2)
    expect(conflictsIn(both, commonState)).toEqual([])
  })
})
