import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isApart } from '../../../shared/timeline/entry.js'
import { orderInWords, orderRows, reversalsOf } from '../../../shared/timeline/order-rows.js'
import { rivalOf, toldOrder } from '../../../shared/timeline/told-order.js'
import { entry } from './timeline-records.js'

const toldAt = (list: readonly { told: number | null }[]): (number | null)[] => list.map(({ told }) => told)

describe('the order in which a source tells things', () => {
  it('is set against the order in which they happened', () => {
    const order = toldOrder([entry(10, 100), entry(20, 300), entry(30, 200), entry(40, 400)])
    expect(toldAt(order.told)).toEqual([10, 20, 30, 40])
    expect(toldAt(order.byTime)).toEqual([10, 30, 20, 40])
    expect([...order.rank]).toEqual([0, 2, 1, 3])
    expect([...order.inOrder]).toEqual([1, 1, 0, 1])
    expect(orderInWords(order)).toBe('1 of 4 dated passages is told out of the order of time.')
  })

  it('names what a reversal lies on the wrong side of', () => {
    const order = toldOrder([entry(10, 100), entry(20, 300), entry(30, 200), entry(40, 400)])
    expect(rivalOf(order, 2)?.told).toBe(20)
    expect(rivalOf(order, 1)).toBeNull()
    const [reversal] = reversalsOf(order, orderRows(order, false), 10)
    expect(reversal).toMatchObject({ row: { toldNumber: 3, timeNumber: 2 }, rival: { told: 20 } })
  })

  it('is no reversal while the days overlap: a month may stand before or after a day in it', () => {
    const order = toldOrder([entry(10, 115), entry(20, 100, 130), entry(30, 120)])
    expect(order.reversals).toBe(0)
    expect(toldAt(order.byTime)).toEqual([10, 20, 30])
    expect(orderInWords(order)).toBe('All 3 dated passages are told in the order of time.')
  })

  it('leaves out passages that are not in the text, and counts one date of one passage once', () => {
    const orphan = entry(50, 10, 10, { told: null })
    const asFinding = entry(10, 100, 100, { id: 'finding/f/0', kind: 'finding' })
    const order = toldOrder([asFinding, entry(10, 100), orphan])
    expect(order.told.map(({ kind }) => kind)).toEqual(['claim'])
  })

  it('can show the reversals alone, with what they are told against', () => {
    const order = toldOrder([entry(10, 100), entry(20, 300), entry(30, 200), entry(40, 400)])
    const rows = orderRows(order, true)
    expect(rows.map(({ toldNumber, left, right }) => [toldNumber, left, right])).toEqual([
      [2, 0, 1],
      [3, 1, 0],
    ])
  })

  it('of any spans sorts what lies wholly before something else before it, and gives each reversal a rival', () => {
    const days = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(-Infinity, Infinity))
    const spans = fc.tuple(days, days).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    const sound = spans.filter(([lo, hi]) => lo !== Infinity && hi !== -Infinity)
    fc.assert(
      fc.property(fc.array(sound, { maxLength: 14 }), (list) => {
        const order = toldOrder(list.map(([lo, hi], index) => entry(index * 10, lo, hi)))
        order.byTime.forEach((earlier, index) => {
          for (const later of order.byTime.slice(index + 1)) {
            expect(later.span.hi).toBeGreaterThanOrEqual(earlier.span.lo)
          }
        })
        order.told.forEach((one, index) => {
          const rival = rivalOf(order, index)
          expect(rival === null).toBe(order.inOrder[index] === 1)
          expect(rival === null || isApart(rival.span, one.span)).toBe(true)
        })
        expect([...order.rank].sort((a, b) => a - b)).toEqual(order.told.map((_, index) => index))
      }),
    )
  })
})
