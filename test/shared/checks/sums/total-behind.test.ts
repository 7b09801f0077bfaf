import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

const seats =
  'The Liberals have 17 seats, Labour 13 and the Conservatives nine. Independents won four seats and the Greens two.'

describe('a total and parts that stand sentences apart', () => {
  it.each([
    ['the total looks back', `${seats} With 47 seats on the council, no party has a majority.`, '45'],
    [
      'the parts are of the noun told before',
      'The census counted 48,310 people. It took a month. Of its people 24,900 are women and 22,410 men.',
      '47,310',
    ],
    [
      'the noun of the total opens the list',
      'The fund made 14 grants. It is glad. Nine grants went to England, three to Scotland and four to Wales.',
      '16',
    ],
  ])('must agree: %s', (_, text, sum) => expect(messages(text).join()).toContain(`make ${sum}`))

  it.each([
    ['they agree', `${seats} With 45 seats on the council, no party has a majority.`],
    ['the total is of something else', `${seats} With 47 members of staff the council is small.`],
    [
      'much is missing',
      'The fund made 24 grants. Five grants went to England, three to Wales and four abroad.',
    ],
  ])('are passed over when %s', (_, text) => expect(messages(text)).toEqual([]))
})

describe('the rest of a sum that is told before', () => {
  const price = 'Fenwick will pay £84 million for Dale Fires, which has sales of £61 million.'

  it.each([
    [
      'is what is missing',
      `${price} It will pay £50 million in cash and the remaining £34 million in shares.`,
      0,
    ],
    ['must be so', `${price} It will pay £50 million in cash and the remaining £24 million in shares.`, 1],
    [
      'may be of another sum',
      `${price} It has spent £9 million on plans and the remaining £4 million on advice.`,
      0,
    ],
  ])('%s', (_, text, count) => expect(messages(text)).toHaveLength(count))
})

describe('a part', () => {
  it.each([
    'The wall would have saved 70 of the 68 flooded houses.',
    'All five were tried at York. Four were transported and two, the Hoyle brothers, were hanged.',
  ])('is no more than its whole: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'The wall would have saved 70 of the 86 flooded houses.',
    'All five were tried at York. Three were transported and one was hanged.',
    'He has climbed eight of the 14 highest.',
  ])('is left alone where it may be right: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('outcomes of one series of games', () => {
  it('cannot be more than the games', () => {
    expect(messages('They have won seven of the nine and drawn three.')).toHaveLength(1)
  })

  it('may be fewer', () => expect(messages('They have won six of the nine and drawn one.')).toEqual([]))
})
