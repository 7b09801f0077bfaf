import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEdtf } from '../../../shared/domain/edtf.js'
import { dateMeant } from '../../../shared/domain/typed-date.js'

describe('a date that a person typed', () => {
  it.each([
    ['14 June 2024', '2024-06-14'],
    ['June 2024', '2024-06'],
    ['  3rd  march 2024 ', '2024-03-03'],
    ['1st of May, 2024', '2024-05-01'],
    ['June 14, 2024', '2024-06-14'],
    ['14 Sept. 2024', '2024-09-14'],
    ['29 February 2024', '2024-02-29'],
    ['2024-06?', '2024-06?'],
    [' 2022-02/2022-04 ', '2022-02/2022-04'],
  ])('is understood in %j', (typed, date) => {
    expect(dateMeant(typed)).toBe(date)
  })

  it.each([
    '',
    '03/04/2024',
    '3.4.2024',
    '14 June',
    '14 June 24',
    '31 June 2024',
    '29 February 2023',
    '0 June 2024',
    '14 Smarch 2024',
    'yesterday',
    `${' '.repeat(5)}14 June 2024${' x'.repeat(100)}`,
  ])('is not guessed from %j', (typed) => {
    expect(dateMeant(typed)).toBeNull()
  })

  it('is EDTF whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), (typed) => {
        const date = dateMeant(typed)
        expect(date === null || isEdtf(date)).toBe(true)
      }),
    )
  })

  it('is the day that was written out', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const typed = day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
        expect(dateMeant(typed)).toBe(day.toISOString().slice(0, 10))
      }),
    )
  })
})
