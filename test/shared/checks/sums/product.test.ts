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
    ['two prices make it', 'The hall has 200 seats at £15 and 50 at £30, and the evening made £4,500.'],
    [
      'the second of two prices is a least one',
      'We had 200 seats at £15, 50 at £30 or more, and made £4,000.',
    ],
    ['two prices make it, both told of a number', 'We sold 100 at £5 and 40 at £12, taking £980.'],
    ['another number stands beside the price', 'The 40 members and 4 guests at £25 brought in £1,100.'],
    ['a year costs less than its months', 'Membership is £5 a month, or £50 a year.'],
    ['a year has a round price of its own', 'It costs £12 a month, or £99 a year.'],
    ['a month costs less than its weeks', 'A place is £25 a week, or £80 a month.'],
    ['the longer period is one digit cheaper', 'A seat costs £30 a month, or £260 a year.'],
    ['the longer period is dearer by more than a digit', 'A room is £100 a week, or £6,900 a year.'],
  ])('are passed over when %s', (_, text) => expect(messages(text)).toEqual([]))
})

describe('a number of people beside a list of them', () => {
  it.each([
    'Four men, aged 19, 22 and 25, were held.',
    'Three people were arrested: John Smith, 42, Peter Jones, 31, Ann Lee, 19, and Mary Brown, 27.',
    'The four winners are Anna Berg, Carl Dunn and Eva Frost.',
    'The three ministers, Ann Lee, Carl Dunn, Eva Frost and Ada King, resigned.',
    'Each of his four grandchildren – Alice, Tom and Harriet – receives a watch.',
    'Three firefighters died: Ann Lee, 42, Carl Dunn, 31, Eva Frost, 29, and Adam West.',
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
    [
      'the name of a club holds "and"',
      'Three clubs: Brighton and Hove Albion, Aston Villa and Leeds United.',
    ],
    [
      'names of banks hold "and"',
      'Four banks: Smith and Nephew, Legal and General, Lloyds Bank and Metro Bank.',
    ],
    [
      'names of countries hold "and"',
      'Four countries: Bosnia and Herzegovina, Trinidad and Tobago, France and Spain.',
    ],
    ['towns stand with their countries', 'Three cities: Paris, Texas, Rome, Georgia, and Athens, Ohio.'],
    ['a town stands with its state', 'Two cities: Kansas City, Missouri, and Des Moines.'],
    ['a pair of people is one item', 'Three singers: Simon and Garfunkel, Elton John and Annie Lennox.'],
    ['a list of people goes on', 'Four people were held: Ann Lee, Carl Dunn and Eva Frost, and a boy of 15.'],
    ['more than one would be missing', 'The six singers – Ann Lee, Carl Dunn and Eva Frost – bowed.'],
  ])('is passed over when %s', (_, text) => expect(messages(text)).toEqual([]))
})

describe('what each of those has whom the sentence before counts', () => {
  const suit = (told: string): string =>
    `The five musicians of the quintet have sued. They say it owes ${told}.`

  it('must make what they all have', () => {
    expect(messages(suit('each of them €14,000, €60,000 in all'))).toHaveLength(1)
    expect(messages(suit('each of them €14,000, €70,000 in all'))).toEqual([])
  })

  it('says nothing of a sum that is not called that of all', () => {
    expect(messages(suit('each of them €14,000 and the hall €60,000'))).toEqual([])
    expect(
      messages(`There are five musicians and two singers. They got €14,000 each, €60,000 in all.`),
    ).toEqual([])
  })
})
