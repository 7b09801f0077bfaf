import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitOf, fitOfPassage, folded } from '../../../../renderer/panels/palette/fit.js'

describe('how well a text answers what was typed', () => {
  it.each<[number, string, string]>([
    [5, 'save', 'Save report…'],
    [5, 'save rep', 'Save report…'],
    [4, 'sa re', 'Save report…'],
    [4, 'report', 'Save report…'],
    [3, 'report save', 'Save report…'],
    [2, 'sr', 'Save report…'],
    [2, 'sarep', 'Save report…'],
    [2, 'cott', 'Correct the transcription'],
    [1, 'port', 'Save report…'],
    [0, 'xyz', 'Save report…'],
    [0, 'rs', 'Save report…'],
    [5, 'zoe', 'Zoë Wren'],
    [0, '…', 'Save report'],
    [1, '', 'Save report'],
  ])('is %i for “%s” and “%s”', (fit, typed, text) => {
    expect(fitOf(folded(typed), folded(text))).toBe(fit)
  })

  it('is found for every beginning of the text, and for its words in any order', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(words, fc.nat(), (words, length) => {
        const text = words.join(' ')
        const start = text.slice(0, 1 + (length % text.length))
        expect(fitOf(start, text)).toBe(5)
        expect(fitOf(words.toReversed().join(' '), text)).toBeGreaterThanOrEqual(3)
      }),
    )
  })
})

describe('how well a passage answers what was typed', () => {
  const quote = folded('The storm gate at Port Hallam failed on Tuesday')
  it.each<[number, string]>([
    [4, 'the storm'],
    [4, 'port hal'],
    [1, 'ort hal'],
    [1, 'tuesday gate'],
    [0, 'gate opened'],
    [0, '…'],
    [1, ''],
  ])('is %i for “%s”', (fit, typed) => expect(fitOfPassage(folded(typed), quote)).toBe(fit))
})
