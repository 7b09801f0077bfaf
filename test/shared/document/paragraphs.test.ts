import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../../shared/document/paragraphs.js'

const texts = (text: string) => paragraphsOf(text).map(({ start, end }) => text.slice(start, end))

describe('paragraphsOf', () => {
  it('takes every line that shows something', () => {
    expect(texts('One.\nTwo.\r\n\r\n  \r\nThree.\rFour.')).toEqual(['One.', 'Two.', 'Three.', 'Four.'])
  })

  it('joins the lines of a hard-wrapped text', () => {
    const block =
      'The ferry between the harbour and the outer islands began to run\nagain on Thursday morning, eight weeks after a fire in the engine\nroom of the ship had stopped the line.'
    expect(texts(`${block}\n\n${block}\n\n- one\n- two\n`)).toEqual([block, block, '- one', '- two'])
  })

  it('joins one wrapped block in a text that is not', () => {
    const block =
      'The ferry between the harbour and the outer islands began to run\nagain on Thursday morning.'
    expect(texts(`Title\n\n${block}\nBy Anna Berg`)).toEqual(['Title', ...block.split('\n'), 'By Anna Berg'])
    expect(texts(`Title\n\n${block}\n\nEnd.`)).toEqual(['Title', block, 'End.'])
  })

  it('keeps short lines of a list or poem apart', () => {
    expect(texts('north and the\nsouth\neast')).toEqual(['north and the', 'south', 'east'])
  })

  it('is total: paragraphs are in order, apart, and hold every visible character', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', ' ', '\n', '\r', '\t', 'word '.repeat(12))), (parts) => {
        const text = parts.join('')
        const held = texts(text).join('').replace(/\s/g, '')
        expect(held).toBe(text.replace(/\s/g, ''))
      }),
    )
  })
})
