import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { writeText } from '../../../../renderer/editor/correction/write-text.js'
import { documentFromMarkdown } from '../../../../shared/document/from-markdown.js'
import { offsetsOf, plainTextOf } from '../../../../shared/document/text-offsets.js'

function written(markdown: string, quote: string, text: string): Node {
  const doc = documentFromMarkdown(markdown)
  const start = plainTextOf(doc).indexOf(quote)
  const { tr } = EditorState.create({ doc })
  const [from, to] = [offsetsOf(doc).position(start), offsetsOf(doc).position(start + quote.length)]
  const { doc: changed } = writeText(tr, from, to, text)
  changed.check()
  return changed
}

describe('writeText', () => {
  it('makes paragraphs of lines and gaps of blank lines', () => {
    const doc = written('One two three.', 'two', 'a\r\nb\n\n\nc')
    expect(plainTextOf(doc)).toBe('One a\nb\n\n\nc three.')
    expect(doc.firstChild!.content.content.map((block) => block.attrs.gap as number)).toEqual([0, 0, 2])
  })

  it('takes on the marks that stand there', () => {
    const doc = written('One **bold** word', 'bold', 'strong')
    expect(doc.toString()).toContain('strong("strong")')
  })

  it('keeps lines as they are in a code block', () => {
    const doc = written('```\nlet one\nlet two\n```', 'one', 'a\nb')
    expect(doc.firstChild!.childCount).toBe(1)
    expect(plainTextOf(doc)).toContain('let a\nb\nlet two')
  })

  it('keeps the kind of the block where it begins', () => {
    const doc = written('# Title\n\nText', 'tle', 'de\nMore')
    expect(doc.firstChild!.content.content.map(({ type }) => type.name)).toEqual([
      'heading',
      'paragraph',
      'paragraph',
    ])
  })

  it('deletes where the text is empty, also over several blocks', () => {
    expect(plainTextOf(written('One\n\nTwo\n\nThree', 'ne\n\nTwo\n\nTh', ''))).toBe('Oree')
  })
})
