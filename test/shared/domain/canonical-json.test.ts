import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson, sameJson } from '../../../shared/domain/canonical-json.js'

it('spells equal values the same, whatever the order of their keys', () => {
  expect(canonicalJson({ b: [1, { z: null, y: 'é' }], a: undefined, '': true })).toBe(
    '{"":true,"b":[1,{"y":"é","z":null}]}',
  )
  expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true)
  expect(sameJson({ a: 1 }, { a: 1, b: null })).toBe(false)
  expect(sameJson(null, {})).toBe(false)
})

it('keeps to the order of code units where the keys of an object do not', () => {
  const value: unknown = JSON.parse(
    '{"b":{"10":1,"9":2},"__proto__":[{"z":1,"__proto__":2}],"1":{"d":1,"c":2}}',
  )
  expect(canonicalJson(value)).toBe(
    '{"1":{"c":2,"d":1},"__proto__":[{"__proto__":2,"z":1}],"b":{"10":1,"9":2}}',
  )
})

it('does not take objects for each other that have as many keys', () => {
  const spelled = [
    { b: 1, a: 2 },
    { c: 1, b: 2 },
    { 2: 1, 10: 2 },
    { b: 1, a: 2 },
  ].map(canonicalJson)
  expect(spelled).toEqual(['{"a":2,"b":1}', '{"b":2,"c":1}', '{"10":2,"2":1}', '{"a":2,"b":1}'])
})

it('refuses what JSON cannot hold', () => {
  for (const value of [
    NaN,
    Infinity,
    undefined,
    () => 1,
    1n,
    new Date(0),
    new Map(),
    [undefined],
    { 1: NaN },
  ]) {
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
