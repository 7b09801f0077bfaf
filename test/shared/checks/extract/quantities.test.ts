import { describe, expect, it } from 'vitest'
import { annotateParagraph } from '../../../../shared/checks/extract/annotate.js'

const quantityIn = (text: string) => {
  const [quantity] = annotateParagraph(text).quantities
  return quantity ? { value: quantity.value, unit: quantity.unit } : null
}

describe('a number that letters touch', () => {
  it.each([
    ['It cost £3.9bn to build.', 3_900_000_000, 'GBP'],
    ['It made SKr4.48bn last year.', 4_480_000_000, 'SEK'],
    ['They had sold 5m copies.', 5_000_000, ''],
    ['It is 45km to Lund.', 45_000, 'm'],
    ['The tower is 30m high.', 30, 'm'],
    ['Some 61pc of them agreed.', 61, '%'],
  ])('is read with its scale or unit: %s', (text, value, unit) =>
    expect(quantityIn(text)).toEqual({ value, unit }),
  )

  it.each(['It opens at 7am.', 'She wrote in the 1990s.', 'He came 4th.'])('is none: %s', (text) =>
    expect(quantityIn(text)).toBeNull(),
  )
})

describe('a number in words', () => {
  it.each([
    ['They laid two dozen eggs.', 24, ''],
    ['The state gave 4 crore rupees.', 40_000_000, 'INR'],
    ['Each got 25,000 rand.', 25_000, 'ZAR'],
    ['It has 3,000 sq m of floor.', 3000, 'm2'],
  ])('is read with its multiplier and unit: %s', (text, value, unit) =>
    expect(quantityIn(text)).toEqual({ value, unit }),
  )
})
