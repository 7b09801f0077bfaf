import { history, undo } from 'prosemirror-history'
import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { writeText } from '../../../../renderer/editor/correction/write-text.js'
import { evenSections } from '../../../../renderer/editor/plugins/even-sections.js'
import { documentFromPlainText } from '../../../../shared/document/from-plain-text.js'
import { plainTextOf } from '../../../../shared/document/text-offsets.js'
import { after } from '../correction/any-correction.js'

const lines = (count: number): string =>
  Array.from({ length: count }, (_, line) => `Line ${line}.`).join('\n')
const doc = documentFromPlainText(lines(50))
const state = EditorState.create({ doc, plugins: [history(), evenSections()] })
const sizes = ({ doc: { content } }: EditorState): number[] =>
  content.content.map(({ childCount }) => childCount)

describe('evenSections', () => {
  it('cuts a section that has become too long, and takes the cuts back with what made them', () => {
    const pasted = state.apply(writeText(state.tr, 2, 2, lines(100)))
    expect(sizes(pasted)).toEqual([40, 40, 40, 19, 10])
    expect(plainTextOf(pasted.doc)).toBe(lines(100) + lines(50))
    expect(after(pasted, undo).doc.eq(doc)).toBe(true)
  })

  it('leaves alone what is a little longer than it began', () => {
    const pasted = state.apply(writeText(state.tr, 2, 2, lines(30)))
    expect(sizes(pasted)).toEqual([69, 10])
  })
})
