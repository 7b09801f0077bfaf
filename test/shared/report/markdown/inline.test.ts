import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, it } from 'vitest'
import { block, heading, inline } from '../../../../shared/report/markdown/inline.js'
import { anyText, oddTexts } from '../odd-texts.js'

/** A reader that allows everything a stranger could abuse. */
const reader = new MarkdownIt({ html: true, linkify: true })

/** What would fetch, link, run or be counted as a note, in Markdown or in what builds pages of it. */
const risky = [
  '![x](https://example.org/x.png)',
  '![x][1]\n\n[1]: https://example.org/x.png',
  '[^1]: another note',
  '^[another note](https://example.org/)',
  '<img src="https://example.org/x.png">',
  '<https://example.org/>',
  '{{< figure src="https://example.org/x.png" >}}',
  '{% include secret %}',
  '{: onclick="alert(1)"}',
  '{fetch("https://example.org/")}',
  '[[wiki]]',
  '![[https://example.org/x.png]]',
  '\\',
  '!',
  '](',
]

const harmless = [
  'paragraph',
  'heading',
  'blockquote',
  'bullet_list',
  'list_item',
  'inline',
  'text',
  'text_special',
]

const text = fc
  .array(fc.oneof(fc.constantFrom(...risky, ...oddTexts), anyText), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''))

it('makes of any text nothing but text', () => {
  fc.assert(
    fc.property(text, (said) => {
      for (const written of [block(said), heading(2, said), `> ${block(said)}`, `- a: ${inline(said)}`]) {
        const tokens = reader.parse(written, {}).flatMap((token) => [token, ...(token.children ?? [])])
        const kinds = new Set(tokens.map(({ type }) => type.replace(/_(open|close)$/, '')))
        for (const kind of kinds) expect(harmless).toContain(kind)
        expect(written.replaceAll('\\\\', '')).not.toMatch(/(?<!\\)[[{]|\{%/)
      }
    }),
  )
})
