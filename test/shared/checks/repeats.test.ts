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
