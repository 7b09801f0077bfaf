import { describe, expect, it } from 'vitest'
import { extractAll } from '../../../shared/checks/extraction.js'

const text =
  'Mayor Anna Berg bought about 3 km of pipe for $1.2 million on 4 May 2011.\n\n' +
  '“We had no choice,” Berg said. Of 40 voters, 45% agreed. Ursula von der Leyen called it “a start”.'

describe('what a text holds', () => {
  const { dates, quantities, names, quotes } = extractAll(text, { published: null })

  it('gives ranges that are slices of the text', () => {
    for (const { start, end, text: words } of [...dates, ...quantities, ...names, ...quotes])
      expect(text.slice(start, end)).toBe(words)
  })

  it('gives dates with their TIMEX3 values', () => {
    expect(dates.map(({ text: words, type, value }) => [words, type, value])).toEqual([
      ['4 May 2011', 'DATE', '2011-05-04'],
    ])
  })

  it('gives quantities in base units, with what they count', () => {
    expect(
      quantities.map(({ text: words, value, unit, noun, bound }) => [words, value, unit, noun, bound]),
    ).toEqual([
      ['3 km', 3000, 'm', 'pip', 'about'],
      ['$1.2 million', 1_200_000, 'USD', '', 'exact'],
      ['40', 40, '', 'voter', 'exact'],
      ['45%', 45, '%', '', 'exact'],
    ])
  })

  it('gives names without titles, particles held in', () => {
    expect(names.filter(({ sure }) => sure).map(({ text: words }) => words)).toEqual([
      'Anna Berg',
      'Berg',
      'Ursula von der Leyen',
    ])
  })

  it('gives quotations with their speakers', () => {
    expect(quotes.map(({ text: words, speaker }) => [words, speaker])).toEqual([
      ['“We had no choice,”', 'Berg'],
      ['“a start”', 'Ursula von der Leyen'],
    ])
  })
})

describe('speakers', () => {
  it.each([
    ['“We had no choice at all,” said the mayor, Anna Berg.', 'Anna Berg'],
    ['Anna Berg said: “We had no choice at all.” Tom Askew said: “We did.”', 'Anna Berg'],
    ['According to Anna Berg, “we had no choice at all”.', 'Anna Berg'],
    ['“We had no choice at all,” Anna Berg, the mayor, told the crowd.', 'Anna Berg'],
    ['It was Anna Berg, who said: “We had no choice at all.”', 'Anna Berg'],
    ['“We had no choice at all,” she said.', null],
  ])('%s', (words, speaker) => {
    expect(extractAll(words, { published: null }).quotes[0]?.speaker).toBe(speaker)
  })
})
