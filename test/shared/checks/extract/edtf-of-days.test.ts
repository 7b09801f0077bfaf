import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../../shared/checks/extract/calendar.js'
import { isEdtf } from '../../../../shared/domain/edtf.js'
import { edtfOfDays } from '../../../../shared/checks/extract/edtf-of-days.js'
import { spanOfEdtf } from '../../../../shared/timeline/edtf-span.js'

describe('days as an EDTF date', () => {
  it.each([
    '2011-05-04',
    '2011-02',
    '2011',
    '201X',
    '2011-05-04/2011-05-06',
    '2011-03/2011-05',
    '2011/2014',
    '0043-03-15',
    '-0043-03-15',
    '-0043/0012',
  ])('are %s, and no longer than that', (edtf) => {
    expect(edtfOfDays(spanOfEdtf(edtf)!)).toBe(edtf)
  })

  it('are the same days when they are read again', () => {
    const day = fc.integer({ min: dayNumber(-9999, 1, 1), max: dayNumber(9999, 12, 31) })
    fc.assert(
      fc.property(day, day, (a, b) => {
        const span = { lo: Math.min(a, b), hi: Math.max(a, b) }
        const edtf = edtfOfDays(span)!
        expect(isEdtf(edtf)).toBe(true)
        expect(spanOfEdtf(edtf)).toMatchObject(span)
      }),
    )
  })

  it('are none with an open end, or with a year of five digits', () => {
    expect(edtfOfDays({ lo: 0, hi: Infinity })).toBeNull()
    expect(edtfOfDays({ lo: -Infinity, hi: 0 })).toBeNull()
    expect(edtfOfDays({ lo: 0, hi: dayNumber(10_000, 1, 1) })).toBeNull()
  })
})
