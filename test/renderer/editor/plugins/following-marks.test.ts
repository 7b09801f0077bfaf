import { history, undo } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { claimLayer } from '../../../../renderer/editor/claim-layer.js'
import { correctionRecord } from '../../../../renderer/editor/correction/record.js'
import { TrackedRanges } from '../../../../renderer/editor/correction/tracked.js'
import { writeText } from '../../../../renderer/editor/correction/write-text.js'
import { findingLayer, type FindingMark } from '../../../../renderer/editor/finding-marks.js'
import { packHighlights } from '../../../../renderer/editor/highlights.js'
import { claimsAt, findingsAt } from '../../../../renderer/editor/marks-at.js'
import { followingMarks } from '../../../../renderer/editor/plugins/following-marks.js'
import { drawingOf, viewportHighlights } from '../../../../renderer/editor/plugins/viewport-highlights.js'
import { documentFromPlainText } from '../../../../shared/document/from-plain-text.js'
import { offsetsOf } from '../../../../shared/document/text-offsets.js'
import { after } from '../correction/any-correction.js'

const doc = documentFromPlainText('The ship sank in May.\n\nForty people were aboard.')
const highlights = packHighlights([
  { id: 'ship', start: 4, end: 13, colour: null },
  { id: 'forty', start: 23, end: 35, colour: null },
])
const finding: FindingMark = {
  fingerprint: 'f',
  severity: 'check',
  message: 'M',
  spans: [{ start: 17, end: 20 }],
}
const tracked = new TrackedRanges(highlights, [finding])
const state = EditorState.create({
  doc,
  plugins: [
    history(),
    correctionRecord(tracked.starts, tracked.ends),
    followingMarks(tracked),
    viewportHighlights({
      claims: claimLayer(highlights),
      findings: findingLayer([finding]),
      active: {},
      window: { start: 0, end: 30 },
    }),
  ],
})

const replaced = (start: number, end: number, text: string): EditorState =>
  state.apply(writeText(state.tr, offsetsOf(doc).position(start), offsetsOf(doc).position(end), text))

describe('followingMarks', () => {
  it('draws claims and findings where they are after a change, in a window that moves with the text', () => {
    const changed = replaced(0, 3, 'A big')
    expect([claimsAt(changed, 6), claimsAt(changed, 25)]).toEqual([['ship'], ['forty']])
    expect(findingsAt(changed, 20)).toEqual(['f'])
    expect(drawingOf(changed).window).toEqual({ start: 0, end: 32 })
  })

  it('does not draw what is deleted until that is undone', () => {
    const deleted = replaced(2, 15, '')
    expect(drawingOf(deleted).claims.index.length).toBe(1)
    const undone = after(deleted, undo)
    expect(claimsAt(undone, 5)).toEqual(['ship'])
    expect(drawingOf(undone).window).toEqual({ start: 0, end: 30 })
  })
})
