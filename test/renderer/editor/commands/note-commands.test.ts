import type { Node } from 'prosemirror-model'
import { EditorState, Selection, TextSelection, type Command } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import {
  hasFormat,
  linkAt,
  setLink,
  toggleFormat,
} from '../../../../renderer/editor/commands/note-commands.js'
import { replaceDifference } from '../../../../renderer/editor/note-editor.js'
import { noteSchema, noteText } from '../../../../shared/document/note-schema.js'

const paragraph = (text: string): Node =>
  noteSchema.node('paragraph', null, text ? [noteSchema.text(text)] : [])
const note = (...lines: string[]): Node => noteSchema.node('doc', null, lines.map(paragraph))

function stateOf(doc: Node, from: number, to = from): EditorState {
  const state = EditorState.create({ doc })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, from, to)))
}

function after(state: EditorState, command: Command): EditorState {
  let result = state
  expect(command(state)).toBe(command(state, (transaction) => void (result = state.apply(transaction))))
  return result
}

const href = 'https://example.org/a'

describe('toggleFormat', () => {
  it('makes words bold and plain again', () => {
    const bold = after(stateOf(note('one two'), 1, 4), toggleFormat('strong'))
    expect(hasFormat(bold, 'strong')).toBe(true)
    expect(hasFormat(after(bold, toggleFormat('strong')), 'strong')).toBe(false)
  })

  it('makes a list, another kind of list, and no list', () => {
    const bullets = after(stateOf(note('one'), 2), toggleFormat('bullet_list'))
    expect(noteText(bullets.doc)).toBe('- one')
    const numbers = after(bullets, toggleFormat('ordered_list'))
    expect(noteText(numbers.doc)).toBe('1. one')
    expect(hasFormat(numbers, 'ordered_list')).toBe(true)
    expect(after(numbers, toggleFormat('ordered_list')).doc.eq(note('one'))).toBe(true)
  })

  it('makes one list of several paragraphs', () => {
    const list = after(stateOf(note('one', 'two'), 1, 9), toggleFormat('bullet_list'))
    expect(list.doc.childCount).toBe(1)
    expect(list.doc.firstChild!.children.map((item) => item.textContent)).toEqual(['one', 'two'])
  })
})

describe('setLink', () => {
  it('links the selection and unlinks the whole link from a caret in it', () => {
    const linked = after(stateOf(note('see here now'), 5, 9), setLink(href))
    expect(linkAt(linked)).toBe(href)
    const inside = stateOf(linked.doc, 7)
    expect(linkAt(inside)).toBe(href)
    expect(after(inside, setLink(null)).doc.eq(note('see here now'))).toBe(true)
  })

  it('leaves the caret behind the words, so that what is typed next neither replaces nor joins them', () => {
    const linked = after(stateOf(note('see the permit'), 9, 15), setLink(href))
    const typed = linked.apply(linked.tr.insertText(', page 3'))
    expect(noteText(typed.doc)).toBe('see the permit, page 3')
    expect(linkAt(stateOf(typed.doc, 12))).toBe(href)
    expect(linkAt(stateOf(typed.doc, 18))).toBeNull()
  })

  it('changes the whole link, also over bold words in it', () => {
    const bold = after(stateOf(note('see here now'), 7, 9), toggleFormat('strong'))
    const linked = after(stateOf(bold.doc, 5, 9), setLink(href))
    const changed = after(stateOf(linked.doc, 9), setLink('mailto:desk@example.org'))
    for (const at of [5, 6, 7, 9]) expect(linkAt(stateOf(changed.doc, at))).toBe('mailto:desk@example.org')
    expect(linkAt(stateOf(changed.doc, 4))).toBeNull()
  })

  it('inserts the address where nothing is selected', () => {
    expect(noteText(after(stateOf(note('see '), 5), setLink(href)).doc)).toBe(`see ${href}`)
  })

  it('refuses addresses that are not of the web, and unlinking where there is no link', () => {
    expect(setLink('javascript:alert(1)')(stateOf(note('x'), 1, 2))).toBe(false)
    expect(setLink('file:///etc/passwd')(stateOf(note('x'), 1, 2))).toBe(false)
    expect(setLink(null)(stateOf(note('x'), 1))).toBe(false)
  })
})

describe('replaceDifference', () => {
  it('changes nothing when the content is the same', () => {
    expect(replaceDifference(stateOf(note('one', 'two'), 3), note('one', 'two'))).toBeNull()
  })

  it('keeps the caret where it was in what stays', () => {
    const state = stateOf(note('one', 'two', 'three'), 14)
    const transaction = replaceDifference(state, note('one', 'two and a half', 'three'))!
    const { doc, selection } = state.apply(transaction)
    expect(doc.eq(note('one', 'two and a half', 'three'))).toBe(true)
    expect(selection.$head.parent.textContent).toBe('three')
    expect(selection.$head.parentOffset).toBe(3)
  })

  it('gets from any content to any other', () => {
    const list = after(stateOf(note('one', 'two'), 1, 9), toggleFormat('bullet_list')).doc
    const contents = [note('one', 'two'), note(''), note('one one', 'two'), list, note('x', '', 'two')]
    for (const from of contents) {
      for (const to of contents) {
        const start = Selection.atStart(from).head
        const state = stateOf(from, start)
        expect((replaceDifference(state, to) ?? state.tr).doc.eq(to)).toBe(true)
      }
    }
  })
})
