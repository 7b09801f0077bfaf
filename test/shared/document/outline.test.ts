import { describe, expect, it } from 'vitest'
import { documentFromMarkdown } from '../../../shared/document/from-markdown.js'
import { outlineOf } from '../../../shared/document/outline.js'

describe('the outline of a text', () => {
  it('lists its headings in order, each with its level and where its words stand', () => {
    const document = documentFromMarkdown(
      '# Report\n\nText\n\n## The *costs*\n\nMore\n\n> ### Quoted\n\n# End',
    )
    const outline = outlineOf(document)
    expect(outline.map(({ level, text }) => `${level} ${text}`)).toEqual([
      '1 Report',
      '2 The costs',
      '3 Quoted',
      '1 End',
    ])
    for (const { text, position } of outline) {
      expect(document.textBetween(position, position + text.length)).toBe(text)
    }
  })

  it('is empty where there are none', () => {
    expect(outlineOf(documentFromMarkdown('Only a paragraph.'))).toEqual([])
  })
})
