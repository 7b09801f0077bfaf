import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string, published: string | null = null): string[] =>
  runChecks([{ id: 's', text, published }], { rules: ['duration-arithmetic'] }).map(({ message }) => message)

describe('the first time in so many years', () => {
  it.each([
    'The comet was last seen in 1744. This winter it can be seen for the first time in 178 years.',
    'The pit was last shut in 1982. It stood idle on Monday for the first time in 50 years.',
    'It snowed on Monday for the first time in 20 years, since 1992.',
  ])('must go back to the last: %s', (text) => expect(messages(text, '2022-01-19')).toHaveLength(1))

  it.each([
    'The comet was last seen in 1744. This winter it can be seen for the first time in 278 years.',
    'The wolf was last seen in 1902. This winter it was heard for the first time in 120 years.',
    'The wolf was last seen in 1902. This winter it was heard for the first time in more than a century.',
    'The cup was last won in 2001 by Lund. Halm won it for the first time in 50 years.',
    'It snowed for the first time in 20 years. The comet was last seen in 1744.',
    'It snowed on Monday for the first time in 30 years, since 1992.',
  ])('does, or tells of something else: %s', (text) => expect(messages(text, '2022-01-19')).toEqual([]))

  it('says nothing of a text that nobody has dated', () => {
    expect(messages('It was last seen in 1744. It is here for the first time in 178 years.')).toEqual([])
  })
})
