import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctedText } from '../../../../renderer/editor/correction/corrected.js'
import { recordIn } from '../../../../renderer/editor/correction/record.js'
import type { Tracked } from '../../../../renderer/editor/correction/tracked.js'
import { writeText } from '../../../../renderer/editor/correction/write-text.js'
import { documentFromMarkdown } from '../../../../shared/document/from-markdown.js'
import { documentFromPlainText } from '../../../../shared/document/from-plain-text.js'
import { documentFromJson } from '../../../../shared/document/sections.js'
import { offsetsOf, plainTextOf } from '../../../../shared/document/text-offsets.js'
import { anyDocument, anyEdits, anyRanges, correcting, edited, rangesIn, rangesOf } from './any-correction.js'

function tracked(ranges: readonly (readonly [number, number])[]): Tracked {
  return {
    ids: ranges.map((_range, place) => `claim-${place}`),
    starts: Int32Array.from(ranges, ([start]) => start),
    ends: Int32Array.from(ranges, ([, end]) => end),
  }
}

describe('correctedText', () => {
  it('gives the text as it stands, without blank lines around it, and its ranges on the same words', () => {
    fc.assert(
      fc.property(anyDocument, anyRanges, anyEdits, (doc, shares, edits) => {
        const ranges = rangesIn(plainTextOf(doc).length, shares)
        const state = edited(correcting(doc, ranges), edits)
        const result = correctedText(doc, state.doc, tracked(ranges), recordIn(state)!.ranges)
        const now = plainTextOf(state.doc)
        expect(plainTextOf(documentFromJson(result.document))).toBe(result.text)
        expect(result.text.trim()).toBe(now.trim())
        const words = rangesOf(state).map((range) => (range ? now.slice(...range).trim() : ''))
        const carried = ranges.map((_range, place) => {
          const passage = result.ranges[`claim-${place}`]
          return passage ? result.text.slice(passage.start, passage.end).trim() : ''
        })
        expect(carried).toEqual(words)
        expect(Object.values(result.ranges).filter(({ start, end }) => start >= end)).toEqual([])
        expect(Object.keys(result.ranges).length + result.lost.length).toBe(ranges.length)
      }),
      { numRuns: 300 },
    )
  })

  it('makes gaps of blank paragraphs and cuts the sections anew', () => {
    const base = documentFromPlainText('One.\n\nTwo.')
    const state = correcting(base, [])
    const lines = Array.from({ length: 99 }, (_, line) => `Line ${line}.`).join('\n\n\n')
    const end = offsetsOf(base).position(4)
    const { doc } = state.apply(writeText(state.tr, end, end, `\n${lines}\n`))
    const result = correctedText(base, doc, tracked([]), recordIn(state)!.ranges)
    const shaped = documentFromJson(result.document)
    expect(result.text).toBe(`One.\n${lines}\n\n\nTwo.`)
    expect(shaped.content.content.map(({ childCount }) => childCount)).toEqual([40, 40, 21])
  })

  it('leaves what stands before a text that begins with a rule', () => {
    const base = documentFromMarkdown('---\n\nThe mill burned.\n\nNobody was hurt.')
    const before = plainTextOf(base)
    const state = correcting(base, [])
    const at = before.indexOf('Nobody')
    const offsets = offsetsOf(base)
    const { doc } = state.apply(writeText(state.tr, offsets.position(at), offsets.position(at + 6), 'No one'))
    const { text } = correctedText(base, doc, tracked([]), recordIn(state)!.ranges)
    expect(text).toBe(before.replace('Nobody', 'No one'))
  })

  it('drops white space at the ends of a range whose words have changed', () => {
    const base = documentFromPlainText('A ship was here')
    const state = correcting(base, [[2, 6]])
    const [from, to] = [offsetsOf(base).position(2), offsetsOf(base).position(6)]
    const written = state.apply(writeText(state.tr, from, to, ' two boats '))
    const { text, ranges } = correctedText(base, written.doc, tracked([[2, 6]]), recordIn(written)!.ranges)
    expect(text.slice(ranges['claim-0']!.start, ranges['claim-0']!.end)).toBe('two boats')
  })
})
