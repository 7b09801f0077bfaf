import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonValuesIn } from '../../../shared/report/json-values.js'

/** How many values there are in a parsed one, itself among them. */
function valuesOf(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1
  return Object.values(value).reduce((sum: number, inner) => sum + valuesOf(inner), 1)
}

describe('the number of values of a JSON text', () => {
  it.each([
    ['null', 1],
    ['[]', 1],
    ['[ ]', 1],
    ['[{},{},{ }]', 4],
    ['{"a": [1, 2], "b": {"c": []}}', 6],
  ])('of %s is %i', (text, count) => {
    expect(jsonValuesIn(text)).toBe(count)
  })

  it.each(['"[{,,,"', '"\\"[,,"', '"\\\\\\"{,,"', '"\\u0022,[,"', '"[,\\\\"'])(
    'does not count what stands in the string %s',
    (text) => {
      expect(jsonValuesIn(text)).toBe(1)
      expect(jsonValuesIn(`[${text},{${text}:${text}}]`)).toBe(4)
    },
  )

  it('is the one that parsing gives, however it is written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\t', '\n'), (value, indent) => {
        expect(jsonValuesIn(JSON.stringify(value, null, indent))).toBe(valuesOf(value))
      }),
    )
  })

  it('is not counted to its end past the limit, nor looked for past the end of a string that is cut off', () => {
    expect(jsonValuesIn('[' + '{},'.repeat(100), 10)).toBe(11)
    expect(jsonValuesIn('["[,,\\')).toBe(2)
  })
})
