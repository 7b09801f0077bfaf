import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string, published: string | null = null): string[] =>
  runChecks([{ id: 's', text, published }], { rules: ['duration-arithmetic'] }).map(({ message }) => message)

describe('the time since a date that is told beside it', () => {
  it.each([
    'She takes over from Poul Bang, who has held the post for 13 years, since 2012.',
    'The river was the highest since 1941, 73 years ago, when it reached 4.8 metres.',
    'It was founded 30 years ago, in 1984.',
    'The ship went down on 11 July 1688, 340 years ago to the day.',
    'The first of them (1941, 73 years ago) was lost.',
  ])('must have gone by on the day of publication: %s', (text) =>
    expect(messages(text, '2024-05-27')).toHaveLength(1),
  )

  it.each([
    'She takes over from Poul Bang, who has held the post for 12 years, since 2012.',
    'The river was the highest since 1941, 83 years ago, when it reached 4.8 metres.',
    'Twenty years ago, in 2004, it moved.',
    'He has held the post for two years and been a member since 2012.',
    'He had held the post for two years, since 2012, when he died.',
    'It was founded in 1941, and 20 years ago it moved here.',
    'The film, set in 1941, ten years ago won a prize.',
    'The race was run in 2012, eight years later it was dropped.',
    'Speaking in 2010, he recalled the strike of 1984, 26 years ago, and wept.',
    'The court heard in 2019 that the theft took place in 2009, ten years ago.',
    'The plaque from 1986 says that the mill burned in 1886, 100 years ago.',
  ])('has, or is that of something else: %s', (text) => expect(messages(text, '2024-05-27')).toEqual([]))

  it('says nothing of a text that nobody has dated', () => {
    expect(messages('The river was the highest since 1941, 73 years ago.')).toEqual([])
  })
})
