import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['percentage-error'] }).map(
    ({ message }) => message,
  )

describe('a share beside the only two figures of its kind', () => {
  it.each([
    [
      'in the sentence before',
      'The yield was 6.6 tonnes in the south and 5.5 tonnes in the north. That is a gain of 30 per cent.',
      '20 %',
    ],
    [
      'as a part of a whole',
      'Some 18,000 of the city’s 24,000 lamps are new. With 65 per cent of the work done, it can wait.',
      '75 %',
    ],
    [
      'one in each sentence',
      'Attendance averaged 14,300 this season. Last season it was 13,000, so that the club had a rise of 20 per cent.',
      '10 %',
    ],
    [
      'behind it, now and then',
      'Fares will rise by 5 per cent. A pass, now €60, will then cost €66.',
      '10 %',
    ],
    [
      'with its direction told before',
      'The fee, now £25, will be raised to £30. The members thought 25 per cent too much.',
      '20 %',
    ],
  ])('is found wrong %s', (_, text, real) => expect(messages(text).join()).toContain(real))

  it.each([
    ['it is of something else', 'Visitors rose from 4,000 to 6,000, and receipts rose by 30 per cent.'],
    [
      'it is measured against something else',
      'The yield was 6.6 tonnes here and 5.5 tonnes there, 30 per cent more than in 1990.',
    ],
    [
      'no one digit makes it right',
      'The yield was 6.6 tonnes in the south and 5.5 tonnes in the north. Rents made a gain of 7 per cent.',
    ],
    [
      'two changes share a sentence',
      'Bread rose from 40 to 50 pence, a rise of a quarter, and that of milk by 30 per cent.',
    ],
  ])('is passed over when %s', (_, text) => expect(messages(text)).toEqual([]))
})

describe('points between two shares', () => {
  it.each([
    'Turnout was 61 per cent, six points up on the 52 per cent of 2019.',
    'It had 12 per cent in the first group and 8 per cent in the second, a difference of six percentage points.',
    'The party won 34 per cent of the vote. In 2019 it had won 29 per cent, eight points less.',
  ])('are found wrong: %s', (text) => expect(messages(text)).toHaveLength(1))

  it('may be one off where the shares are rounded', () => {
    expect(messages('Turnout was 61.4 per cent, nine points up on the 52.8 per cent of 2019.')).toEqual([])
  })
})
