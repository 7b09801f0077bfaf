import { describe, expect, it } from 'vitest'
import { noteBlocksOf, noteText, noteWithAddresses } from '../../../shared/report/note-blocks.js'

const linked = (text: string, href: string, ...marks: string[]) => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }, ...marks.map((type) => ({ type }))],
})
const blocksWith = (...content: object[]) =>
  noteBlocksOf({ body: { type: 'doc', content: [{ type: 'paragraph', content }] }, text: '' })

describe('a note as plain text', () => {
  it('has the address of a link behind its words, once, however these are set', () => {
    const href = 'https://example.org/calendar'
    const blocks = blocksWith(linked('the ', href), linked('calendar', href, 'strong'), {
      type: 'text',
      text: ' of 1983',
    })
    expect(noteText(blocks)).toBe('the calendar of 1983')
    expect(noteWithAddresses(blocks)).toBe('the calendar (https://example.org/calendar) of 1983')
  })

  it('does not say an address twice that is its own words', () => {
    const href = 'https://example.org/calendar'
    expect(noteWithAddresses(blocksWith(linked(href, href)))).toBe(href)
  })

  it('has the addresses in lists as well', () => {
    const item = { type: 'paragraph', content: [linked('Minutes', 'https://example.org/m')] }
    const list = { type: 'bullet_list', content: [{ type: 'list_item', content: [item] }] }
    const blocks = noteBlocksOf({ body: { type: 'doc', content: [list] }, text: '' })
    expect(noteWithAddresses(blocks)).toBe('- Minutes (https://example.org/m)')
  })
})
