import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffIds } from '../../../shared/anchoring/id-diff.js'

const ids = fc.array(fc.nat(3), { maxLength: 14 })

/** The pairs of a diff of two whole lists, first pair first; null when it gave up. */
function pairsOf(one: readonly number[], other: readonly number[]): [number, number][] | null {
  const pairs: [number, number][] = []
  const whole = { from: 0, to: one.length, otherFrom: 0, otherTo: other.length }
  const isDone = diffIds(one, other, whole, (index, place) => pairs.push([index, place]))
  return isDone ? pairs.reverse() : null
}

/** The length of a longest common subsequence, by the textbook. */
function longestCommon(one: readonly number[], other: readonly number[]): number {
  const row = Array.from({ length: other.length + 1 }, () => 0)
  for (const id of one) {
    let diagonal = 0
    for (let at = 1; at <= other.length; at++) {
      const above = row[at]!
      row[at] = id === other[at - 1] ? diagonal + 1 : Math.max(above, row[at - 1]!)
      diagonal = above
    }
  }
  return row[other.length]!
}

describe('the diff of two lists of tokens', () => {
  it('pairs what a shortest edit script leaves', () => {
    expect(pairsOf([1, 2, 3, 4], [1, 3, 5, 4])).toEqual([
      [0, 0],
      [2, 1],
      [3, 3],
    ])
  })

  it('pairs equal tokens in the order of both lists, as many as there can be', () => {
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const pairs = pairsOf(one, other)!
        expect(pairs).toHaveLength(longestCommon(one, other))
        expect(pairs.map(([index]) => one[index])).toEqual(pairs.map(([, place]) => other[place]))
        const isAfter = ([index, place]: [number, number], at: number) =>
          index > pairs[at]![0] && place > pairs[at]![1]
        expect(pairs.slice(1).every(isAfter)).toBe(true)
      }),
    )
  })

  it('gives up on long lists that have little in common', () => {
    const list = (step: number) => Array.from({ length: 5000 }, (_, at) => (at * step) % 11)
    expect(pairsOf(list(3), list(7).concat(list(5)))).toBeNull()
  })
})
