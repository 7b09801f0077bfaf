import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSlip, spellings } from '../../../../shared/checks/names/same-name.js'
import { SpellingIndex } from '../../../../shared/checks/names/spelling-index.js'

describe('two spellings of a surname', () => {
  it.each([
    ['zelensky', 'zelenskyy'],
    ['lavrentyev', 'lavrentiev'],
    ['harrington', 'harington'],
    ['müller', 'mueller'],
    ['oppenheim', 'oppenhiem'],
  ])('%s and %s may be one', (a, b) => expect(isSlip(a, b, true)).toBe(true))

  it.each([
    ['berg', 'bergs'],
    ['italy', 'italian'],
    ['meyer', 'beyer'],
    ['holm', 'holt'],
  ])('%s and %s are two', (a, b) => expect(isSlip(a, b, true)).toBe(false))
})

describe('two spellings of a given name', () => {
  it.each([
    ['mohammed', 'muhammad'],
    ['stephen', 'steven'],
    ['katherine', 'kathryn'],
    ['aleksandr', 'alexander'],
    ['subrahmanyan', 'subramanyan'],
  ])('%s and %s may be one', (a, b) => expect(isSlip(a, b, false)).toBe(true))

  it.each([
    ['john', 'jon'],
    ['christian', 'christine'],
    ['daniel', 'danielle'],
    ['maria', 'mario'],
  ])('%s and %s are two', (a, b) => expect(isSlip(a, b, false)).toBe(false))
})

describe('the index of spellings', () => {
  const word = fc
    .array(fc.constantFrom('a', 'e', 'h', 'k', 'l', 'n', 's', 'y', 'w', 'v', 'ü'), {
      minLength: 2,
      maxLength: 10,
    })
    .map((letters) => letters.join(''))

  it('finds every pair that is alike, whatever came and went', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 30 }), fc.nat(10), (words, gone) => {
        const index = new SpellingIndex(spellings)
        for (const one of words) index.add(one)
        for (const one of words.slice(0, gone)) index.remove(one)
        const left = words.slice(gone)
        for (const one of left) {
          const alike = left.filter((other) => other !== one && spellings.areAlike(one, other))
          expect([...index.near(one)].sort()).toEqual(alike.sort())
        }
      }),
    )
  })

  it('finds slips of one letter and two', () => {
    const slip = fc.tuple(word, fc.nat(20), fc.constantFrom('', 'x', 'xa'))
    fc.assert(
      fc.property(slip, ([one, place, put]) => {
        const at = 1 + (place % one.length)
        const other = one.slice(0, at) + put + one.slice(at + 1)
        const index = new SpellingIndex(spellings)
        index.add(one)
        index.add(other)
        expect(index.near(one).has(other)).toBe(one !== other && spellings.areAlike(one, other))
      }),
    )
  })
})
