import { describe, expect, it } from 'vitest'
import { adoptedScale, caseScaleKey, defaultCaseScale } from '../../../shared/domain/case-scale.js'
import type { CasePreference } from '../../../shared/domain/case-preference.js'
import { presetScales } from '../../../shared/domain/preset-scales.js'
import { chooseClaims } from '../../../shared/report/choose-claims.js'
import { reportClaimReview } from '../../../shared/report/claim-review.js'
import { reportCsv } from '../../../shared/report/csv.js'
import { reportHtml } from '../../../shared/report/html.js'
import { reportJsonLd } from '../../../shared/report/json-ld.js'
import { reportMarkdown } from '../../../shared/report/markdown.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { CaseBuilder } from './case-builder.js'

/** A case that is judged by “Confirmed or not”, with one claim that kept its verdict of before. */
function judgedCase(): CaseBuilder {
  const build = new CaseBuilder()
  const scale = adoptedScale(defaultCaseScale, presetScales[1]!)
  const value = JSON.parse(JSON.stringify(scale)) as CasePreference['value']
  build.snapshot.preferences.push({ key: caseScaleKey, value })
  const source = build.source('Bells', 'The bells rang at noon in the old tower.')
  build.claim(source, 'The bells', { verdict: 'confirmed' })
  build.claim(source, 'at noon', { verdict: 'disputed' })
  build.claim(source, 'old tower', { verdict: 'garbled' })
  build.evidence(build.claim(source, 'rang'), 'Annual report', {
    author: 'I. Okafor',
    publisher: 'Harbour Board',
    published: '2021-03',
  })
  return build
}

const made = { generatedAt: '2026-02-03T09:00:00.000Z', program: 'Stet' }

const modelOf = (build: CaseBuilder) => buildReport(build.snapshot, { checker: 'Ada', ...made })

describe('a report on a case with a scale of its own', () => {
  it('counts by that scale, then what claims kept from before, and lists what must be fixed', () => {
    const { summary, mustFix, method } = modelOf(judgedCase())
    expect(summary.verdicts.map(({ verdict, count }) => [verdict?.label ?? null, count])).toEqual([
      ['Confirmed', 1],
      ['Disputed', 1],
      ['Unconfirmed', 0],
      ['Garbled', 1],
      [null, 1],
    ])
    expect(mustFix.map(({ verdict }) => verdict?.label)).toEqual(['Disputed', 'Garbled'])
    expect(method.verdicts.map(({ verdict }) => verdict.label)).toEqual([
      'Confirmed',
      'Disputed',
      'Unconfirmed',
    ])
    expect(method.verdicts.every(({ meaning }) => meaning.length > 20)).toBe(true)
  })

  it('can be of the claims that must be fixed', () => {
    const { claims } = chooseClaims(judgedCase().snapshot, 'must-fix')
    expect(claims.map(({ verdict }) => verdict)).toEqual(['disputed', 'garbled'])
  })

  it.each([
    ['HTML', reportHtml],
    ['Markdown', reportMarkdown],
    ['CSV', reportCsv],
  ] as const)('names its verdicts, and who made what is cited, in %s', (_form, write) => {
    const report = wholeOf(write(modelOf(judgedCase())))
    for (const words of ['Confirmed', 'Disputed', 'Garbled', 'I. Okafor', 'Harbour Board'])
      expect(report).toContain(words)
    expect(report).not.toContain('Contradicted')
  })

  it('rates claim reviews by it, and writes it into annotations', () => {
    const details = { url: 'https://example.org/', author: 'The Record' }
    const reviews = JSON.parse(wholeOf(reportClaimReview(judgedCase().snapshot, details))) as {
      reviewRating: { alternateName: string }
    }[]
    expect(reviews.map(({ reviewRating }) => reviewRating.alternateName)).toEqual([
      'Confirmed',
      'Disputed',
      'Garbled',
    ])
    const annotations = wholeOf(reportJsonLd(judgedCase().snapshot, { ...made, internalNotes: true }))
    expect(annotations).toContain('"value": "Disputed"')
    expect(annotations).toContain('"notation": "disputed"')
    expect(annotations).toContain('"name": "I. Okafor"')
  })
})
