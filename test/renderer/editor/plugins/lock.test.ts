import { deleteSelection, selectAll } from 'prosemirror-commands'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { lock } from '../../../../renderer/editor/plugins/lock.js'
import { sourceSchema } from '../../../../shared/document/schema.js'
import { documentOf } from '../../../../shared/document/sections.js'

const doc = documentOf([sourceSchema.node('paragraph', null, [sourceSchema.text('Let it stand.')])])
const state = EditorState.create({ doc, plugins: [lock()] })

describe('lock', () => {
  it('refuses every change of the document', () => {
    expect(state.apply(state.tr.insertText('x', 3)).doc).toBe(doc)
    expect(state.apply(state.tr.delete(2, 6)).doc).toBe(doc)
    expect(state.apply(state.tr.addMark(2, 6, sourceSchema.mark('em'))).doc).toBe(doc)
  })

  it('lets the selection move', () => {
    const moved = state.apply(state.tr.setSelection(TextSelection.create(doc, 3, 7)))
    expect([moved.selection.from, moved.selection.to]).toEqual([3, 7])
  })

  it('refuses a whole transaction, its selection included, when any of it changes the document', () => {
    const transaction = state.tr.setSelection(TextSelection.create(doc, 3, 7)).insertText('x')
    expect(state.apply(transaction)).toBe(state)
  })

  it('holds against commands', () => {
    let current = state
    const dispatch = (transaction: typeof state.tr): void => void (current = current.apply(transaction))
    selectAll(current, dispatch)
    deleteSelection(current, dispatch)
    expect(current.doc).toBe(doc)
  })
})
