import { describe, expect, it } from 'vitest'
import { citationOf, type CitedSource } from '../../../shared/report/citation.js'

const unknown: CitedSource = {
  title: 'Harbour report',
  author: null,
  publisher: null,
  published: null,
  url: null,
  accessed: null,
}

describe('citationOf', () => {
  it('says where a quote comes from', () => {
    const source: CitedSource = {
      title: 'Harbour report',
      author: 'Ann Lee',
      publisher: 'Port Authority',
      published: '2021-03-03',
      url: 'https://example.org/report',
      accessed: '2022-05',
    }
    expect(citationOf(source, { paragraph: 3, line: 12 }, 'Seventeen ships left.')).toBe(
      '“Seventeen ships left.” — Ann Lee, Harbour report (Port Authority, 3 March 2021), para. 3, line 12, ' +
        'https://example.org/report, accessed May 2022',
    )
  })

  it('leaves out what is not known', () => {
    expect(citationOf(unknown, {}, 'Seventeen ships')).toBe('“Seventeen ships” — Harbour report')
    expect(citationOf({ ...unknown, published: '2021' }, { paragraph: 1, line: null }, 'Seventeen')).toBe(
      '“Seventeen” — Harbour report (2021), para. 1',
    )
  })

  it('puts a quote of several lines on one', () => {
    expect(citationOf(unknown, {}, ' Seventeen\nships \n\n left ')).toBe(
      '“Seventeen ships left” — Harbour report',
    )
  })
})
