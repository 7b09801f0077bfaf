import { describe, expect, it } from 'vitest'
import { areOneSort, sortsOf } from '../../../../shared/checks/extract/en/genus-words.js'
import { stemOf } from '../../../../shared/checks/extract/en/stem.js'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const conflicts = (...texts: string[]): number =>
  runChecks(
    texts.map((text, number) => ({ id: `s${number}`, text, published: null })),
    { rules: ['number-conflict'] },
  ).length

describe('nouns for things of one sort', () => {
  it.each([
    ['novels', 'books', true],
    ['soldiers', 'troops', true],
    ['planes', 'aircraft', true],
    ['novels', 'soldiers', false],
    ['', '', false],
  ])('%s and %s: %s', (a, b, same) => expect(areOneSort(stemOf(a), stemOf(b))).toBe(same))

  it('has no sort for most nouns', () => expect(sortsOf(stemOf('umbrellas')).size).toBe(0))
})

describe('one quantity under two words', () => {
  it('is a conflict where a slip turns the numbers into each other', () => {
    expect(conflicts('Ada Lind wrote 23 novels in bed. None of her 32 books is in print.')).toBe(1)
  })

  it.each([
    [
      'one is the sum of the other and what stands beside it',
      'In Kell 41 men were hurt and in Arden fourteen. Of the 55 men hurt most went home.',
    ],
    ['one counts up to now', 'The lifeboat saved 32 people in June. It has saved 320 people since 1951.'],
    [
      'one tells how it was before',
      'The Union holds 41 of the 90 seats. Before the election the Union held 14 seats.',
    ],
    [
      'they are points between shares',
      'Turnout rose to 71 per cent, nine points up. In the towns it was 64 per cent, ten points down.',
    ],
  ])('is none where %s', (_, text) => expect(conflicts(text)).toBe(0))
})

describe('one length of time told twice', () => {
  it('is a conflict where the second names what the first tells of', () => {
    expect(conflicts('The operation took nine hours. The twelve-hour operation was filmed.')).toBe(1)
  })

  it('is none where it is of something else', () => {
    expect(conflicts('The surgeons worked for nine hours. The twelve-hour flight had tired them.')).toBe(0)
  })
})
