import { describe, expect, it } from 'vitest'
import { isQuotedAlone } from '../../../shared/checks/quoted-word.js'
import { runChecks } from '../../../shared/checks/run-checks.js'

const rulesOf = (text: string, published: string | null = null): string[] =>
  runChecks([{ id: 's', text, published }]).map(({ rule }) => rule)

describe('isQuotedAlone', () => {
  const text = 'It spoke of “31 November” and “on 31 June”.'
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

  it('is true of what stands alone between marks', () => {
    expect(isQuotedAlone(text, at('31 November'))).toBe(true)
    expect(isQuotedAlone(text, at('31 June'))).toBe(false)
  })
})

describe('a slip that is quoted as a slip', () => {
  it.each([
    'Our report said that the bridge was closed on “31 November”; it was 30 November 2022.',
    'The notice speaks of “Tuesday, 30 November 2022”, though the day was a Wednesday.',
    'We wrote “Febuary 2022” for February 2022.',
    'She is Katarzyna Wolska, not “Wolski”; we are sorry for the error.',
  ])('is none of the text: %s', (text) => expect(rulesOf(text)).toEqual([]))
})

describe('weekdays and months', () => {
  it('compares a weekday that stands right before its date', () => {
    const text = 'The race, held last Sunday, 7 September, was short.'
    expect(rulesOf(text, '2019-09-14')).toEqual(['weekday-mismatch'])
    expect(rulesOf(text.replace('7', '8'), '2019-09-14')).toEqual([])
  })

  it('knows a long month that is misspelt without a day or year', () => {
    expect(rulesOf('The shop will open in Novmber with a sale.')).toEqual(['garbled-date'])
    expect(rulesOf('They sang in Novembro, a village, and in Decembre.')).toEqual([])
  })
})
