import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const conflicts = (a: string, b: string, days: (string | null)[] = [null, null]): number =>
  runChecks(
    [
      { id: 'a', text: a, published: days[0] ?? null },
      { id: 'b', text: b, published: days[1] ?? null },
    ],
    { rules: ['event-date-conflict'] },
  ).length

describe('one event that two sources tell in other words', () => {
  it('is found where the digits of the year changed places', () => {
    const a = 'Ludlow’s Stove Company was formed in 1867 by two brothers, Enoch and Silas Ludlow.'
    const b = (year: string): string =>
      `Most were made by a firm that the brothers Enoch and Silas Ludlow set up in ${year} with money from an aunt.`
    expect(conflicts(a, b('1876'))).toBe(1)
    expect(conflicts(a, b('1867'))).toBe(0)
    expect(conflicts(a, b('1901'))).toBe(0)
  })

  it('is found where both tell of it as planned', () => {
    const days = ['2017-03-14', '2017-03-16']
    const a = 'The Aldmoor dairy will shut on 30 June, its owner, Fenwick Foods, has said.'
    const b = (day: string): string =>
      `Workers at the Aldmoor dairy gathered after learning that Fenwick Foods is to close the site on ${day}.`
    expect(conflicts(a, b('13 June'), days)).toBe(1)
    expect(conflicts(a, b('30 June'), days)).toBe(0)
  })

  it('is not found where one tells what was planned and the other what was done', () => {
    const a = 'The Aldmoor dairy will shut on 30 June, its owner, Fenwick Foods, has said.'
    expect(
      conflicts(a, 'The Aldmoor dairy of Fenwick Foods shut on 13 June.', ['2017-03-14', '2018-03-14']),
    ).toBe(0)
  })

  it('is not found where one tells what somebody means to do', () => {
    const a = 'Fenwick Foods announced on Friday that it intends to buy six percent of the Aldmoor dairy.'
    const b = 'In 2009, Fenwick Foods bought twenty percent of the Aldmoor dairy.'
    expect(conflicts(a, b, ['2011-06-03', '2011-06-05'])).toBe(0)
  })

  it('is found on the only days of a month that both have', () => {
    const a =
      'The painting “Winter Ferry” was stolen from the Nordby Museum on the night of 21 February 1994.'
    const b = (day: string): string =>
      `The curator of the Nordby Museum recalled it. “Winter Ferry” had gone during the night: the painting was taken on ${day}, when the games opened.`
    expect(conflicts(a, b('12 February 1994'))).toBe(1)
    expect(conflicts(a, b('21 February 1994'))).toBe(0)
    expect(conflicts(a, `${b('12 February 1994')} It was found on 3 February 1994.`)).toBe(0)
  })

  it('is the birth of whom “he” stands for', () => {
    const a = 'Abebe Tessema won the marathon. Born in a village near Jato in 1941, he had herded goats.'
    expect(conflicts(a, 'The Ethiopian Abebe Tessema, born in 1914, was one of them.')).toBe(1)
    expect(conflicts(a, 'The Ethiopian Abebe Tessema, born in 1941, was one of them.')).toBe(0)
  })
})
