import { describe, expect, it } from 'vitest'
import { extractDates } from '../../../../shared/checks/extract/dates.js'

/** The expressions of a text as `words=value`, told on Wednesday, 12 June 2013 unless said otherwise. */
function valuesIn(text: string, published: string | null = '2013-06-12'): string[] {
  return extractDates(text, { published }).map((date) => `${date.text}=${date.value}`)
}

describe('days', () => {
  it.each([
    ['4 May 2011', '2011-05-04'],
    ['May 4, 2011', '2011-05-04'],
    ['the 4th of May, 2011', '2011-05-04'],
    ['the twenty-first of June 1999', '1999-06-21'],
    ['Wednesday, 4 May 2011', '2011-05-04'],
    ['Sept. 9, 1985', '1985-09-09'],
    ['2011-05-04', '2011-05-04'],
    ['25/12/2012', '2012-12-25'],
    ['12/25/2012', '2012-12-25'],
    ['25.12.2012', '2012-12-25'],
    ['Christmas Day 2005', '2005-12-25'],
  ])('%s is %s', (text, value) => expect(valuesIn(text)).toEqual([`${text}=${value}`]))

  it('shares the month and year of a range', () => {
    expect(valuesIn('12–14 March 2011')).toEqual(['12=2011-03-12', '14 March 2011=2011-03-14'])
    expect(valuesIn('March 12-14, 2011')).toEqual(['March 12=2011-03-12', '14, 2011=2011-03-14'])
    expect(valuesIn('from 30 December to 2 January 2012')).toEqual([
      '30 December=2011-12-30',
      '2 January 2012=2012-01-02',
    ])
  })

  it('takes a missing year from the day of speech, by the tense of the clause', () => {
    expect(valuesIn('It opened on 3 November.')).toEqual(['3 November=2012-11-03'])
    expect(valuesIn('It will open on 3 November.')).toEqual(['3 November=2013-11-03'])
    expect(valuesIn('It opened on Sunday, 3 November.')).toEqual(['Sunday, 3 November=2013-11-03'])
  })

  it('takes it from the date spoken of last when the text has set the scene there', () => {
    expect(valuesIn('On 12 June 1987 the mine closed. It had opened on 3 May.', null)).toEqual([
      '12 June 1987=1987-06-12',
      '3 May=1987-05-03',
    ])
    expect(valuesIn('It opened on 3 May.', null)).toEqual(['3 May=XXXX-05-03'])
  })
})

describe('coarser dates', () => {
  it.each([
    ['in May 2011', 'May 2011=2011-05'],
    ['in 1991', '1991=1991'],
    ['the late 1970s', 'the late 1970s=197'],
    ['the 19th century', 'the 19th century=18'],
    ['in 44 BC', '44 BC=BC0044'],
    ['Q3 2011', 'Q3 2011=2011-Q3'],
    ['the first half of 2009', 'the first half of 2009=2009-H1'],
    ['the summer of 1969', 'the summer of 1969=1969-SU'],
    ['in October of next year', 'October of next year=2014-10'],
    ['last September', 'last September=2012-09'],
    ['fiscal 2009', 'fiscal 2009=FY2009'],
  ])('%s', (text, expected) => expect(valuesIn(text)).toEqual([expected]))
})

describe('dates that count from another', () => {
  it.each([
    ['yesterday', 'yesterday=2013-06-11'],
    ['on Friday', 'Friday=2013-06-07'],
    ['will vote on Friday', 'Friday=2013-06-14'],
    ['last week', 'last week=2013-W23'],
    ['two years ago', 'two years ago=2011'],
    ['three days ago', 'three days ago=2013-06-09'],
    ['the end of next month', 'the end of next month=2013-07'],
    ['the day before yesterday', 'the day before yesterday=2013-06-10'],
    ['now', 'now=PRESENT_REF'],
    ['recently', 'recently=PAST_REF'],
  ])('%s', (text, expected) => expect(valuesIn(text)).toEqual([expected]))

  it('counts from the date spoken of last', () => {
    expect(
      valuesIn(
        'It sank on 4 May 2011. Two days later divers found it, and the following week it was raised.',
      ),
    ).toEqual(['4 May 2011=2011-05-04', 'Two days later=2011-05-06', 'the following week=2011-W19'])
  })
})

describe('times, durations and sets', () => {
  it.each([
    ['at 16:15 UTC on 4 May 2011', '16:15 UTC on 4 May 2011=2011-05-04T16:15Z'],
    ['Friday night', 'Friday night=2013-06-07TNI'],
    ['for three and a half years', 'three and a half years=P3.5Y'],
    ['more than two weeks', 'more than two weeks=P2W'],
    ['a 20-year plan', '20-year=P20Y'],
    ['over the past two years', 'over the past two years=P2Y'],
    ['half an hour', 'half an hour=PT30M'],
    ['several decades', 'several decades=PXY'],
    ['every two weeks', 'every two weeks=P2W'],
    ['on Fridays', 'Fridays=XXXX-WXX-5'],
  ])('%s', (text, expected) => expect(valuesIn(text)).toEqual([expected]))
})

it.each([
  'She sat in the sun and may go; the march went on.',
  'Theresa May and April Jones met August Strindberg.',
  'They sold 2000 copies, about 1950 of them abroad, at $1999.',
  'Version 1.2.3 costs 1/2 of 10.5 pounds.',
  'The second half was a draw, 2:1.',
  'Flight 1998 left from gate A12.',
])('finds no date in: %s', (text) => expect(valuesIn(text)).toEqual([]))
