import { describe, expect, it } from 'vitest'
import { noteFromJson } from '../../../shared/document/note-schema.js'
import { isWebAddress } from '../../../shared/domain/web-address.js'

const linkTo = (href: unknown): unknown => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'page', marks: [{ type: 'link', attrs: { href } }] }],
    },
  ],
})

describe('a note', () => {
  it.each(['https://example.org/a?b#c', 'HTTP://example.org', 'mailto:desk@example.org'])(
    'may link to %s',
    (href) => {
      expect(isWebAddress(href)).toBe(true)
      expect(noteFromJson(linkTo(href)).textContent).toBe('page')
    },
  )

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'https:javascript',
    'https:// example.org',
    'file:///etc/passwd',
    'data:text/html,x',
    'mailto:',
    'example.org',
    '',
    `https://example.org/${'a'.repeat(4000)}`,
    null,
    { toString: 'https://example.org' },
  ])('may not link to %j', (href) => {
    expect(() => noteFromJson(linkTo(href))).toThrow(RangeError)
  })

  it.each<[string, unknown]>([
    ['a paragraph alone', { type: 'paragraph' }],
    ['an empty document', { type: 'doc', content: [] }],
    ['a heading', { type: 'doc', content: [{ type: 'heading' }] }],
    ['a picture', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'image' }] }] }],
    ['a list without items', { type: 'doc', content: [{ type: 'bullet_list' }] }],
    ['text outside of a paragraph', { type: 'doc', content: [{ type: 'text', text: 'x' }] }],
    ['nothing', undefined],
  ])('cannot be %s', (_name, json) => {
    expect(() => noteFromJson(json)).toThrow()
  })
})
