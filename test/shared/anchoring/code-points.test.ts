import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromCodePoints, toCodePoints } from '../../../shared/anchoring/code-points.js'

const text = fc.string({ unit: fc.constantFrom('a', 'é', '数', '🚒', '\n', '\ud83d'), maxLength: 60 })

describe('offsets in code points', () => {
  it('count a character outside the basic plane once', () => {
    expect(toCodePoints('a🚒b', [0, 1, 3, 4])).toEqual([0, 1, 2, 3])
    expect(fromCodePoints('a🚒b', [0, 1, 2, 3])).toEqual([0, 1, 3, 4])
  })

  it('come back in the order in which they were asked for', () => {
    expect(toCodePoints('🚒🚒🚒', [6, 0, 4, 4])).toEqual([3, 0, 2, 2])
    expect(fromCodePoints('🚒🚒🚒', [3, 0, 2, 2])).toEqual([6, 0, 4, 4])
  })

  it('count the whole pair for an offset in the middle of one', () => {
    expect(toCodePoints('🚒b', [1])).toEqual([1])
  })

  it('are the length of what stands before', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const offsets = Array.from(whole, (_, point) => Array.from(whole).slice(0, point).join('').length)
        expect(toCodePoints(whole, offsets)).toEqual(offsets.map((_, point) => point))
        expect(fromCodePoints(whole, [...offsets.keys()])).toEqual(offsets)
      }),
    )
  })

  it('are refused outside the text, and are null where a file has invented them', () => {
    expect(() => toCodePoints('abc', [4])).toThrow(RangeError)
    expect(() => toCodePoints('abc', [-1])).toThrow(RangeError)
    expect(fromCodePoints('a🚒', [3, -1, 0.5, Number.NaN, 1e12])).toEqual([null, null, null, null, null])
  })

  it('are found in one walk, however many there are', () => {
    const long = '🚒'.repeat(200_000)
    const offsets = Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 200_000)
    expect(fromCodePoints(long, offsets)).toEqual(offsets.map((point) => point * 2))
  })
})
