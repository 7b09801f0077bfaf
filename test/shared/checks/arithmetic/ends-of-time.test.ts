import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../shared/checks/run-checks.js'

const told = (text: string): { message: string; assumptions: string[] }[] =>
  runChecks([{ id: 's', text, published: null }], { rules: ['duration-arithmetic', 'order-conflict'] }).map(
    ({ message, explanation }) => ({ message, assumptions: [...explanation.assumptions] }),
  )

/** A text without a date of its own often says days without a year. */
describe('days without a year', () => {
  it('are counted as those of one year, and the explanation says so', () => {
    const [finding] = told('The play ran from 12 September to 7 November, twelve weeks in all.')
    expect(finding?.message).toContain('8 weeks')
    expect(finding?.assumptions).toContain('That both days are of one year, or the second of the year after.')
  })

  it.each([
    ['of two years in turn', 'The play ran from 12 December to 9 January, four weeks in all.'],
    ['over a February that may be long', 'He was held from 20 February to 6 March, for fifteen days.'],
    ['over a February that may be short', 'He was held from 20 February to 6 March, for fourteen days.'],
    ['of a rest over the new year', 'The baths were closed on 14 December and reopened on 9 January.'],
  ])('may be %s', (_, text) => expect(told(text)).toEqual([]))

  it('are in the wrong order when the later lies shortly before the other', () => {
    const [finding] = told('The baths were closed on 14 June and reopened on 9 June.')
    expect(finding?.assumptions).toContain('That both days are of one year.')
  })
})

describe('how a length is bounded', () => {
  it.each([
    ['nearly', 'shorter by as little as a unit', 'nearly seven years', true],
    ['nearly', 'much shorter', 'nearly nine years', false],
    ['about', 'a unit off', 'about six years', true],
    ['about', 'far off', 'about ten years', false],
    ['more than', 'longer', 'more than six years', true],
  ])('“%s” may be %s: %s', (_, __, length, holds) => {
    const found = told(`The post was held by Ann Moe from May 1997 to January 2004, ${length}.`)
    expect(found.length === 0).toBe(holds)
  })
})
