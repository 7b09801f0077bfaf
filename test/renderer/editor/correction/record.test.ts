import fc from 'fast-check'
import { redoDepth, undoDepth } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { offsetsOf, plainTextOf, TextOffsets } from '../../../../shared/document/text-offsets.js'
import {
  anyDocument,
  anyEdits,
  anyRanges,
  correcting,
  edited,
  rangesIn,
  rangesOf,
  redoneAll,
  undoneAll,
} from './any-correction.js'

const noUndo = anyEdits.map((edits) => edits.filter(({ kind }) => kind !== 'undo' && kind !== 'redo'))

describe('a correction', () => {
  it('leaves a document that the schema allows, whatever is done', () => {
    fc.assert(
      fc.property(anyDocument, anyEdits, (doc, edits) => {
        const { doc: result } = edited(correcting(doc, []), edits)
        result.check()
        expect(offsetsOf(result).length).toBe(plainTextOf(result).length)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps every range whose words still stand there on these words', () => {
    fc.assert(
      fc.property(anyDocument, anyRanges, noUndo, (doc, shares, edits) => {
        const text = plainTextOf(doc)
        const ranges = rangesIn(text.length, shares)
        const state = edited(correcting(doc, ranges), edits)
        const now = plainTextOf(state.doc)
        // No character occurs twice, so that the words can be in one place only.
        const standing = ranges
          .map((range, place) => ({ place, words: text.slice(...range) }))
          .filter(({ words }) => !/^\n|\n$/.test(words) && now.includes(words))
        const found = rangesOf(state)
        expect(standing.map(({ place }) => found[place] && now.slice(...found[place]))).toEqual(
          standing.map(({ words }) => words),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('has ranges inside its text only', () => {
    fc.assert(
      fc.property(anyDocument, anyRanges, anyEdits, (doc, shares, edits) => {
        const state = edited(correcting(doc, rangesIn(plainTextOf(doc).length, shares)), edits)
        const left = rangesOf(state).filter((range) => range !== null)
        const total = offsetsOf(state.doc).length
        expect(left.filter(([start, end]) => start < 0 || end <= start || end > total)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('is undone and done again with every range where it was', () => {
    fc.assert(
      fc.property(anyDocument, anyRanges, anyEdits, (doc, shares, edits) => {
        const ranges = rangesIn(plainTextOf(doc).length, shares)
        const state = edited(correcting(doc, ranges), edits)
        const undone = undoneAll(state)
        expect(undone.doc.eq(doc)).toBe(true)
        expect(rangesOf(undone)).toEqual(ranges)
        const all = redoneAll(state)
        const redone = redoneAll(undone)
        expect(redone.doc.eq(all.doc)).toBe(true)
        expect(rangesOf(redone)).toEqual(rangesOf(all))
        expect([undoDepth(redone), redoDepth(redone)]).toEqual([undoDepth(all), 0])
      }),
      { numRuns: 500 },
    )
  })
})

describe('offsets of a document that was edited', () => {
  it('are those that are measured anew', () => {
    fc.assert(
      fc.property(anyDocument, anyEdits, (doc, edits) => {
        const result = edited(correcting(doc, []), edits).doc
        const fresh = new TextOffsets(result.type.schema.nodeFromJSON(result.toJSON()))
        for (let position = 0; position <= result.content.size; position++) {
          expect(offsetsOf(result).offset(position)).toBe(fresh.offset(position))
          expect(offsetsOf(result).startAfter(position)).toBe(fresh.startAfter(position))
        }
      }),
      { numRuns: 100 },
    )
  })
})
