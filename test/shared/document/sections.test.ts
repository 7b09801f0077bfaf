import { describe, expect, it } from 'vitest'
import { documentFromMarkdown } from '../../../shared/document/from-markdown.js'
import { documentFromJson, documentOf } from '../../../shared/document/sections.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'

/** A stored document with one paragraph of one text node, each with what is given put in. */
function stored(paragraph: object = {}, text: object = {}): unknown {
  const inline = { type: 'text', text: 'It burned.', ...text }
  const block = { type: 'paragraph', content: [inline], ...paragraph }
  return { type: 'doc', content: [{ type: 'section', content: [block] }] }
}

const link = (attrs: object): object => ({ marks: [{ type: 'link', attrs }] })

describe('a stored document', () => {
  it('is read as it was written', () => {
    const document = documentFromMarkdown('# Costs\n\n1. *one*\n\n> [two](https://example.org)\n\n    three')
    expect(documentFromJson(JSON.parse(JSON.stringify(document))).eq(document)).toBe(true)
    expect(plainTextOf(documentFromJson(stored({ attrs: { gap: 2 } })))).toBe('\n\nIt burned.')
  })

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a string', 'It burned.'],
    ['no document', {}],
    ['a part of a document', { type: 'paragraph' }],
    ['an empty document', { type: 'doc' }],
    ['a text without its section', { type: 'doc', content: [{ type: 'paragraph' }] }],
    ['a text without characters', stored({}, { text: '' })],
    ['a text that is a number', stored({}, { text: 5 })],
    ['a kind of block that Stet does not have', stored({ type: 'iframe' })],
    ['a kind of block named like a property of every object', stored({ type: '__proto__' })],
    ['a kind of mark that Stet does not have', stored({}, { marks: [{ type: 'onclick' }] })],
    ['a heading of a seventh level', stored({ type: 'heading', attrs: { level: 7 } })],
    ['a heading of half a level', stored({ type: 'heading', attrs: { level: 1.5 } })],
    [
      'a heading whose level is a name of an element',
      stored({ type: 'heading', attrs: { level: '1 onload=x' } }),
    ],
    ['a gap below nothing', stored({ attrs: { gap: -1 } })],
    ['a gap that would fill the memory', stored({ attrs: { gap: 1e12 } })],
    ['a gap that is no number', stored({ attrs: { gap: '2' } })],
    ['a link to an object', stored({}, link({ href: { toString: 'x' }, title: null }))],
    ['a link without an address', stored({}, link({}))],
    ['a link with a title that is no text', stored({}, link({ href: 'https://example.org', title: [] }))],
    ['a mark where none may be', stored({ type: 'code_block' }, { marks: [{ type: 'em' }] })],
  ])('is refused when it is %s', (_name, json) => {
    expect(() => documentFromJson(json)).toThrow()
  })

  it('has only the attributes that the schema knows', () => {
    const document = documentFromJson(stored({ attrs: { gap: 0, onclick: 'x()', class: 'y' } }))
    expect(JSON.stringify(document)).not.toMatch(/onclick|class/)
  })
})

describe('a document of blocks', () => {
  it('is one empty paragraph when there are none', () => {
    const document = documentOf([])
    expect(document.firstChild!.firstChild!.type.name).toBe('paragraph')
    expect(plainTextOf(document)).toBe('')
  })
})
