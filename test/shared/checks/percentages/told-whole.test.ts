import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const messages = (text: string): string[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['percentage-error'] }).map(
    ({ message }) => message,
  )

describe('a share of a whole that is told elsewhere', () => {
  it.each([
    [
      'sentences before',
      'The hospital asked 1,500 patients. Most were content. Waiting annoyed 420 patients, or 38 per cent, of all ages.',
      '28 %',
    ],
    [
      'as a total',
      'The charity raised £1,184,000, £96,000 more than last year. Legacies came to £402,000, 44 per cent of the total.',
      '34 %',
    ],
    [
      'behind the share',
      'It will save £210,000 a year, about 12 per cent of the £2.8 million that it costs.',
      '7.5 %',
    ],
    [
      'at the head of the sentence',
      'Of 1,310 beds, 1,180 were in use on an average day, 80 per cent.',
      '90.1 %',
    ],
    [
      'with a clause behind it',
      'The appeal raised £900 of the £1,200 that was wanted, 80 per cent of the sum.',
      '75 %',
    ],
    ['of them', 'Some 6.1 million people smoke; 1.1 million of them, 28 per cent, are under 25.', '18 %'],
    [
      'in the unit of the part',
      'It held 4.1 million litres, 31 per cent of the 16.4 million that it can hold.',
      '25 %',
    ],
  ])('must follow from it: %s', (_, text, real) => expect(messages(text).join()).toContain(real))

  it.each([
    [
      'two wholes come into question',
      'It asked 1,500 patients here and 1,200 patients there. Waiting annoyed 420 patients, or 38 per cent.',
    ],
    [
      'no one digit makes it right',
      'The hospital asked 1,500 patients. Waiting annoyed 420 patients, or 61 per cent, in the new wing.',
    ],
  ])('is passed over when %s', (_, text) => expect(messages(text)).toEqual([]))
})

describe('fractions and multiples in words', () => {
  it.each([
    'The chain will close 24 of its 96 shops, a third of its network.',
    'The school has 214 pupils, of whom 43, one in three, have free meals.',
    'A quarter of the 96 shops, 32, will close.',
    'Lund gave £9,000 of the £12,000 they cost, two thirds of the sum.',
    'There were 81,000 vacancies, a fifth less than the 90,000 of a year earlier.',
    'The new mill had 240 looms, against 180 in the old one, half as many again.',
    'It sold 260 cars, twice the 150 of last year.',
    'She raised €62,000, more than double her target of €40,000.',
  ])('must fit their figures: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'The chain will close 24 of its 96 shops, a third of them in London.',
    'A third of the 100 pupils, 34, came.',
    'She raised €92,000, more than double her target of €40,000.',
    'It sold 290 cars, nearly three times the 100 of last year.',
    'Half of the 120 members voted; 50 were ill.',
  ])('are passed over where they fit, or are of something else: %s', (text) =>
    expect(messages(text)).toEqual([]),
  )
})

describe('the direction of a change', () => {
  it.each([
    'Sales fell from £4.1 million to £4.6 million last year.',
    'The number of pupils rose from 640 to 610.',
    'The reservoirs are 61 per cent full, down from 58 per cent in May.',
  ])('must be that of its figures: %s', (text) => expect(messages(text)).toHaveLength(1))

  it.each([
    'She climbed from 31st to 12th in the rankings.',
    'The club rose from 12 to 8 in the table.',
    'Sales had fallen from 2.1 to 1.9 million.',
    'They fell back, and moved from 12 houses to 15.',
  ])('is passed over where less is better, or nothing else is said: %s', (text) =>
    expect(messages(text)).toEqual([]),
  )
})
