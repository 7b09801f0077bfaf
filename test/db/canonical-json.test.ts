import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, sameJson } from '../../db/canonical-json.js'

it('spells equal values the same, whatever the order of their keys', () => {
  expect(canonicalJson({ b: [1, { z: null, y: 'é' }], a: undefined, '': true })).toBe(
    '{"":true,"b":[1,{"y":"é","z":null}]}',
  )
  expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
  expect(sameJson({ a: 1 }, { a: 1, b: null })).toBe(false)
  expect(sameJson(null, {})).toBe(false)
})

it('refuses what JSON cannot hold', () => {
  for (const value of [NaN, Infinity, undefined, () => 1, 1n, new Date(0), new Map(), [undefined]]) {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  }
})

it('is JSON that says the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
