import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['percentage-error'] }).map(
    ({ message }) => message,
  )

describe('a fraction and the figures around it', () => {
  it.each([
    [
      'The lake holds 64 million cubic metres when full. In May it held 16 million cubic metres, a third of its capacity.',
      '25 %',
    ],
    [
      'Last year 2.4 million people used them, half of them children: 820,000 under the age of sixteen.',
      '34.2 %',
    ],
    ['He painted 212 oils. He left half of the oils, 116, to the nation.', '54.7 %'],
    ['Half of the 1.2 million people who were asked to leave did so, about 800,000.', '66.7 %'],
    ['It was bought for £9 million and sold for £27 million, twice what it had cost.', '3 times'],
    ['Profits tripled in 2020. Net profits were 42 million kronor, against 21 million in 2019.', 'tripled'],
    ['In June 3,870 people were out of work, 1,240 of them for a year. That is roughly one in five.', '32 %'],
    ['One in eight households, or about 25 per cent, cannot keep warm.', '12.5 %'],
  ])('do not agree: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'The lake holds 64 million cubic metres when full. In May it held 16 million cubic metres, a quarter of its capacity.',
    'Last year 2.4 million people used them, a third of them children: 800,000 under the age of sixteen.',
    'He painted 212 oils. He left half of the oils, 106, to the nation.',
    'Half of the 1.2 million people who were asked to leave did so, about 600,000.',
    'Half of the 90,000 voters stayed at home, about 40,000 of them in the hills.',
    'Profits doubled in 2019. Profits from shipping were 12 million, against 9 million from ferries.',
  ])('agree, or are of something else: %s', (text) => expect(messages(text)).toEqual([]))
})

describe('shares of one whole', () => {
  it.each([
    [
      'Pensioners make up 21 per cent, children a further 14 per cent and the others the remaining 75 per cent.',
      '110',
    ],
    ['The Left came first with 25.7 per cent, 1.6 points ahead of the Right, who had 23.1.', '2.6 points'],
  ])('do not fit: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'Pensioners make up 21 per cent, children a further 14 per cent and the others the remaining 65 per cent.',
    'Grants make up 20 per cent of income, fees 50 per cent and the remaining 25 per cent of fees are paid late.',
    'The Left came first with 25.7 per cent, 1.6 points ahead of the Right, who had 24.1.',
  ])('fit: %s', (text) => expect(messages(text)).toEqual([]))
})
