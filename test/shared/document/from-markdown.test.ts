import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { describe, expect, it } from 'vitest'
import { documentFromMarkdown } from '../../../shared/document/from-markdown.js'
import { documentFromJson } from '../../../shared/document/sections.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import { anyFile } from './texts.js'

/** A document as nested names, for example `blockquote(paragraph)`, sections left out. */
function shapeOf(node: Node): string {
  const inside = node.isTextblock ? '' : node.children.map(shapeOf).join(' ')
  if (node.type.name === 'doc' || node.type.name === 'section') return inside
  return node.type.name + (inside && `(${inside})`)
}

const shape = (markdown: string): string => shapeOf(documentFromMarkdown(markdown))
const text = (markdown: string): string => plainTextOf(documentFromMarkdown(markdown))

function linksOf(markdown: string): string[] {
  const links: string[] = []
  documentFromMarkdown(markdown).descendants(({ marks }) => {
    for (const mark of marks) if (mark.type.name === 'link') links.push(mark.attrs['href'] as string)
  })
  return links
}

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

describe('the document of a Markdown text', () => {
  it('has its headings, paragraphs, quotes, code and rules', () => {
    const markdown = '# Title\n\nText\n\n> Quote\n\n```js\nconst a = 1\n```\n\n---\n\n    indented code'
    expect(shape(markdown)).toBe(
      'heading paragraph blockquote(paragraph) code_block horizontal_rule code_block',
    )
    expect(text(markdown)).toBe('Title\n\nText\n\nQuote\n\nconst a = 1\n\nindented code')
  })

  it('has its lists, numbered and nested', () => {
    const markdown = '3. three\n4. four\n   - inner\n   - other\n\nAfter'
    expect(shape(markdown)).toBe(
      'ordered_list(list_item(paragraph) list_item(paragraph bullet_list(list_item(paragraph) list_item(paragraph)))) paragraph',
    )
    expect(documentFromMarkdown(markdown).firstChild!.firstChild!.attrs['order']).toBe(3)
    expect(text(markdown)).toBe('three\nfour\ninner\nother\n\nAfter')
  })

  it('reads as a person would read it, without the signs of Markdown', () => {
    expect(text('It was **never** _so_, said `the code` and [the page](https://example.org "t").')).toBe(
      'It was never so, said the code and the page.',
    )
    expect(text('Tom &amp; Ada &copy; \\*not\\* bold')).toBe('Tom & Ada © *not* bold')
  })

  it('keeps a hard break as a line break, and a soft one as a space', () => {
    expect(text('one  \ntwo\\\nthree\nfour')).toBe('one\ntwo\nthree four')
  })

  it('shows a picture as its description, and never its address', () => {
    const document = documentFromMarkdown('See ![the *burnt* mill](https://example.org/mill.png) here')
    expect(plainTextOf(document)).toBe('See [the burnt mill] here')
    expect(JSON.stringify(document)).not.toContain('mill.png')
  })

  it('shows raw HTML as text', () => {
    const html = '<script>alert(1)</script>\n\n<b onclick="x()">bold</b> and <img src=x onerror=y>'
    expect(text(html)).toBe(html)
  })

  it('keeps the address of a link, which no page can follow by itself', () => {
    expect(linksOf('[a](https://example.org/a) <https://example.org/b> [c](mailto:c@example.org)')).toEqual([
      'https://example.org/a',
      'https://example.org/b',
      'mailto:c@example.org',
    ])
  })

  it.each([
    '[words](javascript:alert(1))',
    '[words](JaVaScRiPt:alert(1))',
    '[words](&#106;avascript:alert(1))',
    '[words](vbscript:msgbox)',
    '[words](file:///etc/passwd)',
    '[words](data:text/html,x)',
    '[words][y]\n\n[y]: javascript:alert(1)',
    '<javascript:words()>',
  ])('makes no link of %s', (markdown) => {
    expect(linksOf(markdown)).toEqual([])
    expect(text(markdown)).toContain('words')
  })

  it('draws no element that a browser would follow or run', () => {
    const spec = documentFromMarkdown('[a](https://example.org)').type.schema.marks['link']!.spec
    const mark = { attrs: { href: 'https://example.org' } } as unknown as Parameters<
      NonNullable<typeof spec.toDOM>
    >[0]
    expect(spec.toDOM!(mark, true)).toMatchObject(['span', {}, 0])
  })

  it('is allowed by its schema, whatever the text', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const document = documentFromMarkdown(file)
        expect(documentFromJson(JSON.parse(JSON.stringify(document))).eq(document)).toBe(true)
      }),
    )
  })

  it('leaves nothing out, however deep it stands', () => {
    const depth = fc.integer({ min: 1, max: 120 })
    const list = depth.map((levels) => lines(levels, (level) => `${'  '.repeat(level)}- item${level}`))
    const quote = depth.map((levels) => lines(levels, (level) => `${'>'.repeat(level + 1)} item${level}`))
    fc.assert(
      fc.property(fc.oneof(list, quote), (nested) => {
        const shown = text(`${nested}\n\nAfter it all`)
        for (const [item] of nested.matchAll(/item\d+/g)) expect(shown).toContain(item)
        expect(shown).toContain('After it all')
      }),
    )
  })

  it.each([
    ['quotes', '> '.repeat(20_000)],
    ['lists', lines(3000, (depth) => `${' '.repeat(depth * 2)}- x`)],
    ['brackets', '['.repeat(50_000)],
    ['pictures', '!['.repeat(20_000)],
    ['emphasis', '*a **a '.repeat(10_000)],
    ['backticks', Array.from({ length: 300 }, (_, length) => '`'.repeat(length + 1)).join(' ')],
    ['links', '[a](<b'.repeat(10_000)],
  ])('is made of hostile %s without a hang or an error', (_name, hostile) => {
    const document = documentFromMarkdown(`${hostile}\n\nAfter it all`)
    expect(() => document.check()).not.toThrow()
    expect(plainTextOf(document)).toContain('After it all')
  })
})
