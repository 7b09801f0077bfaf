import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const quotes = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['order-conflict'] }).flatMap(({ spans }) =>
    spans.map(({ quote }) => quote),
  )

const entries = [
  '1911 The site is given by Miss Trevor.',
  '1912 The foundation stone is laid.',
  '1914 The hall opens with a concert.',
  '1915 It becomes a hospital.',
  '1933 Electric light is put in.',
]

const withOne = (at: number, entry: string): string =>
  [...entries.slice(0, at), entry, ...entries.slice(at)].join('\n')

describe('a timeline', () => {
  it('tells the only entry that stands against the order of all others', () => {
    expect(quotes(withOne(4, '1908 The last patients leave.'))).toEqual(['1915', '1908'])
  })

  it('may run backwards', () => {
    expect(quotes(entries.slice().reverse().join('\n'))).toEqual([])
    expect(quotes(withOne(4, '1908 The last patients leave.').split('\n').reverse().join('\n'))).toHaveLength(
      2,
    )
  })

  it.each([
    ['it is in order', withOne(4, '1918 The last patients leave.')],
    ['it is in no order at all', [entries[3], entries[0], entries[4], entries[1], entries[2]].join('\n')],
    ['it is short', [entries[0], entries[2], entries[1]].join('\n')],
    ['another list follows', [...entries, 'The school', ...entries].join('\n')],
  ])('is passed over when %s', (_, text) => expect(quotes(text)).toEqual([]))
})

describe('what is told as one after the other', () => {
  it.each([
    'The baths were closed in 1940, when a bomb fell, and opened again in 1938 after repairs.',
    'In 1961 she joined the railway as a porter, and in 1943 she was given the box at Marsh.',
    'His first symphony was played at Leeds in 1947 and his second at Manchester in 1942.',
  ])('comes in that order: %s', (text) => expect(quotes(text)).toHaveLength(2))

  it.each([
    'The baths were closed in 1940, when a bomb fell, and opened again in 1948 after repairs.',
    'In 1961 she joined the railway, and in 1943 she had been given a box at Marsh.',
    'Her first novel appeared in 1934 but was written in 1929; the second came out in 1933.',
  ])('is left alone where it does, or looks back: %s', (text) => expect(quotes(text)).toEqual([]))
})

describe('what goes on until a day', () => {
  it.each([
    'He made the first transfer on 14 May 2017 and went on until he was caught in February 2017.',
    'He stole from the till from May 2017 until he was caught in February 2017.',
  ])('begins before it: %s', (text) => expect(quotes(text)).toHaveLength(2))

  it.each([
    'The law of 1995 replaced one that had been in force until 1990.',
    'The contract, signed on 4 June 2020, was due to run until 31 May 2019.',
    'The tramway, which has run since 1981, was named after her in 2014.',
  ])('is left alone where it may have begun earlier: %s', (text) => expect(quotes(text)).toEqual([]))
})
