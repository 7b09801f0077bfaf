import fc from 'fast-check'
import { redoDepth, undoDepth } from 'prosemirror-history'
import { describe, expect, it } from 'vitest'
import { chainValues } from '../../../../renderer/editor/correction/chain.js'
import { actToJson, playedBack } from '../../../../renderer/editor/correction/draft.js'
import { recordIn } from '../../../../renderer/editor/correction/record.js'
import { documentFromPlainText } from '../../../../shared/document/from-plain-text.js'
import { plainTextOf } from '../../../../shared/document/text-offsets.js'
import {
  anyDocument,
  anyEdits,
  anyRanges,
  correcting,
  edited,
  rangesIn,
  rangesOf,
  undoneAll,
} from './any-correction.js'

describe('a draft', () => {
  it('brings back the text, the ranges and all that can be undone', () => {
    fc.assert(
      fc.property(anyDocument, anyRanges, anyEdits, (doc, shares, edits) => {
        const begun = correcting(doc, rangesIn(plainTextOf(doc).length, shares))
        const state = edited(begun, edits)
        const draft = chainValues(recordIn(state)!.acts).map(actToJson)
        const played = playedBack(begun, JSON.parse(JSON.stringify(draft)) as unknown[])
        expect(played.doc.eq(state.doc)).toBe(true)
        expect(rangesOf(played)).toEqual(rangesOf(state))
        expect([undoDepth(played), redoDepth(played)]).toEqual([undoDepth(state), redoDepth(state)])
        expect(rangesOf(undoneAll(played))).toEqual(rangesOf(begun))
      }),
      { numRuns: 300 },
    )
  })

  const state = correcting(documentFromPlainText('One line.\n\nAnother line.'), [])
  const insertion = (content: unknown): unknown => ({
    steps: [{ stepType: 'replace', from: 2, to: 2, slice: { content, openStart: 1, openEnd: 1 } }],
  })

  it.each([
    ['is no act', 7],
    ['has no steps', {}],
    ['has a step of no known kind', { steps: [{ stepType: 'attr', pos: 1, attr: 'gap', value: 3 }] }],
    ['reaches beyond the text', { steps: [{ stepType: 'replace', from: 1, to: 5000 }] }],
    ['undoes what was not done', 'undo'],
    ['breaks the structure', { steps: [{ stepType: 'replace', from: 0, to: 4 }] }],
    ['has a node of no known kind', insertion([{ type: 'picture' }])],
    ['has an impossible gap', insertion([{ type: 'paragraph' }, { type: 'paragraph', attrs: { gap: -4 } }])],
  ])('is refused when it %s', (_why, act) => {
    expect(() => playedBack(state, [act])).toThrow(new RangeError('The draft does not fit the text'))
  })
})
