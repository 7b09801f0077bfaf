import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayInterval } from '../../../shared/checks/extract/calendar.js'
import { longestInOrder } from '../../../shared/timeline/longest-order.js'

const day = (lo: number, hi = lo): DayInterval => ({ lo, hi })

const isReversed = (earlier: DayInterval, later: DayInterval): boolean => later.hi < earlier.lo

function stands(spans: readonly DayInterval[]): boolean {
  return spans.every((span, index) => spans.slice(index + 1).every((later) => !isReversed(span, later)))
}

/** Every pick there is, for a few spans. */
function mostByTrying(spans: readonly DayInterval[]): number {
  let most = 0
  for (let mask = 0; mask < 2 ** spans.length; mask++) {
    const pick = spans.filter((_, index) => mask & (1 << index))
    if (pick.length > most && stands(pick)) most = pick.length
  }
  return most
}

const ends = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(-Infinity, Infinity))
const spans = fc
  .tuple(ends, ends)
  .map(([a, b]) => ({ lo: a === Infinity ? 0 : Math.min(a, b), hi: b === -Infinity ? 12 : Math.max(a, b) }))

describe('what is told in the order of time', () => {
  it('is everything when each thing comes after the one before', () => {
    expect([...longestInOrder([day(1), day(2), day(2), day(5)])]).toEqual([1, 1, 1, 1])
  })

  it('leaves out the one step back', () => {
    expect([...longestInOrder([day(1), day(9), day(3), day(10), day(11)])]).toEqual([1, 1, 0, 1, 1])
  })

  it('takes spans that share a day in either order', () => {
    expect([...longestInOrder([day(10, 40), day(1, 12), day(11, 60)])]).toEqual([1, 1, 1])
  })

  it('keeps what is told first when either could go', () => {
    expect([...longestInOrder([day(5), day(1)])]).toEqual([1, 0])
    expect([...longestInOrder([day(5), day(1), day(6)])]).toEqual([1, 0, 1])
  })

  it('is nothing of nothing', () => {
    expect(longestInOrder([])).toHaveLength(0)
  })

  it('is as much as any pick of a few spans, and stands in order', () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 10 }), (list) => {
        const picked = longestInOrder(list)
        const pick = list.filter((_, index) => picked[index])
        expect(stands(pick)).toBe(true)
        expect(pick).toHaveLength(mostByTrying(list))
      }),
      { numRuns: 500 },
    )
  })
})
