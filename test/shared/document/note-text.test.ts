import { describe, expect, it } from 'vitest'
import { noteFromJson, noteText } from '../../../shared/document/note-schema.js'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const item = (...content: object[]) => ({ type: 'list_item', content })
const textOf = (...content: object[]) => noteText(noteFromJson({ type: 'doc', content }))

describe('a note as plain text', () => {
  it('puts each block on a line of its own', () => {
    expect(textOf(paragraph('Asked the board.'), paragraph('No answer.'))).toBe(
      'Asked the board.\nNo answer.',
    )
  })

  it('marks the items of a list with a dash', () => {
    const list = { type: 'bullet_list', content: [item(paragraph('one')), item(paragraph('two'))] }
    expect(textOf(paragraph('Seen:'), list)).toBe('Seen:\n- one\n- two')
  })

  it('numbers an ordered list from its start', () => {
    const list = {
      type: 'ordered_list',
      attrs: { order: 3 },
      content: [item(paragraph('c')), item(paragraph('d'))],
    }
    expect(textOf(list)).toBe('3. c\n4. d')
  })

  it('indents what belongs to an item', () => {
    const inner = { type: 'bullet_list', content: [item(paragraph('inner'))] }
    const list = { type: 'bullet_list', content: [item(paragraph('outer'), paragraph('more'), inner)] }
    expect(textOf(list)).toBe('- outer\n  more\n  - inner')
  })

  it('refuses a link that is no web address', () => {
    const linked = {
      type: 'text',
      text: 'x',
      marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    }
    expect(() => noteFromJson({ type: 'doc', content: [{ type: 'paragraph', content: [linked] }] })).toThrow(
      'web address',
    )
  })
})
