import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RangeIndex } from '../../../renderer/editor/ranges.js'

const offset = fc.integer({ min: 0, max: 60 })
const range = fc.tuple(offset, offset)
const ranges = fc.array(range, { maxLength: 80 })

const indexOf = (list: readonly (readonly [number, number])[]): RangeIndex =>
  new RangeIndex(
    list.map(([start]) => start),
    list.map(([, end]) => end),
  )

describe('RangeIndex', () => {
  it('finds the ranges that a brute-force search finds', () => {
    fc.assert(
      fc.property(ranges, range, (list, [from, to]) => {
        const index = indexOf(list)
        const expected = list.flatMap(([start, end], entry) =>
          start < end && from < to && start < to && end > from ? [entry] : [],
        )
        const found = index.touching(from, to).map((place) => index.entries[place]!)
        expect(found.toSorted((one, other) => one - other)).toEqual(expected)
      }),
    )
  })

  it('keeps its ranges by start, then longest first, then as given', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const index = indexOf(list)
        for (let place = 1; place < index.length; place++) {
          const order =
            index.starts[place - 1]! - index.starts[place]! ||
            index.ends[place]! - index.ends[place - 1]! ||
            index.entries[place - 1]! - index.entries[place]!
          expect(order).toBeLessThan(0)
        }
      }),
    )
  })

  it('is the same whether a likely order is right or not', () => {
    fc.assert(
      fc.property(ranges, ranges, (before, list) => {
        const likely = indexOf(before).entries
        const now = list.concat(before.slice(list.length)).slice(0, before.length)
        const [starts, ends] = [now.map(([start]) => start), now.map(([, end]) => end)]
        expect(new RangeIndex(starts, ends, likely)).toEqual(new RangeIndex(starts, ends))
        expect(new RangeIndex(starts, ends, likely).entries).toEqual(new RangeIndex(starts, ends).entries)
      }),
    )
  })

  it('answers in ascending places', () => {
    fc.assert(
      fc.property(ranges, range, (list, [from, to]) => {
        const found = indexOf(list).touching(from, to)
        expect(found).toEqual(found.toSorted((one, other) => one - other))
      }),
    )
  })

  it('leaves out empty ranges and does not take neighbours for overlaps', () => {
    const index = indexOf([
      [0, 5],
      [5, 5],
      [5, 9],
    ])
    expect(index.length).toBe(2)
    expect(index.touching(5, 6)).toEqual([1])
    expect(index.touching(4, 5)).toEqual([0])
    expect(index.touching(5, 5)).toEqual([])
  })

  it('takes a caret at the end of a range to be in it, unless another range begins there', () => {
    const index = indexOf([
      [0, 5],
      [5, 9],
    ])
    expect(index.at(0)).toEqual([0])
    expect(index.at(5)).toEqual([1])
    expect(index.at(9)).toEqual([1])
    expect(index.at(10)).toEqual([])
  })

  it('looks at little more than the answers among many ranges under one long one', () => {
    const starts = Int32Array.from({ length: 200_000 }, (_, place) => place * 10)
    const ends = starts.map((start) => start + 4)
    ends[0] = 2_000_000
    const index = new RangeIndex(starts, ends)
    const began = performance.now()
    for (let query = 0; query < 10_000; query++) index.touching(query * 190, query * 190 + 20)
    expect(performance.now() - began).toBeLessThan(1000)
    expect(index.touching(1000, 1020).map((place) => index.starts[place])).toEqual([0, 1000, 1010])
  })
})
