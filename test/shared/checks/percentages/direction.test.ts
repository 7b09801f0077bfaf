import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['percentage-error'] }).map(
    ({ message }) => message,
  )

describe('a change from one figure to another', () => {
  it.each([
    ['Profit fell from £4.1 million to £4.6 million.', 'more'],
    ['The share was 31 per cent, down from 28 per cent.', 'more'],
    ['The number of pupils rose from 640 to 610.', 'less'],
    ['There were 240 looms, up from 260.', 'less'],
    ['The waiting list had fallen from 6,120 to 6,410.', 'more'],
    ['The herd grew from 80 to 60 cows.', 'less'],
  ])('goes in the direction that is told: %s', (text, real) =>
    expect(messages(text).join()).toContain(`is ${real}, not`),
  )

  it.each([
    'He was world number 8, up from 12.',
    'The song is at number 3, up from 7.',
    'The song is at No 3, up from 7.',
    'She is ranked 5, up from 9.',
    'She is now 5, up from 9.',
    'The town climbed from 20 to 5 in the standings.',
    'The team rose from 9 to 4 after the win.',
    'The country slid from 8 to 12 among the best countries.',
    'The album climbed from 40 to 12 on the list.',
    'The song jumped from 9 to 2 in the hit parade.',
    'The water rose from 3 metres below the mark to 2 metres.',
    'The water rose from 3 metres to 2 metres below the mark.',
    'The club fell from 3 points to 5 points off the lead.',
    'Her handicap went down from 8 to 12 shots.',
    'The team sits 5th, up from 9th.',
  ])('is no slip where the smaller is the higher: %s', (text) => expect(messages(text)).toEqual([]))
})
