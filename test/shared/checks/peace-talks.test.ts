import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../shared/checks/run-checks.js'

/** Three texts in one file, as they come out of a clipboard: an account of calls and talks told from several origins. */
const text = `On Wednesday afternoon, the archbishop and the president spoke by phone, focusing on the siege.
___________________________________

Talks on the siege
The first meeting took place four days after the siege began, on 28 February 2022, in the border town. The siege began in February 2022.
-----------------------------------------------------------------------------------------------------------
Renewed talks began in 2025 after Halloran took office. Halloran held a phone call with Petrov on 12 February and his envoys met with Ilyenko, Called On March 18, 2025, May 19, 2025, and June 4th, 2025
Sometime after. After a summit, the relations soured, culminating in a 28 February meeting between the two that ended early.
President Halloran called President Petrov again on June 4th, 2025 and hoped for an answer.
|
`
const findings = runChecks([{ id: 'case', text, published: null }])
const of = (category: string) => findings.filter((finding) => finding.category === category)

describe('three texts in one file', () => {
  it('says that a weekday is not anchored, and which known date falls on it', () => {
    const [found] = of('undated-relative')
    expect(found?.spans[0]?.quote).toBe('Wednesday afternoon')
    expect(found?.explanation.arithmetic.join()).toContain('4 June 2025 (“June 4th, 2025”) was a Wednesday')
    expect(found?.severity).toBe('check')
  })

  it('lists three date formats side by side and names the inferred year', () => {
    const [found] = of('garbled-date')
    expect(found?.message).toBe('3 date formats stand side by side')
    expect(found?.explanation.assumptions.join()).toContain('The year of “12 February” is not said; 2025')
  })

  it('sees a list of dates without an event, a fragment and a stray mark', () => {
    expect(of('dangling-fragment').map(({ spans }) => spans[0]?.quote)).toEqual([
      'Called On March 18, 2025, May 19, 2025, and June 4th, 2025',
      'Sometime after.',
      '|',
    ])
  })

  it('asks about an order that goes back in time, without calling it an error', () => {
    const [found] = of('order-conflict')
    expect(found?.spans.map(({ quote }) => quote)).toEqual(['June 4th, 2025', '28 February'])
    expect(found?.severity).toBe('check')
    expect(found?.explanation.assumptions.join()).toContain('The year of “28 February” is not said')
  })

  it('offers to mark a call told twice as the same', () => {
    const [found] = of('duplicate-sentence')
    expect(found?.suggests).toBe('same-as')
    expect(found?.severity).toBe('check')
  })

  it('does not take the days of two years for one event, nor four days after for wrong', () => {
    expect(of('duration-arithmetic')).toEqual([])
    expect(of('event-date-conflict')).toEqual([])
    expect(findings.some(({ spans }) => spans.some(({ quote }) => quote === '28 February 2022'))).toBe(false)
  })
})
