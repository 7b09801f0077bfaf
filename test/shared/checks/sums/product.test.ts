import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('so many at so much each', () => {
  it.each([
    'Subscriptions from 131 members at £24 brought in £3,414.',
    'The nine schools have 214 pupils between them, an average of 34.',
    'The 31 dogs are thought to be worth £45,000, some £2,450 each.',
    'The shelter spends £500 a week, or £36,000 a year, on food.',
  ])('must come to what the text says: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    ['it does', 'Subscriptions from 131 members at £24 brought in £3,144.'],
    ['a year has so many weeks', 'The shelter spends £500 a week, or £26,000 a year, on food.'],
    ['a mean is rounded', 'The nine schools have 214 pupils between them, an average of 24.'],
    ['a mean is of something uncounted', 'The nine schools have 214 pupils, an average of 34 a class.'],
    ['nobody says what they all have', 'She left £400,000 to the church and her three nieces £150,000 each.'],
    ['the figures are far from a product', 'The 12 clubs have £9,000 in the bank, after fines of £40 each.'],
  ])('are passed over when %s', (_, text) => expect(messages(text)).toEqual([]))
})

describe('a number of people beside a list of them', () => {
  it.each([
    'Four men, aged 19, 22 and 25, were held.',
    'Three people were arrested: John Smith, 42, Peter Jones, 31, Ann Lee, 19, and Mary Brown, 27.',
    'The four winners are Anna Berg, Carl Dunn and Eva Frost.',
    'The three ministers, Ann Lee, Carl Dunn, Eva Frost and Ada King, resigned.',
    'Each of his four grandchildren – Alice, Tom and Harriet – receives a watch.',
  ])('is the number of those listed: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    ['it is', 'Three men were named as Carl Dunn, Adam West and Eva Frost.'],
    ['the ages are what there are', 'Eleven pupils aged 9, 10 and 11 took part.'],
    [
      'it is of more than those listed',
      'Three of the four finalists, Ann Lee, Carl Dunn and Eva Frost, are British.',
    ],
    ['it is of a larger group', 'Among the five guests were Ann Lee and Carl Dunn.'],
    ['it is of something else', 'Speakers at the two meetings were Ann Lee, Carl Dunn and Eva Frost.'],
    ['another joins them', 'A man and two women, aged 19, 20 and 22, were held.'],
    ['the list has others than full names', 'Five members came: Mr Dunn, Adam West, and the clerk.'],
    ['a relative is named by what he is', 'Two men, Ivan Kostov, 42, and his son Peter, were held.'],
  ])('is passed over when %s', (_, text) => expect(messages(text)).toEqual([]))
})
