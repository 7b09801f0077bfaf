import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysInMonth } from '../../../shared/checks/extract/calendar.js'
import { edtfSchema, isEdtf, keptEdtfSchema } from '../../../shared/domain/edtf.js'

describe('a date of the Extended Date/Time Format', () => {
  it.each([
    '2022',
    '2022-02',
    '2022-02-24',
    '2022-02-24?',
    '2022-02~',
    '2022-02/2022-04',
    '2022/..',
    '199X',
    '2022-21',
    '-0043-03-15',
    '2022-02-24T05:07:00Z',
  ])('can be %s', (value) => {
    expect(isEdtf(value)).toBe(true)
  })

  it.each(['', 'yesterday', '24 February 2022', '2022-2-24', '2022-13', '2022-02-32', '2022-02-24 ', 'null'])(
    'cannot be %j',
    (value) => {
      expect(isEdtf(value)).toBe(false)
      expect(edtfSchema.safeParse(value).error?.issues[0]?.message).toContain('Examples: 2022, 2022-02')
    },
  )

  it('can be every day there is, as ISO 8601 writes it', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        expect(isEdtf(day.toISOString().slice(0, 10))).toBe(true)
      }),
    )
  })

  it.each([
    '2023-02-29',
    '2023-02-29?',
    '2023-?02-~29',
    '1900-02-29',
    '-0043-02-29',
    '202X-02-30',
    'XXX3-02-29',
    '2023-02-29T05:07:00Z',
    '2023-02-29/2023-03',
    '2022/2023-02-29~',
    '[2023-02-29,2024-02-29]',
    '{2024-02-29,2023-02-29}',
  ])('cannot be %s, which names a day that no calendar has', (value) => {
    expect(isEdtf(value)).toBe(false)
  })

  it.each([
    '2024-02-29',
    '2024-02-29~',
    '2000-02-29',
    '-0044-02-29',
    '202X-02-29',
    '1X00-02-29',
    '2024-02-28/2024-02-29',
  ])('can be %s, the last day of a February of 29', (value) => {
    expect(isEdtf(value)).toBe(true)
  })

  it('has the days of its months, sure or not, alone or at an end of an interval', () => {
    const number = (max: number) => fc.integer({ min: 1, max })
    const parts = fc.tuple(fc.integer({ min: 0, max: 9998 }), number(12), number(31))
    const forms = fc.constantFrom(
      (day: string) => day,
      (day: string) => `${day}?`,
      (day: string) => day.replace(/-(\d\d)$/, '-~$1'),
      (day: string) => `${day}T23:59:00Z`,
      (day: string) => `${day}/..`,
      (day: string) => `${day}/9999-01`,
      (day: string) => `../${day}%`,
      (day: string) => `[${day},9999]`,
    )
    fc.assert(
      fc.property(parts, forms, ([year, month, day], form) => {
        const written = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
        expect(isEdtf(form(written))).toBe(day <= daysInMonth(year, month))
      }),
    )
  })

  it('is still read in a record that was kept with 29 February of any year', () => {
    expect(keptEdtfSchema.safeParse('2023-02-29').success).toBe(true)
    expect(keptEdtfSchema.safeParse('2023-02-30').success).toBe(false)
    expect(keptEdtfSchema.safeParse('yesterday').success).toBe(false)
  })

  it('is the same alone, where it is told without the grammar, and at the start of an interval, which the grammar reads', () => {
    const days = Array.from({ length: 33 }, (_, day) => `-${two(day)}`)
    const months = Array.from({ length: 14 }, (_, month) => `-${two(month)}`)
    const isTaken = (value: string): boolean => keptEdtfSchema.safeParse(value).success
    for (const year of ['0000', '1900', '2023', '2024'])
      for (const rest of ['', ...months, ...months.flatMap((month) => days.map((day) => month + day))])
        expect([year + rest, isTaken(year + rest)]).toEqual([year + rest, isTaken(`${year}${rest}/..`)])
  })

  it('is told from any other string without an error', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (value) => {
        expect(edtfSchema.safeParse(value).success).toBe(isEdtf(value))
      }),
    )
    expect(edtfSchema.safeParse('2022'.repeat(1000)).success).toBe(false)
  })
})

function two(number: number): string {
  return String(number).padStart(2, '0')
}
