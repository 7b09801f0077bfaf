import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bestFit,
  distancesToBeginnings,
  distancesToEndings,
  editDistance,
} from '../../../shared/anchoring/edit-distance.js'
import { foldUnits } from '../../../shared/anchoring/fold.js'
import { similarityOf } from '../../../shared/anchoring/similarity.js'

const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 })

describe('how alike two passages are', () => {
  it('is 1 for the same words, and nearly 1 for what reads the same', () => {
    expect(similarityOf('six days', 'six days')).toBe(1)
    const sameReading: [string, string][] = [
      ['Café réservé', 'Cafe\u0301 re\u0301serve\u0301'],
      ['“It’s done,” he said – twice', '"It\'s done," he said - twice'],
      ['six   days\nand nights', 'six days and nights'],
      ['THE HARBOUR', 'The Harbour'],
      ['the ﬁre', 'the fire'],
      ['har\u00adbour', 'harbour'],
    ]
    for (const [one, other] of sameReading) expect(similarityOf(one, other)).toBe(0.99)
  })

  it('falls with every letter that differs', () => {
    expect(similarityOf('six days', 'six dais')).toBeCloseTo(7 / 8)
    expect(similarityOf('six days', 'two weeks')).toBeLessThan(0.4)
    expect(similarityOf('six days', '')).toBe(0)
  })

  it('of long passages that differ in much is the share of words that both have', () => {
    const [half, one, other] = ['quay '.repeat(500), 'ship '.repeat(500), 'crane '.repeat(500)]
    expect(similarityOf(half + one, other + half)).toBeCloseTo(0.5, 1)
  })

  it('does not depend on which of the two comes first', () => {
    fc.assert(
      fc.property(short, short, (one, other) => similarityOf(one, other) === similarityOf(other, one)),
    )
  })
})

describe('edit distances', () => {
  it('to beginnings and endings are those to the parts one by one', () => {
    fc.assert(
      fc.property(short, short, (one, other) => {
        const parts = Array.from({ length: other.length + 1 }, (_, at) => at)
        expect([...distancesToBeginnings(one, other)]).toEqual(
          parts.map((at) => editDistance(one, other.slice(0, at))),
        )
        expect([...distancesToEndings(one, other)]).toEqual(
          parts.map((at) => editDistance(one, other.slice(at))),
        )
      }),
    )
  })

  it('of the best fit are the least that any part of the window has', () => {
    fc.assert(
      fc.property(short, short, (pattern, window) => {
        const { start, end, distance } = bestFit(foldUnits(pattern), foldUnits(window))
        const parts = [...window, ''].flatMap((_, from) =>
          [...window, ''].map((_, to) => window.slice(from, to)),
        )
        expect(distance).toBe(Math.min(...parts.map((part) => editDistance(pattern, part))))
        expect(editDistance(pattern, window.slice(start, end))).toBe(distance)
      }),
    )
  })
})
