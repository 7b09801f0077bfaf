import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { laneCount, lanesOf } from '../../../renderer/editor/lanes.js'
import { RangeIndex } from '../../../renderer/editor/ranges.js'
import { innermostFirst, segmentsOf } from '../../../renderer/editor/segments.js'

const offset = fc.integer({ min: 0, max: 40 })
const ranges = fc.array(fc.tuple(offset, offset), { maxLength: 12 })

const indexOf = (list: readonly (readonly [number, number])[]): RangeIndex =>
  new RangeIndex(
    list.map(([start]) => start),
    list.map(([, end]) => end),
  )

describe('segmentsOf', () => {
  it('names for every code unit exactly the ranges over it, innermost first', () => {
    fc.assert(
      fc.property(ranges, fc.tuple(offset, offset), (list, [from, to]) => {
        const index = indexOf(list)
        const segments = segmentsOf(index, from, to)
        for (let unit = from; unit < to; unit++) {
          const segment = segments.find(({ start, end }) => start <= unit && unit < end)
          expect(segment?.ranges ?? []).toEqual(innermostFirst(index, index.touching(unit, unit + 1)))
        }
      }),
    )
  })

  it('gives segments in order, without overlaps and inside what was asked for', () => {
    fc.assert(
      fc.property(ranges, fc.tuple(offset, offset), (list, [from, to]) => {
        let last = from
        for (const { start, end, depth, ranges } of segmentsOf(indexOf(list), from, to)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(to)
          expect(depth).toBe(ranges.length)
          last = end
        }
      }),
    )
  })

  it('puts the shortest range on top, and of equally long ones the newest', () => {
    const index = indexOf([
      [0, 30],
      [10, 20],
      [10, 20],
    ])
    const top = segmentsOf(index, 0, 30).map(({ start, end, ranges }) => [
      start,
      end,
      index.entries[ranges[0]!],
    ])
    expect(top).toEqual([
      [0, 10, 0],
      [10, 20, 2],
      [20, 30, 0],
    ])
  })

  it('counts every range of a deep pile but names only some', () => {
    const index = indexOf(Array.from({ length: 50 }, (_, place) => [place, 100] as const))
    const deepest = segmentsOf(index, 60, 61)
    expect(deepest).toHaveLength(1)
    expect(deepest[0]!.depth).toBe(50)
    expect(deepest[0]!.ranges).toHaveLength(12)
  })
})

describe('lanesOf', () => {
  it('never gives ranges that overlap the same line', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const index = indexOf(list)
        const lanes = lanesOf(index)
        for (let unit = 0; unit < 40; unit++) {
          const drawn = index
            .touching(unit, unit + 1)
            .map((place) => lanes[place]!)
            .filter((lane) => lane < laneCount)
          expect(new Set(drawn).size).toBe(drawn.length)
        }
      }),
    )
  })
})
