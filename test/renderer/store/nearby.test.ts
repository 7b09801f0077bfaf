import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearby } from '../../../renderer/store/nearby.js'

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

describe('the part of a list that is nearby', () => {
  it('is all of a short list', () => {
    expect(nearby(numbers(300), () => false)).toEqual({ shown: numbers(300), before: 0, after: 0 })
  })

  it('begins at the start when nothing is open', () => {
    expect(nearby(numbers(1000), () => false)).toMatchObject({ before: 0, after: 700 })
  })

  it('holds what is open and what stands beside it, and counts the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (count, place) => {
        const centre = place % count
        const { shown, before, after } = nearby(numbers(count), (entry) => entry === centre)
        expect(before + shown.length + after).toBe(count)
        expect(shown).toEqual(numbers(count).slice(before, before + shown.length))
        const beside = [centre - 1, centre, centre + 1].filter((entry) => entry >= 0 && entry < count)
        expect(shown).toEqual(expect.arrayContaining(beside))
      }),
    )
  })
})
