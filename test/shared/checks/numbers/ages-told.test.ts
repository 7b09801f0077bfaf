import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

interface Text {
  text: string
  published?: string
}

const found = (...texts: Text[]): string[][] =>
  runChecks(
    texts.map(({ text, published }, index) => ({ id: String(index), text, published: published ?? null })),
    { rules: ['number-conflict'] },
  ).map(({ spans }) => spans.map(({ quote }) => quote))

describe('the age of a person', () => {
  it.each([
    ['Ivan Kostov, 42, of Mill Road, was charged. Mr Kostov, 24, denies it.', ['42', '24']],
    ['Lucy Brand, 42, was elected in May. Brand, aged 43, lives in Leeds.', ['42', '43']],
    [
      'The 42-year-old driver Ivan Kostov denied it. The 24-year-old was remanded.',
      ['42-year-old', '24-year-old'],
    ],
  ])('is one in a text: %s', (text, quotes) => expect(found({ text })).toEqual([quotes]))

  it('is one in two texts of a week', () => {
    const first = { text: 'Lucy Peel, 31, was killed by a fall of rock.', published: '2024-06-14' }
    const later = { text: 'Lucy Peel, who was 37, had climbed in the Alps.', published: '2024-06-15' }
    expect(found(first, later)).toHaveLength(1)
  })

  it('may change with a birthday, and with the years', () => {
    const first = { text: 'Lucy Peel, 31, won the race.', published: '2024-06-14' }
    expect(found(first, { text: 'Lucy Peel, 32, won again.', published: '2024-09-02' })).toEqual([])
    expect(found(first, { text: 'Lucy Peel, 38, won again.', published: '2031-06-20' })).toEqual([])
    expect(found(first, { text: 'Lucy Peel, 22, won the race of 2015.' })).toEqual([])
  })

  it.each([
    'Two men, Ivan Kostov, 42, and his son Ivan Kostov, 19, were held.',
    'Ann Berg, 42, and Carl Berg, 24, were there. Berg, 24, spoke first.',
    'Anna Berg, 54, won by three points. Later Anna Berg, 45, took two points more.',
    'In 1994 Mia Strand, 40, ran the team. In 1974 Mia Strand, 20, was in it.',
  ])('is not compared with that of another, with points, or with an age in another year: %s', (text) =>
    expect(found({ text })).toEqual([]),
  )
})

describe('a measure told again in brackets', () => {
  it.each(['The road is 42 kilometres (20 miles) long.', 'The trunk weighed 20 kg (64 lb).'])(
    'is the same measure: %s',
    (text) => expect(found({ text })).toHaveLength(1),
  )

  it.each([
    'The road is 42 kilometres (26 miles) long.',
    'The tower was 30 metres (about 100 feet) high.',
    'The beach is 300 metres (five minutes on foot) away.',
    'The course is 10 kilometres (about six miles) long.',
  ])('may be rounded: %s', (text) => expect(found({ text })).toEqual([]))
})
