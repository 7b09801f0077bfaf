import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentFromPlainText } from '../../../shared/document/from-plain-text.js'
import { normaliseText } from '../../../shared/document/normalise.js'
import { outlineOf } from '../../../shared/document/outline.js'
import { documentFromJson } from '../../../shared/document/sections.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import { anyFile } from './texts.js'

const headingsOf = (text: string): string[] => outlineOf(documentFromPlainText(text)).map(({ text }) => text)

describe('the document of a plain text', () => {
  it('gives back exactly the text it was made of', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const text = normaliseText(file)
        expect(plainTextOf(documentFromPlainText(text))).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it('is allowed by its schema, and survives being stored', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const document = documentFromPlainText(normaliseText(file))
        const stored: unknown = JSON.parse(JSON.stringify(document))
        expect(documentFromJson(stored).eq(document)).toBe(true)
      }),
    )
  })

  it('has a paragraph for each line, and no more than forty in a section', () => {
    const text = Array.from({ length: 100 }, (_, index) => `Sentence number ${index}.`).join('\n')
    const document = documentFromPlainText(text)
    expect(document.children.map(({ childCount }) => childCount)).toEqual([40, 40, 20])
  })

  it('keeps a hard-wrapped paragraph whole', () => {
    const wrapped = [
      'The harbour board met on the third of March to hear what the',
      'dredging had cost, and whether the figure that the contractor',
      'had named in January could still be believed by anyone who had',
      'seen the invoices that arrived during the following months of',
      'the year.',
    ].join('\n')
    const document = documentFromPlainText(`${wrapped}\n\n${wrapped}`)
    expect(document.firstChild!.childCount).toBe(2)
    expect(plainTextOf(document)).toBe(`${wrapped}\n\n${wrapped}`)
  })

  it('takes a short first line for its heading, but not a sentence', () => {
    expect(headingsOf('Harbour costs rise\n\nThe board met.')).toEqual(['Harbour costs rise'])
    expect(headingsOf('The board met.\n\nIt rose.')).toEqual([])
    expect(headingsOf('Only a line')).toEqual([])
  })

  it('takes numbered lines and capitals that stand alone for headings', () => {
    const text = 'Report\n\nCHAPTER II\n\nIt began.\n\nSection 3 The costs\n\nThey rose.\n\nBBC\nsaid so.\n'
    expect(headingsOf(text)).toEqual(['Report', 'CHAPTER II', 'Section 3 The costs'])
  })

  it('is one empty paragraph for an empty text', () => {
    expect(plainTextOf(documentFromPlainText(''))).toBe('')
  })
})
