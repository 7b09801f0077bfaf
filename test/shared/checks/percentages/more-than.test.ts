import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['percentage-error'] }).map(
    ({ message }) => message,
  )

describe('a share by which a figure is more than another', () => {
  it.each([
    ['The works delivered 936,000 cars, 87 per cent more than the 600,000 of the year before.', '56 %'],
    [
      'The house sold 31,000 tickets, 40 per cent fewer than in its best year, 2008, when it sold 42,000.',
      '26.2 %',
    ],
    ['Membership stood at 44,000 in May, down from 50,000 in 2001, a loss of 6 per cent.', '12 %'],
    ['Sales of lamps rose to 41,000 in May from 28,000 a year earlier, a rise of almost a third.', '46.4 %'],
    ['Child poverty has fallen by a third since 2010, from 24 per cent to 18.', '25 %'],
  ])('does not follow: %s', (text, told) => expect(messages(text).join()).toContain(told))

  it.each([
    'The works delivered 936,000 cars, 87 per cent more than the 500,000 of the year before.',
    'The house sold 31,000 tickets, 40 per cent fewer than in its best year, 2008, when it sold 52,000.',
    'The club sold 41,000 tickets, 12 per cent more than in 2018, and took £2.3m.',
    'It has 340 members, 20 per cent more than the rowing club, which has 60 boats.',
    'Online sales, which made up 28 per cent of the total, were £2.8 billion, up from £2.6 billion in September.',
    'Child poverty has fallen by a quarter since 2010, from 24 per cent to 18.',
  ])('follows, or is of something else: %s', (text) => expect(messages(text)).toEqual([]))
})
