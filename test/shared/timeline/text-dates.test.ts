import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractDates } from '../../../shared/checks/extract/dates.js'
import { dateEntries } from '../../../shared/timeline/text-dates.js'
import { datesOf } from './timeline-records.js'

const read = (text: string, published: string | null = null) =>
  dateEntries(datesOf({ id: 'a', text, published }))

describe('the dates that are read in texts', () => {
  it('have a place in the text and in time', () => {
    const text = 'Merrow left on 4 May 2011.\nHe came back the next day.'
    expect(
      read(text).map(({ label, certainty, passage }) => [
        label,
        certainty,
        text.slice(passage.start, passage.end),
      ]),
    ).toEqual([
      ['Merrow left on 4 May 2011.', 'stated', '4 May 2011'],
      ['He came back the next day.', 'inferred', 'the next day'],
    ])
  })

  it('leave out lengths of time and what has no known day', () => {
    expect(read('It took three weeks, every Monday, in May.')).toEqual([])
  })

  it('do not run from one text of a source into the next', () => {
    const rule = '\n\n--------\n\n'
    const second = 'The report\n\nIt rained in June.'
    const alone = read(`Notes\n\nThe year was 2011.${rule}${second}`).filter(({ label }) =>
      label.includes('June'),
    )
    expect(alone).toEqual([])
  })

  it('are found where dates are extracted, on any text', () => {
    const words = fc.constantFrom(
      'on 4 May 2011',
      'the next day',
      'in 1998',
      '\n',
      'Merrow',
      '.',
      'last week',
      '“',
      '12/03/2004',
      '—',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
        const text = parts.join(' ')
        const extracted = new Set(
          extractDates(text, { published: null }).map(({ start, end }) => `${start}/${end}`),
        )
        for (const { passage, span } of read(text)) {
          expect(extracted.has(`${passage.start}/${passage.end}`)).toBe(true)
          expect(span.lo).toBeLessThanOrEqual(span.hi)
        }
      }),
    )
  })
})
