import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../shared/checks/run-checks.js'

const slip = 'The bridge was opened on Tuesday, 4 May 2011. Nobody was hurt.'
const sources = (...texts: string[]) =>
  texts.map((text, index) => ({ id: String(index), text, published: null }))

describe('the same slip in several places', () => {
  it('is listed for each source that has it, each under a fingerprint of its own', () => {
    const findings = runChecks(sources(slip, slip)).filter(({ category }) => category === 'weekday-mismatch')
    expect(findings.map(({ spans }) => spans[0]?.source)).toEqual(['0', '1'])
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2)
  })

  it('keeps its fingerprint in the first source whatever the others hold', () => {
    const [alone] = runChecks(sources(slip))
    const [first] = runChecks(sources(slip, slip))
    expect(first?.fingerprint).toBe(alone?.fingerprint)
  })
})

describe('a sentence that stands in a text twice', () => {
  const twice = (sentence: string): number =>
    runChecks(sources(`The hall is dry. ${sentence} The walls are yellow. ${sentence}`), {
      rules: ['duplicate-sentence'],
    }).length

  it('is told where it is long, however little it says', () => {
    expect(twice('All but three of the 140 clocks have been saved.')).toBe(1)
  })

  it('is passed over where it is short', () => {
    expect(twice('It was so.')).toBe(0)
    expect(twice('All of them were there again.')).toBe(0)
  })

  it('must be the same in every word where it says little', () => {
    const text =
      'All but three of the 140 clocks have been saved. All but three of the 140 clocks had been saved.'
    expect(runChecks(sources(text), { rules: ['duplicate-sentence'] })).toEqual([])
  })
})
