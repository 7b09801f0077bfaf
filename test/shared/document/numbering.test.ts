import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentFromMarkdown } from '../../../shared/document/from-markdown.js'
import { documentFromPlainText } from '../../../shared/document/from-plain-text.js'
import { normaliseText } from '../../../shared/document/normalise.js'
import { lineNumbering, paragraphNumbering } from '../../../shared/document/numbering.js'
import { paragraphsOf } from '../../../shared/document/paragraphs.js'
import { documentOf } from '../../../shared/document/sections.js'
import { sourceSchema } from '../../../shared/document/schema.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import { anyFile } from './texts.js'

describe('paragraphNumbering', () => {
  it('counts headings, paragraphs and list items, in quotes too', () => {
    const document = documentFromMarkdown('# Costs\n\nFirst words.\n\n- Item one\n- Item two\n\n> Last words')
    const text = plainTextOf(document)
    const numbering = paragraphNumbering(document)
    expect(numbering.count).toBe(5)
    expect(['Costs', 'words.', 'two', 'Last'].map((word) => numbering.numberAt(text.indexOf(word)))).toEqual([
      1, 2, 4, 5,
    ])
  })

  it('does not count what shows nothing', () => {
    const paragraph = (words: string) =>
      sourceSchema.node('paragraph', null, words ? sourceSchema.text(words) : [])
    const numbering = paragraphNumbering(documentOf(['', 'one', ' \u00a0', 'two'].map(paragraph)))
    expect(numbering.numberAt(0)).toBeNull()
    expect(numbering.startingIn(0, 100)).toEqual([
      { number: 1, start: 1 },
      { number: 2, start: 8 },
    ])
  })

  it('counts the paragraphs of a plain text where they begin', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const text = normaliseText(file)
        const expected = paragraphsOf(text).map(({ start }, index) => ({ number: index + 1, start }))
        const numbering = paragraphNumbering(documentFromPlainText(text))
        expect(numbering.startingIn(0, text.length)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})

describe('lineNumbering', () => {
  it('counts every line, also blank ones', () => {
    const numbering = lineNumbering('one\n\nthree\nfour')
    expect([0, 3, 4, 5, 9, 10, 11, 15].map((offset) => numbering.numberAt(offset))).toEqual([
      1, 1, 2, 3, 3, 3, 4, 4,
    ])
    expect(numbering.startingIn(4, 11)).toEqual([
      { number: 2, start: 4 },
      { number: 3, start: 5 },
    ])
    expect([0, 1, 4, 5].map((number) => numbering.startOf(number))).toEqual([null, 0, 11, null])
    expect(lineNumbering('').numberAt(0)).toBeNull()
  })

  it('gives the line that counting line breaks gives', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n'), minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(texts, fc.nat(40), (text, offset) => {
        const expected = text.slice(0, offset).split('\n').length
        expect(lineNumbering(text).numberAt(offset)).toBe(expected)
      }),
    )
  })
})
