import { describe, expect, it } from 'vitest'
import { inQuotationMarks } from '../../../shared/report/quotation-marks.js'
import { wordingOf } from '../../../shared/report/wording.js'

describe('quotation marks', () => {
  it('are those of the language of the report', () => {
    expect(inQuotationMarks('the bells', wordingOf('en'))).toBe('“the bells”')
    expect(inQuotationMarks('the bells', wordingOf('de'))).toBe('„the bells“')
  })

  it.each(['“Bells,” he said', 'he said: "Bells"', '„Glocken“', '«cloches»'])(
    'are single ones around %s, which has double ones of its own',
    (quote) => {
      expect(inQuotationMarks(quote, wordingOf('en'))).toBe(`‘${quote}’`)
      expect(inQuotationMarks(quote, wordingOf('de'))).toBe(`‚${quote}‘`)
    },
  )
})
