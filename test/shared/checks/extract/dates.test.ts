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
    ['the 30th day of April, 1788', '1788-04-30'],
    ['2023-06-30T10:22:05Z', '2023-06-30T10:22Z'],
    ['Tue Mar 17 18:41:07 2015', '2015-03-17T18:41'],
    ['Sun Sep 14 11:29:17 GMT 2008', '2008-09-14T11:29Z'],
    ['the first Monday in May 2011', '2011-05-02'],
    ['the last Thursday of November 1989', '1989-11-30'],
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

describe('days of a month that is told before', () => {
  it('takes the month and year from there', () => {
    expect(valuesIn('It passed on 2 February and was signed on the 5th.')).toEqual([
      '2 February=2013-02-02',
      'the 5th=2013-02-05',
    ])
    expect(valuesIn('They met in July 1999 and married that December.')).toEqual([
      'July 1999=1999-07',
      'that December=1999-12',
    ])
  })

  it.each([
    ['They met on Friday the 7th.', 'Friday the 7th=2013-06-07'],
    ['They will meet on the 20th of next month.', 'the 20th of next month=2013-07-20'],
    ['It opens on the first Friday of next month.', 'the first Friday of next month=2013-07-05'],
    ['It closes next week on Friday.', 'next week on Friday=2013-06-21'],
    ['It closed on the twenty second of May 1988.', 'the twenty second of May 1988=1988-05-22'],
    ['Entries are due by the 28th.', 'the 28th=2013-06-28'],
  ])('counts it: %s', (text, expected) => expect(valuesIn(text)).toEqual([expected]))

  it.each([
    'They live on the 5th floor.',
    'He holed out on the 18th green.',
    'She said that March was cold.',
    'On the second Sunday of Lent there is no music.',
  ])('does not read one in: %s', (text) => {
    expect(valuesIn(text).filter((one) => /th=|March|second/.test(one))).toEqual([])
  })

  it('has no day that the month has not', () => {
    expect(valuesIn('It passed on 2 February and was signed on the 30th.')).toContain('the 30th=2013-XX-30')
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
    ['the 1600s', 'the 1600s=16'],
    ['by year-end', 'year-end=2013'],
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
    ['at the moment', 'the moment=PRESENT_REF'],
    ['In the past the gate was shut', 'the past=PAST_REF'],
    ['expected soon', 'soon=FUTURE_REF'],
    ['Friday last week', 'Friday last week=2013-06-07'],
    ['Monday of this week', 'Monday of this week=2013-06-10'],
    ['fell for a third straight day', 'third straight day=2013-06-12'],
    ['for the fourth week in a row', 'the fourth week=2013-W24'],
    ['At the weekend it rained', 'the weekend=2013-W23-WE'],
    ['It will rain at the weekend', 'the weekend=2013-W24-WE'],
    ['It may last until winter.', 'winter=2013-WI'],
    ['ahead of Friday', 'Friday=2013-06-14'],
    ['The court sits on Friday', 'Friday=2013-06-14'],
  ])('%s', (text, expected) => expect(valuesIn(text)).toEqual([expected]))

  it('takes a time that it points at from the date spoken of last', () => {
    expect(valuesIn('The sale closes by 4 July. If no price is agreed by that time, it ends.')).toEqual([
      '4 July=2013-07-04',
      'that time=2013-07-04',
    ])
  })

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
    ['every January', 'every January=XXXX-01'],
    ['at 2000 GMT', '2000 GMT=2013-06-12T20:00Z'],
    ["the spring of '45", "the spring of '45=1945-SP"],
    ['in the early hours', ''],
    ['every summer', 'every summer=XXXX-SU'],
    ['at 08:23:55PM', '08:23:55PM=2013-06-12T20:23'],
  ])('%s', (text, expected) => expect(valuesIn(text).join()).toBe(expected))

  it('goes on with a set', () => {
    expect(valuesIn('It sailed every Tuesday and Thursday.')).toEqual([
      'every Tuesday=XXXX-WXX-2',
      'Thursday=XXXX-WXX-4',
    ])
  })
})

it.each([
  'She sat in the sun and may go; the march went on.',
  'Theresa May and April Jones met August Strindberg.',
  'They sold 2000 copies, about 1950 of them abroad, at $1999.',
  'Version 1.2.3 costs 1/2 of 10.5 pounds.',
  'The second half was a draw, 2:1.',
  'Flight 1998 left from gate A12.',
  'Part no. 31-06-2031 fits; version 2019.2.0 does not.',
  'Version 2.4.0 has 0 June entries.',
  'She taught at Sunday school; Sheffield Wednesday lost.',
  'They met in Friday Harbor and at the Monday Club.',
  'They live at 31 April Close.',
  'This is the last day for claims.',
])('finds no date in: %s', (text) => expect(valuesIn(text)).toEqual([]))

describe('a time of day', () => {
  it('may have a point where its zone or the part of the day says that it is one', () => {
    expect(valuesIn('It fell at 11.15 GMT on 4 May 2011.')).toEqual([
      '11.15 GMT on 4 May 2011=2011-05-04T11:15Z',
    ])
    expect(valuesIn('It opened at 6.20 in the evening.')).toContain('6.20=2013-06-12T18:20')
    expect(valuesIn('It cost 6.20 in the shop.')).toEqual([])
  })

  it('is of the day that was spoken of before it, not of one that comes behind', () => {
    const text = 'It crashed on 4 May 2011. It had left in the evening. The driver was born on 2 June 1971.'
    expect(valuesIn(text)).toContain('the evening=2011-05-04TEV')
  })
})

describe('lengths and times in words', () => {
  it.each([
    ['a year and a half', 'P1.5Y'],
    ['an hour and three quarters', 'PT1.75H'],
    ['three quarters of an hour', 'PT45M'],
    ['a quarter of a century', 'P25Y'],
    ['half a dozen years', 'P6Y'],
    ['a fortnight', 'P2W'],
  ])('%s is %s', (text, value) => expect(valuesIn(text)).toEqual([`${text}=${value}`]))

  it.each([
    ['at half past nine', '21:30', false],
    ['at half past nine', '09:30', true],
    ['at a quarter to ten', '09:45', true],
    ['at ten minutes to six', '05:50', true],
    ['at 1905 hours', '19:05', true],
  ])('%s reads as %s: %s', (text, clock, isSo) => expect(valuesIn(text).join().includes(clock)).toBe(isSo))

  it('takes no vote and no count for a time', () => {
    expect(valuesIn('They voted ten to six.')).toEqual([])
    expect(valuesIn('after 1905 hours of flight').join()).not.toContain('19:05')
  })
})
