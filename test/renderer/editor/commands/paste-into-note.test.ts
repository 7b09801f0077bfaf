import { EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { describe, expect, it } from 'vitest'
import { pasteIntoNote } from '../../../../renderer/editor/commands/paste-into-note.js'
import { noteSchema, noteText } from '../../../../shared/document/note-schema.js'

/** What a paste makes of a note “One.”: left to the editor, refused, or its text. */
function pasted(html: string, text: string): string {
  const doc = noteSchema.node('doc', null, [noteSchema.node('paragraph', null, [noteSchema.text('One.')])])
  let state = EditorState.create({ doc })
  state = state.apply(state.tr.setSelection(TextSelection.atEnd(doc)))
  const view = { state, dispatch: (transaction: Transaction) => void (state = state.apply(transaction)) }
  const clipboard = { getData: (kind: string) => (kind === 'text/html' ? html : text) }
  let refusal = ''
  const isDone = pasteIntoNote(view as unknown as EditorView, clipboard as DataTransfer, (reason) => {
    refusal = reason
  })
  if (!isDone) return 'left to the editor'
  return refusal || noteText(state.doc)
}

describe('a paste into a note', () => {
  it('is left to the editor while it is of a size that people copy', () => {
    expect(pasted('<p>Two <b>bold</b></p>', 'Two bold')).toBe('left to the editor')
    expect(pasted('<ul><li>Two</ul>'.repeat(300), 'Two')).toBe('left to the editor')
    expect(pasted('', 'Two\nThree')).toBe('left to the editor')
    expect(pasted('', '')).toBe('left to the editor')
  })

  it.each([
    ['styles', `<style>${'p { margin: 0 }\n'.repeat(8_000)}</STYLE><p>Two</p>`],
    ['scripts', `<script type="a">${'a = b => c()\n'.repeat(9_000)}</script><p>Two</p>`],
    ['comments', `<!-- ${'<w:LsdException Name="a"/>\n'.repeat(30_000)} --><p>Two</p>`],
  ])('counts no %s as words', (_what, html) => {
    expect(pasted(html, 'Two')).toBe('left to the editor')
  })

  it.each([
    ['many tags', '<i>'.repeat(30_000)],
    ['lists in one another', '<ul><li>'.repeat(200)],
    ['long attributes', `<a href="${'x'.repeat(2_000_000)}">a</a>`],
    ['tags that are never closed', '<'.repeat(900_000)],
    ['styles that are never closed', `<style>${'x'.repeat(200_000)}`],
    ['styles whose closing tags are never closed', `<style>${'</style '.repeat(150_000)}`],
    ['comments that are never closed', '<!--'.repeat(200_000)],
    ['more words than the plain text', `<p>${'x'.repeat(200_000)}</p>`],
  ])('takes the plain text where the markup is too much: %s', (_what, html) => {
    expect(pasted(html, ' Two.\r\n\r\nThree.')).toBe('One. Two.\nThree.')
  })

  it('is refused where nothing of it would fit', () => {
    expect(pasted('', 'x'.repeat(100_001))).toMatch(/too much for a note/)
    expect(pasted('<i>'.repeat(30_000), '')).toMatch(/too much for a note/)
    expect(pasted(`<img src="${'x'.repeat(1_100_000)}">`, '\r\n')).toMatch(/too much for a note/)
  })
})
