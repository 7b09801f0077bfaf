import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowAt, rowsToDraw, rowTops } from '../../../renderer/components/virtual-list/row-places.js'

const keys = ['a', 'b', 'c', 'd']
const nothing = { from: 0, to: 0 }

describe('where the rows of a list stand', () => {
  it('is reckoned from what was measured, and an estimate for the rest', () => {
    expect([...rowTops(keys, new Map([['b', 50]]), 20)]).toEqual([0, 20, 70, 90, 110])
  })

  it.each([
    [-5, 0],
    [0, 0],
    [19, 0],
    [20, 1],
    [69, 1],
    [109, 3],
    [500, 3],
  ])('a height of %s lies in row %s', (y, row) => {
    expect(rowAt(rowTops(keys, new Map([['b', 50]]), 20), y)).toBe(row)
  })
})

describe('the rows that are drawn', () => {
  const long = rowTops(
    Array.from({ length: 10_000 }, (_, index) => String(index)),
    new Map(),
    100,
  )

  it('are none of an empty list', () => {
    expect(rowsToDraw(rowTops([], new Map(), 20), 0, 500, { from: 0, to: 20 })).toEqual(nothing)
  })

  it('stay the same for a small step, and are others after a large one', () => {
    const before = rowsToDraw(long, 0, 800, nothing)
    expect(rowsToDraw(long, 200, 1000, before)).toBe(before)
    expect(rowsToDraw(long, 5000, 5800, before)).toEqual({ from: 44, to: 65 })
  })

  it('cover what is in sight, and are few, wherever a list is scrolled to and however high its rows are', () => {
    const heights = fc.array(fc.integer({ min: 10, max: 400 }), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(heights, fc.array(fc.nat(100_000), { minLength: 1 }), (all, scrolls) => {
        const names = all.map((_, index) => String(index))
        const tops = rowTops(names, new Map(names.map((name, index) => [name, all[index]!])), 50)
        let range = nothing
        for (const top of scrolls) {
          range = rowsToDraw(tops, top, top + 700, range)
          expect(range.from).toBeLessThanOrEqual(rowAt(tops, top))
          expect(range.to).toBeGreaterThan(rowAt(tops, top + 700))
          expect(range.to).toBeLessThanOrEqual(all.length)
        }
      }),
    )
  })
})
