import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentFromMarkdown } from '../../../shared/document/from-markdown.js'
import { documentFromPlainText } from '../../../shared/document/from-plain-text.js'
import { normaliseText } from '../../../shared/document/normalise.js'
import { offsetsOf, plainTextOf, TextOffsets } from '../../../shared/document/text-offsets.js'
import { anyFile } from './texts.js'

const anyDocument = fc.oneof(
  anyFile.map((file) => documentFromPlainText(normaliseText(file))),
  anyFile.map((file) => documentFromMarkdown(normaliseText(file))),
)

describe('offsets in the plain text and positions in the document', () => {
  it('find the same words', () => {
    const document = documentFromMarkdown('# Costs\n\n- First 🙂 item\n- Second item\n\n> Last words')
    const text = plainTextOf(document)
    const offsets = new TextOffsets(document)
    for (const words of ['Costs', 'First 🙂 item', 'Second', 'Last words']) {
      const start = text.indexOf(words)
      const [from, to] = [offsets.position(start), offsets.position(start + words.length)]
      expect(document.textBetween(from, to)).toBe(words)
    }
  })

  it('are the inverse of each other wherever a character stands', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const offsets = new TextOffsets(document)
        document.descendants((node, position) => {
          if (!node.isTextblock) return true
          for (let at = position + 1; at <= position + 1 + node.content.size; at += 1) {
            expect(offsets.position(offsets.offset(at))).toBe(at)
          }
          return false
        })
      }),
      { numRuns: 40 },
    )
  })

  it('agree on every character of the plain text', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = plainTextOf(document)
        const offsets = new TextOffsets(document)
        document.descendants((node, position) => {
          if (!node.isTextblock) return true
          const start = offsets.offset(position + 1)
          expect(text.slice(start, start + node.content.size)).toBe(node.textContent)
          return false
        })
      }),
      { numRuns: 60 },
    )
  })

  it('never go back', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const offsets = new TextOffsets(document)
        let before = 0
        for (let at = 0; at <= plainTextOf(document).length; at += 1) {
          const position = offsets.position(at)
          expect(position).toBeGreaterThanOrEqual(before)
          before = position
        }
      }),
      { numRuns: 40 },
    )
  })

  it('stay inside the document when they are asked for more', () => {
    const document = documentFromPlainText('one\n\ntwo')
    const offsets = new TextOffsets(document)
    expect(offsets.position(-5)).toBe(2)
    expect(offsets.position(999)).toBe(offsets.position(8))
    expect(offsets.offset(0)).toBe(0)
    expect(offsets.offset(999)).toBe(8)
  })

  it('know where the text before a position ends and the text after it begins', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const offsets = offsetsOf(document)
        const characters: { at: number; offset: number }[] = []
        document.descendants((node, position) => {
          if (!node.isTextblock) return true
          for (let inner = 0; inner <= node.content.size; inner++) {
            characters.push({ at: position + 1 + inner, offset: offsets.offset(position + 1 + inner) })
          }
          return false
        })
        for (let position = 0; position <= document.content.size; position += 3) {
          const before = characters.findLast(({ at }) => at <= position)
          const after = characters.find(({ at }) => at >= position)
          expect(offsets.endBefore(position)).toBe(before?.offset ?? 0)
          expect(offsets.startAfter(position)).toBe(after?.offset ?? offsets.length)
        }
        expect(offsets.length).toBe(plainTextOf(document).length)
      }),
      { numRuns: 40 },
    )
  })

  it('put the line breaks between two blocks at the end of the first', () => {
    const document = documentFromPlainText('one\n\ntwo')
    const offsets = new TextOffsets(document)
    expect(offsets.position(4)).toBe(offsets.position(3))
    expect(offsets.position(5)).toBe(offsets.position(3) + 2)
  })
})
