import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfSchema, isEdtf } from '../../../shared/domain/edtf.js'

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

  it('is told from any other string without an error', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (value) => {
        expect(edtfSchema.safeParse(value).success).toBe(isEdtf(value))
      }),
    )
    expect(edtfSchema.safeParse('2022'.repeat(1000)).success).toBe(false)
  })
})
