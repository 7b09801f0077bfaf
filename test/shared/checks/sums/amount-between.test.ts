import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['total-mismatch'] }).map(({ message }) => message)

describe('what lies between two figures', () => {
  it.each([
    [
      'Exports came to 3.2m tonnes. In 2018 the figure was 3.5m tonnes, so that they fell by 400,000 tonnes.',
      '300,000',
    ],
    ['During the year 131 joined and 88 left, so that there were 53 more at the end of it.', '43'],
    ['Profit fell from £48m to £39m, a drop of £11m.', '9,000,000'],
    ['The ferry carried 340 passengers, although it was certified for 280, 50 more than allowed.', '60'],
  ])('is another: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'Exports came to 3.2m tonnes. In 2018 the figure was 3.5m tonnes, so that they fell by 300,000 tonnes.',
    'Exports came to 12m tonnes. Imports were 8m tonnes, and those from Asia fell by 3m tonnes.',
    'During the year 131 joined and 88 left, so that there were 43 more at the end of it.',
    'The ferry carried 340 passengers, although it was certified for 280, 60 more than allowed.',
  ])('agrees, or is of something else: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('those who are there and those who are not', () => {
  it.each([
    ['It has beds for 42 residents. On the day 38 were occupied, six beds being empty.', '44'],
    [
      'Thirty-one of the 48 households were represented. The increase was rejected by 26 votes to seven.',
      '33',
    ],
  ])('are not all: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'It has beds for 42 residents. On the day 38 were occupied, four beds being empty.',
    'Thirty-one of the 48 households were represented. The increase was rejected by 24 votes to seven.',
    'Fifty were present. The motion was carried by 31 votes to 12; the others abstained.',
  ])('are all: %s', (text) => expect(messages(text)).toEqual([]))
})
