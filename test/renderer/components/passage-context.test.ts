import { describe, expect, it } from 'vitest'
import { contextIn } from '../../../renderer/components/passage-context.js'
import { contextOf } from '../../../shared/anchoring/quote.js'
import type { TextVersionId } from '../../../shared/domain/ids.js'

const text = [
  'Bridge closed',
  'The road bridge at Marlow Cross was closed on Tuesday, 11 June 2024, after an engineer found a crack.',
  'It reopens in August.',
].join('\n')

/** What is shown around a passage of the text, as the selector of a claim on it has it. */
function around(exact: string) {
  const start = text.indexOf(exact)
  const end = start + exact.length
  const textVersionId = crypto.randomUUID() as TextVersionId
  return contextIn({ textVersionId, start, end, exact, ...contextOf(text, start, end) })
}

describe('the context that a selector keeps', () => {
  it('is cut at words, and says so', () => {
    expect(around('Tuesday, 11 June 2024')).toEqual({
      before: '…at Marlow Cross was closed on ',
      after: ', after an engineer found a…',
    })
  })

  it('ends with the paragraph, where nothing is cut', () => {
    expect(around('The road bridge').before).toBe('')
    expect(around('found a crack').after).toBe('.')
    expect(around('reopens')).toEqual({ before: 'It ', after: ' in August.' })
  })

  it('ends with the text', () => {
    expect(around('Bridge')).toEqual({ before: '', after: ' closed' })
  })
})
