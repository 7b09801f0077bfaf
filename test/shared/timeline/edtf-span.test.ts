import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../shared/checks/extract/calendar.js'
import { isEdtf } from '../../../shared/domain/edtf.js'
import { farthestDay, spanOfEdtf } from '../../../shared/timeline/edtf-span.js'
import { spanInWords } from '../../../shared/checks/extract/span-words.js'

const words = (edtf: string): string | null => {
  const span = spanOfEdtf(edtf)
  return span && spanInWords(span)
}

describe('the days of an EDTF date', () => {
  it.each([
    ['2022-02-24', '24 February 2022'],
    ['2022-02', 'February 2022'],
    ['2022', '2022'],
    ['202X', '2020 to 2029'],
    ['19', '1900 to 1999'],
    ['2022-02-24/2022-03-01', '24 February to 1 March 2022'],
    ['2022-02-24/2023', '24 February 2022 to 31 December 2023'],
    ['2022/..', 'from 2022'],
    ['../2022-05', 'up to May 2022'],
    ['2022-05-04/..', 'from 4 May 2022'],
    ['../..', 'any time'],
    ['2022/', 'from 2022'],
    ['-0043-03-15', '15 March 44 BC'],
    ['0000', '1 BC'],
    ['0099-06', 'June 99'],
    ['Y99999', '99999'],
  ])('%s is %s', (edtf, expected) => {
    expect(words(edtf)).toBe(expected)
  })

  it.each([
    ['2022-21', 'March to May 2022'],
    ['2022-24', '1 December 2022 to 28 February 2023'],
    ['2022-26', 'June to August 2022'],
    ['2022-30', '1 December 2022 to 28 February 2023'],
    ['2022-35', 'July to September 2022'],
    ['2022-39', 'September to December 2022'],
    ['2022-41', 'July to December 2022'],
  ])('%s, a part of a year, is whole months: %s', (edtf, expected) => {
    const span = spanOfEdtf(edtf)
    expect(span && [span.lo, span.hi]).toEqual(daysOf(expected))
  })

  it('reads a time of day as the day it is written on, whatever the time zone', () => {
    expect(words('2022-02-24T23:30:00-05:00')).toBe('24 February 2022')
    expect(words('2022-02-24T00:10:00+11:00')).toBe('24 February 2022')
  })

  it('tells uncertain dates from sure ones, and gives both the same days', () => {
    const sure = spanOfEdtf('2022-02')
    expect(sure).toMatchObject({ uncertain: false, soft: false })
    for (const doubt of ['?', '~', '%']) {
      expect(spanOfEdtf(`2022-02${doubt}`)).toEqual({ ...sure, uncertain: true, soft: true })
    }
    expect(spanOfEdtf('1984?/2004~')).toMatchObject({ uncertain: true, soft: true })
    expect(spanOfEdtf('[2020,2021]')).toMatchObject({ uncertain: true })
  })

  it('has no place for a date of which neither end is known, or past what dates reach', () => {
    expect(spanOfEdtf('/')).toBeNull()
    expect(spanOfEdtf('Y17000000002')).toBeNull()
    expect(spanOfEdtf('Y-17E7')).toBeNull()
  })

  it('has none for what is not EDTF', () => {
    expect(spanOfEdtf('yesterday')).toBeNull()
    expect(spanOfEdtf('2022-02-30')).toBeNull()
    expect(spanOfEdtf('2023-02-29')).toBeNull()
    expect(spanOfEdtf('2023-02-29?')).toBeNull()
    expect(spanOfEdtf('')).toBeNull()
  })

  it('gives every day its own number', () => {
    const days = fc.date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const at = dayNumber(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
        expect(spanOfEdtf(day.toISOString().slice(0, 10))).toMatchObject({ lo: at, hi: at })
      }),
    )
  })

  it('is sound for every EDTF date there is', () => {
    fc.assert(
      fc.property(edtfLike, (value) => {
        fc.pre(isEdtf(value))
        const span = spanOfEdtf(value)
        if (!span) return
        expect(span.lo).toBeLessThanOrEqual(span.hi)
        for (const end of [span.lo, span.hi]) {
          expect(Number.isInteger(end) ? Math.abs(end) <= farthestDay : Math.abs(end) === Infinity).toBe(true)
        }
        expect(spanInWords(span)).toMatch(/\S/)
      }),
      { numRuns: 500 },
    )
  })
})

function daysOf(months: string): [number, number] {
  const names = 'January February March April May June July August September October November December'.split(
    ' ',
  )
  const plain = /^(\w+) to (\w+) (\d+)$/.exec(months)
  if (plain) {
    const [from, to] = [names.indexOf(plain[1] ?? ''), names.indexOf(plain[2] ?? '')]
    const year = Number(plain[3])
    return [
      dayNumber(year, from + 1, 1),
      to === 11 ? dayNumber(year, 12, 31) : dayNumber(year, to + 2, 1) - 1,
    ]
  }
  return [dayNumber(2022, 12, 1), dayNumber(2023, 2, 28)]
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9X]{${length}}$`))
const doubt = fc.constantFrom('', '', '?', '~', '%')
const single = fc.oneof(
  fc.tuple(digits(4), doubt).map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('', '-', 'Y', 'Y-'),
      fc.stringMatching(/^\d{2,9}$/),
      fc.constantFrom('', 'S2', 'E4'),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(digits(4), fc.integer({ min: 1, max: 41 }), doubt)
    .map(([year, part, end]) => `${year}-${two(part)}${end}`),
  fc
    .tuple(
      digits(4),
      fc.integer({ min: 1, max: 12 }),
      fc.oneof(digits(2), fc.integer({ min: 1, max: 31 }).map(two)),
      doubt,
    )
    .map(([year, month, day, end]) => `${year}-${two(month)}-${day}${end}`),
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('', 'Z', '+02:00', '-11:30'))
    .map(([hour, zone]) => `2022-02-24T${two(hour)}:30:00${zone}`),
)
const end = fc.oneof(single, fc.constantFrom('', '..'))
const edtfLike = fc.oneof(
  { weight: 3, arbitrary: single },
  fc.tuple(end, end).map((ends) => ends.join('/')),
  fc
    .tuple(fc.constantFrom('[]', '{}'), fc.array(single, { minLength: 1, maxLength: 3 }))
    .map(([brackets, members]) => `${brackets[0]}${members.join(',')}${brackets[1]}`),
)

function two(number: number): string {
  return String(number).padStart(2, '0')
}
