import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['percentage-error'] }).map(
    ({ message }) => message,
  )

describe('a multiple of two figures', () => {
  it.each([
    ['The club sold 260 tickets, three times the 130 of last year.', '2 times'],
    ['The new mill has 320 looms, against 160 in the old mill, half as many again.', '2 times'],
    ['The new mill has 320 looms, against 160 in the old mill, three times as many.', '2 times'],
    ['She raised €62,000 for a hospice, more than double her target of €40,000.', '1.55 times'],
    [
      'Girls make up 38 per cent of those who start in the trades, the chamber says, more than double the 20 per cent of 2010.',
      '1.9 times',
    ],
    ['Wolves killed 366 sheep last year, three times as many as in 2016, when 183 were lost.', '2 times'],
  ])('is found wrong: %s', (text, real) => expect(messages(text).join()).toContain(real))

  it.each([
    'The new mill has 240 looms, against 160 in the old mill, half as many again.',
    'The new mill has 320 looms, against 160 in the old mill, twice as many.',
    'The team has 12 wins against 8 last year, twice as many as its rival.',
    'She raised €82,000 for a hospice, more than double her target of €40,000.',
    'Girls make up 38 per cent of those who start in the trades, the chamber says, nearly double the 20 per cent of 2010.',
    'Wolves killed 366 sheep last year, twice as many as in 2016, when 183 were lost.',
    'Wolves killed 341 sheep last year, three times as many as in 2016, when a fence of 183 metres was built.',
    'The council voted 12 against 8, twice, to reject the plan.',
    'They won 30 games against 20, three times after extra time.',
    'The side scored 30 points against 20, twice the length of the field.',
  ])('fits, or tells how often: %s', (text) => expect(messages(text)).toEqual([]))
})
