import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../../shared/checks/extract/calendar.js'
import { intervalInWords } from '../../../../shared/checks/explain.js'
import { spanFromWords, spanInWords } from '../../../../shared/checks/extract/span-words.js'

describe('a span in words', () => {
  it('says no more than it must', () => {
    const [first, last] = [dayNumber(2011, 5, 3), dayNumber(2011, 5, 7)]
    expect(spanInWords({ lo: first, hi: last })).toBe('3 to 7 May 2011')
    expect(spanInWords({ lo: first, hi: dayNumber(2011, 6, 7) })).toBe('3 May to 7 June 2011')
    expect(spanInWords({ lo: dayNumber(2011, 3, 1), hi: dayNumber(2011, 5, 31) })).toBe('March to May 2011')
    expect(spanInWords({ lo: dayNumber(2011, 11, 1), hi: dayNumber(2012, 1, 31) })).toBe(
      'November 2011 to January 2012',
    )
  })
})

describe('what an explanation resolved a quote to', () => {
  it('is read back as the days that were written', () => {
    const day = fc.integer({ min: dayNumber(-800, 1, 1), max: dayNumber(2900, 1, 1) })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 5000 }), (lo, length) => {
        const span = { lo, hi: lo + length }
        expect(spanFromWords(intervalInWords(span))).toEqual(span)
      }),
    )
  })

  it.each([
    'not known',
    'perhaps 4 May 2011',
    '17',
    'month before day',
    '31 February 2011',
    '',
    ' to ',
    '4 May 2011 to 3 May 2011',
  ])('is no date when it is %j', (words) => {
    expect(spanFromWords(words)).toBeNull()
  })

  it('is looked for in any words without an error', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        expect(spanFromWords(words)).toBeNull()
      }),
    )
  })
})
