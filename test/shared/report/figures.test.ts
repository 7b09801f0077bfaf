import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../../shared/report/figures.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { wordingOf, type Language } from '../../../shared/report/wording.js'
import { CaseBuilder } from './case-builder.js'

const options = { checker: 'M', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }

function figures(build: CaseBuilder, language: Language = 'en'): string {
  const { summary } = buildReport(build.snapshot, { ...options, language })
  return figuresOf(summary, wordingOf(language))
}

describe('the figures of a report', () => {
  it('count claims, what must be fixed, open findings, what is unchecked and what has no evidence', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang at noon. Nobody slept.')
    build.evidence(build.claim(source, 'bells', { status: 'checked', verdict: 'contradicted' }), 'Diary')
    build.claim(source, 'Nobody')
    build.finding([[source, 'noon']])
    build.decide(build.finding([[source, 'slept']]), 'accepted')
    expect(figures(build)).toBe('2 claims, 1 must fix, 1 open finding, 1 unchecked, 1 without evidence')
    expect(figures(build, 'de')).toBe('2 Aussagen, 1 zu ändern, 1 offener Befund, 1 ungeprüft, 1 ohne Beleg')
  })

  it('name claims that are not in the text any more only where there are such', () => {
    const build = new CaseBuilder()
    const claim = build.claim(build.source('Bells', 'The bells rang.'), 'bells')
    expect(figures(build)).not.toContain('not in the text')
    claim.selector = { ...claim.selector, exact: 'drums' }
    expect(figures(build)).toMatch(/, 1 not in the text$/)
  })

  it('are written as the language writes numbers', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang.')
    for (let count = 0; count < 1200; count++) build.claim(source, 'bells')
    expect(figures(build)).toMatch(/^1,200 claims, /)
    expect(figures(build, 'de')).toMatch(/^1\.200 Aussagen, /)
  })
})
