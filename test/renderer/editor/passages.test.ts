import { describe, expect, it } from 'vitest'
import { sentenceAt, trimmed, wordAt, type Passage } from '../../../renderer/editor/passages.js'

const text = 'The first. The second one, on Monday!\n\nA heading\nMr. Smith met J. Doe on 3 May. He left.'
const slice = (passage: Passage | null): string | null => passage && text.slice(passage.start, passage.end)

describe('sentenceAt', () => {
  it('takes the sentence that the offset is in', () => {
    expect(slice(sentenceAt(text, 3))).toBe('The first.')
    expect(slice(sentenceAt(text, text.indexOf('second')))).toBe('The second one, on Monday!')
  })

  it('stays in its paragraph', () => {
    expect(slice(sentenceAt(text, text.indexOf('heading')))).toBe('A heading')
    expect(slice(sentenceAt(text, text.indexOf('\n')))).toBe('The second one, on Monday!')
  })

  it('does not end a sentence after a title or an initial', () => {
    expect(slice(sentenceAt(text, text.indexOf('Doe')))).toBe('Mr. Smith met J. Doe on 3 May.')
    expect(slice(sentenceAt(text, text.length))).toBe('He left.')
  })

  it('finds nothing in a blank paragraph', () => {
    expect(sentenceAt(text, text.indexOf('\n') + 1)).toBeNull()
    expect(sentenceAt('', 0)).toBeNull()
  })
})

describe('wordAt', () => {
  it('takes the word around, before or after the offset', () => {
    for (const at of [4, 6, 9]) expect(slice(wordAt(text, at))).toBe('first')
  })

  it('finds nothing between words', () => {
    expect(wordAt('one  two', 4)).toBeNull()
  })
})

describe('trimmed', () => {
  it('drops white space at both ends', () => {
    expect(trimmed(' \n a b \n', { start: 0, end: 8 })).toEqual({ start: 3, end: 6 })
    expect(trimmed('   ', { start: 0, end: 3 })).toBeNull()
  })
})
