import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentFromMarkdown } from '../../../shared/document/from-markdown.js'
import { documentFromPlainText } from '../../../shared/document/from-plain-text.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import type { TextVersion } from '../../../shared/domain/source.js'
import type { NumberedRange } from '../../../shared/report/claim-pieces.js'
import { layOutText, leavesOf, type TextBlock } from '../../../shared/report/text-blocks.js'

const versionOf = (text: string, document: unknown): TextVersion =>
  ({ text, document, id: 'v', number: 1 }) as unknown as TextVersion

/** What the blocks say, put together again. */
function textOf(blocks: readonly TextBlock[]): string {
  return leavesOf(blocks)
    .map(({ gap, segments }, index) => {
      return '\n'.repeat(gap + (index ? 1 : 0)) + segments.map(({ text }) => text).join('')
    })
    .join('')
}

/** What a reader sees highlighted for one claim, without the line breaks between blocks. */
function highlighted(blocks: readonly TextBlock[], number: number): string {
  const segments = leavesOf(blocks).flatMap((leaf) => leaf.segments)
  return segments.flatMap(({ text, claims }) => (claims.includes(number) ? [text] : [])).join('')
}

const plain = (text: string, ranges: NumberedRange[] = []): TextBlock[] =>
  layOutText(versionOf(text, documentFromPlainText(text).toJSON()), ranges).blocks

describe('the blocks of a text', () => {
  it('keep overlapping and adjacent claims and whole paragraphs apart', () => {
    const text = 'One two three four.\nFive six.'
    const blocks = plain(text, [
      { number: 1, start: 0, end: 7 },
      { number: 2, start: 4, end: 13 },
      { number: 3, start: 13, end: 19 },
      { number: 4, start: 0, end: 29 },
    ])
    const segments = leavesOf(blocks).flatMap((leaf) =>
      leaf.segments.map(({ text, claims }) => [text, claims]),
    )
    expect(segments).toEqual([
      ['One ', [1, 4]],
      ['two', [1, 2, 4]],
      [' three', [2, 4]],
      [' four.', [3, 4]],
      ['Five six.', [4]],
    ])
  })

  it('never cut an emoji in two', () => {
    const blocks = plain('a😀b', [{ number: 1, start: 2, end: 3 }])
    expect(leavesOf(blocks)[0]!.segments.map(({ text, claims }) => [text, claims])).toEqual([
      ['a', []],
      ['😀', [1]],
      ['b', []],
    ])
  })

  it('keep the structure and the style of a document, and number what has words', () => {
    const doc = documentFromMarkdown(
      '# Title\n\nA *b* **c** `d`\n\n> quoted\n\n1. first\n2. second\n\n---\n\n    code',
    )
    const blocks = layOutText(versionOf(plainTextOf(doc), doc.toJSON()), []).blocks
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'quote', 'list', 'rule', 'code'])
    expect(leavesOf(blocks).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    const styled = leavesOf(blocks)[1]!.segments.filter(({ em, strong, code }) => em || strong || code)
    expect(styled.map(({ text }) => text)).toEqual(['b', 'c', 'd'])
  })

  it.each([
    ['is not a document', { type: 'doc', content: 'no' }],
    ['is of another text', documentFromPlainText('Something else').toJSON()],
    ['is missing', null],
  ])('come from the plain text when the document %s', (_, document) => {
    const text = 'First line\n\nSecond line'
    const blocks = layOutText(versionOf(text, document), [{ number: 1, start: 12, end: 18 }]).blocks
    expect(textOf(blocks)).toBe(text)
    expect(highlighted(blocks, 1)).toBe('Second')
  })

  it('give the text back exactly, whatever the text and the claims', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\n\n',
      '😀',
      '👩‍👩‍👧',
      'שלום',
      '<script>',
      '&amp;',
      '"',
      '\u0000',
      '\u0007',
      '\t',
      '\u202e',
    )
    const texts = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 })
    const ranges = fc.array(fc.tuple(fc.nat(120), fc.nat(60)), { maxLength: 12 })
    fc.assert(
      fc.property(texts, ranges, (pieces, pairs) => {
        const text = pieces.join('').replace(/\r\n?/g, '\n')
        const claims = pairs.map(([start, length], index) => {
          return {
            number: index + 1,
            start: Math.min(start, text.length),
            end: Math.min(start + length, text.length),
          }
        })
        const asPlain = layOutText(versionOf(text, null), claims).blocks
        expect(textOf(asPlain)).toBe(text)
        const doc = documentFromPlainText(text)
        const own = plainTextOf(doc)
        const blocks = layOutText(versionOf(own, doc.toJSON()), claims).blocks
        expect(textOf(blocks)).toBe(own)
        for (const { number, start, end } of claims) {
          expect(highlighted(asPlain, number)).toContain(text.slice(start, end).replaceAll('\n', ''))
        }
      }),
      { numRuns: 300 },
    )
  })
})
