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
    ['Ivan Kostov, 42, was held. Mr Kostov, 24, has two sons and denies it.', ['42', '24']],
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
    'Mary Reed, 41, ran to the pool. The 8-year-old was pulled out by a neighbour.',
    'Lucy Brand, 42, has two boys. The 12-year-old was born in Leeds.',
    'Ivan Kostov, 42, was held for the attack. The 45-year-old was taken to hospital.',
    'Ivan Kostov, 42, was held. Another man called Ivan Kostov, 24, was let go.',
    'Ivan Kostov, 42, was held. His son Karl Kostov, 24, came. The 24-year-old was let in.',
    'Ivan Kostov, 42, was held. Another man was let go. The 24-year-old was not named.',
    'Emma Radley, 18, won the title. Emma Radley, 21, is back on court.',
    'Peter Hall, 21, from Leeds, died in the crash. His father, also Peter Hall, 52, survived.',
    'Peter Hall, 21, died in the crash. His uncle, Peter Hall, 51, survived.',
    'Tom Reed, aged 9, was found in the wood. His brother was safe. Tom Reed, aged 19, was the first to see him.',
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
    'It is sold in 2 kg (500 g each) packs.',
    'The course is 10 kilometres (the last 2 miles alone) of rough track.',
    'The course is 10 kilometres (2 miles uphill) long.',
  ])('may be rounded: %s', (text) => expect(found({ text })).toEqual([]))
})
