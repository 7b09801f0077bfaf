import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bannedShape, nameShape, readLines, spellingShape } from '../../../shared/domain/house-rule-lines.js'
import { houseRulesSchema } from '../../../shared/domain/house-rules.js'

describe('lines of house rules', () => {
  it('are spellings: what is written, what is not, and why', () => {
    const { entries, problems } = readLines(
      spellingShape,
      'programme; program, progam; house style\n\n analyse\tanalyze\n',
    )
    expect(entries).toEqual([
      { write: 'programme', not: ['program', 'progam'], why: 'house style' },
      { write: 'analyse', not: ['analyze'] },
    ])
    expect(problems).toEqual([])
  })

  it('are phrases with or without a reason, or names', () => {
    expect(readLines(bannedShape, 'at this point in time; wordy\ngoing forward').entries).toEqual([
      { phrase: 'at this point in time', why: 'wordy' },
      { phrase: 'going forward' },
    ])
    expect(readLines(nameShape, 'Tomas Wren\r\nInes Oduya').entries).toEqual(['Tomas Wren', 'Ines Oduya'])
  })

  it('that cannot be read are told by their number', () => {
    expect(readLines(spellingShape, 'programme\nanalyse; analyze\n; x').problems).toEqual([
      'Line 1: Say at least one spelling that is not used',
      'Line 3: Nothing is written here',
    ])
    expect(readLines(nameShape, '!!').problems).toEqual(['Line 1: A word or phrase needs a letter or digit'])
  })

  it('give the same entries again when they are written from them', () => {
    const word = fc.stringMatching(/^[a-z]{1,10}( [a-z]{1,10})?$/)
    const spelling = fc.record({ write: word, not: fc.array(word, { minLength: 1, maxLength: 4 }) })
    fc.assert(
      fc.property(fc.array(spelling, { maxLength: 6 }), (spellings) => {
        const lines = spellings.map((one) => spellingShape.cells(one).join('; ')).join('\n')
        const { entries } = readLines(spellingShape, lines)
        expect(entries).toEqual(spellings)
        expect(houseRulesSchema.parse({ spellings: entries }).spellings).toEqual(spellings)
      }),
    )
  })
})
