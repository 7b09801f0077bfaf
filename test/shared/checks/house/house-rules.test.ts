import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { houseRulesSchema, noHouseRules } from '../../../../shared/domain/house-rules.js'
import { createChecker, runChecks } from '../../../../shared/checks/run-checks.js'

const sources = (...texts: string[]) =>
  texts.map((text, index) => ({ id: String(index), text, published: null }))

const told = (text: string, rules: unknown) =>
  runChecks(sources(text), { rules: ['house-style'], house: houseRulesSchema.parse(rules) }).map(
    ({ message }) => message,
  )

describe('the rules of a house', () => {
  it('takes the longest phrase at a place', () => {
    const spellings = [
      { write: 'West Bank', not: ['Judea'] },
      { write: 'Judea Pearl', not: ['Juda Pearl'] },
    ]
    expect(told('Judea Pearl lives far from Judea.', { spellings })).toEqual([
      'The house writes “West Bank”, not “Judea”',
    ])
  })

  it('counts upper and lower case only where nothing else differs', () => {
    const spellings = [{ write: 'internet', not: ['Internet', 'web'] }]
    expect(told('The internet, the Web.', { spellings })).toEqual(['The house writes “internet”, not “Web”'])
    expect(told('On the Internet.', { spellings })).toEqual(['The house writes “internet”, not “Internet”'])
  })

  it('asks about each place on its own', () => {
    const banned = [{ phrase: 'slammed' }]
    expect(told('He slammed it. She slammed it too.', { banned })).toHaveLength(2)
  })

  it('finds other things when the rules change between two runs', () => {
    const checker = createChecker()
    const text = sources('They slammed the plan for Kiev.')
    const run = (rules: unknown) =>
      checker.run(text, { house: houseRulesSchema.parse(rules) }).map(({ message }) => message)
    expect(run({ banned: [{ phrase: 'slammed' }] })).toEqual(['The house does not print “slammed”'])
    expect(run({ spellings: [{ write: 'Kyiv', not: ['Kiev'] }] })).toEqual([
      'The house writes “Kyiv”, not “Kiev”',
    ])
    expect(checker.run(text)).toEqual([])
  })

  it('refuses what is no word', () => {
    expect(houseRulesSchema.safeParse({ names: [' '] }).success).toBe(false)
    expect(houseRulesSchema.safeParse({ banned: [{ phrase: '…' }] }).success).toBe(false)
    expect(houseRulesSchema.parse({})).toEqual(noHouseRules)
  })

  const anyPhrase = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('a', 'Anna Berg', '4 May 2011', '’s', 'İ', 'ß', '𝔸𝔹', '1', 'constructor', '__proto__'),
  )
  const anyRules = fc.record({
    spellings: fc.array(fc.record({ write: anyPhrase, not: fc.array(anyPhrase, { maxLength: 3 }) }), {
      maxLength: 4,
    }),
    names: fc.array(anyPhrase, { maxLength: 4 }),
    banned: fc.array(fc.record({ phrase: anyPhrase }), { maxLength: 4 }),
  })

  it('never throws, whatever is in the lists and the text', () => {
    fc.assert(
      fc.property(anyRules, fc.array(anyPhrase, { maxLength: 8 }), (rules, words) => {
        const house = houseRulesSchema.safeParse(rules)
        if (!house.success) return
        const text = words.join(' ')
        for (const { spans } of runChecks(sources(text), { house: house.data })) {
          for (const { start, end, quote } of spans) expect(text.slice(start, end)).toBe(quote)
        }
      }),
      { numRuns: 500 },
    )
  })
})
