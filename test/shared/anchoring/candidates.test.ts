import { describe, expect, it } from 'vitest'
import { candidatesFor } from '../../../shared/anchoring/candidates.js'

const minutes = [
  'The board approved the loan of 12 million on Monday.',
  'The board refused the loan of 15 million on Friday.',
  'Nobody asked who had signed the letter.',
].join('\n')

const wordsOf = (quote: string, limit: number, context = { prefix: '', suffix: '' }) =>
  candidatesFor(minutes, { exact: quote, ...context }, limit).map(({ start, end }) =>
    minutes.slice(start, end),
  )

describe('passages to choose from for an orphan', () => {
  it('are those that are most like it, likeliest first', () => {
    const found = candidatesFor(
      minutes,
      { exact: 'approved the loan of 15 million', prefix: '', suffix: '' },
      5,
    )
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(found.map(({ similarity }) => similarity)).toEqual(
      found.map(({ similarity }) => similarity).toSorted((one, other) => other - one),
    )
    expect(minutes.slice(found[0]!.start, found[0]!.end)).toBe('approved the loan of 12 million')
  })

  it('are ranked by what stands around them too', () => {
    const context = { prefix: 'The board ', suffix: ' on Friday.' }
    expect(wordsOf('agreed to the loan of 13 million', 1, context)).toEqual([
      expect.stringContaining('the loan of 15 million'),
    ])
  })

  it('do not overlap, and are no more than asked for', () => {
    const found = candidatesFor(minutes, { exact: 'The board approved the loan', prefix: '', suffix: '' }, 10)
    const inOrder = found.toSorted((one, other) => one.start - other.start)
    inOrder.slice(1).forEach(({ start }, at) => expect(start).toBeGreaterThanOrEqual(inOrder[at]!.end))
    expect(wordsOf('The board approved the loan', 1)).toHaveLength(1)
  })

  it('are none when nothing is like the quote', () => {
    expect(wordsOf('quixotic zebra', 5)).toEqual([])
    expect(wordsOf('', 5)).toEqual([])
  })
})
