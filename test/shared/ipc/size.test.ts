import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLargerThan, mostFor } from '../../../shared/ipc/size.js'

describe('the size of what crosses processes', () => {
  it.each([
    ['a text', 'x'.repeat(101)],
    ['a text within', { a: [{ b: 'x'.repeat(101) }] }],
    ['the name of a field', { ['x'.repeat(101)]: 1 }],
    ['bytes', new Uint8Array(101)],
    ['a view of bytes', new DataView(new ArrayBuffer(101))],
    ['a buffer', new ArrayBuffer(101)],
    ['many values', Array.from({ length: 13 }, () => null)],
    ['a list with holes', Array(13)],
    ['the values of a map', new Map([['a', 'x'.repeat(101)]])],
    ['the keys of a map', new Map([['x'.repeat(101), 1]])],
    ['a set', new Set(['x'.repeat(101)])],
  ])('counts %s', (_what, value) => {
    expect(isLargerThan(value, 100)).toBe(true)
    expect(isLargerThan(value, 200)).toBe(false)
  })

  it('ends with what contains itself', () => {
    const round: unknown[] = []
    round.push(round, round)
    expect(isLargerThan(round, 1000)).toBe(true)
  })

  it('is never less than the characters of a value, nor more than its JSON and 8 for each value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        let strings = 0
        let values = 0
        JSON.stringify(value, (key, inner: unknown) => {
          values += 2
          strings += key.length + (typeof inner === 'string' ? inner.length : 0)
          return inner
        })
        expect(isLargerThan(value, strings - 1)).toBe(true)
        expect(isLargerThan(value, JSON.stringify(value).length + values * 8)).toBe(false)
      }),
    )
  })

  it('may be a megabyte, and more where a text crosses', () => {
    expect(mostFor('case.rename')).toBe(1_000_000)
    expect(mostFor('constructor')).toBe(1_000_000)
    expect(mostFor('import.paste')).toBeGreaterThan(5_000_000)
  })
})
