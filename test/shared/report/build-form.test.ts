import { describe, expect, it } from 'vitest'
import { buildForm } from '../../../shared/report/build-form.js'
import { chooseClaims } from '../../../shared/report/choose-claims.js'
import {
  reportForms,
  reportRequestSchema,
  usualRequest,
  type ReportForm,
} from '../../../shared/report/forms.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { CaseBuilder } from './case-builder.js'
import { harbourCase } from './harbour-case.js'
import { oddTexts } from './odd-texts.js'
import { wholeForm } from './whole-form.js'

const origin = { checker: 'M. Okafor', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }
const review = { url: 'https://example.org/check', author: 'The Record' }

/** The text of a form; of a package, that of all its parts. */
function built({ id }: ReportForm, build: CaseBuilder, options: object = {}): string {
  const usual = usualRequest(id)
  const request = { ...usual, options: { ...usual.options, review, ...options } }
  return wholeForm(buildForm(build.snapshot, request, origin))
}

/** A case whose every field that takes text is this one. */
function oddCase(text: string): CaseBuilder {
  const build = new CaseBuilder(text || 'Untitled')
  const fields = { author: text, publisher: text, fileName: text }
  const source = build.source(text || 'Untitled', `Before ${text}. After`, fields)
  const claim = build.claim(source, 'Before', {
    verdict: 'contradicted',
    claimant: text,
    correction: text,
    tags: [text || 'tag'],
  })
  build.note(claim, text || 'note', { author: text })
  build.evidence(claim, text || 'Untitled', { quote: text })
  return build
}

describe('the forms of a report', () => {
  it('have names of their own', () => {
    expect(new Set(reportForms.map(({ id }) => id)).size).toBe(reportForms.length)
    expect(new Set(reportForms.map(({ label }) => label)).size).toBe(reportForms.length)
  })

  it.each(reportForms)('$id is made of a case, and the same each time', (form) => {
    expect(reportRequestSchema.safeParse(usualRequest(form.id)).success).toBe(true)
    const text = built(form, harbourCase())
    expect(text.length).toBeGreaterThan(100)
    expect(built(form, harbourCase())).toBe(text)
  })

  it.each(reportForms)('$id is made of an empty case', (form) => {
    expect(() => built(form, new CaseBuilder())).not.toThrow()
  })

  it.each(reportForms)('$id says nothing else of a source that is withheld', (form) => {
    const build = new CaseBuilder()
    const fields = { author: 'Mole', publisher: 'Burrow & Co', fileName: 'leak.txt', published: '2026-01-02' }
    build.claim(build.source('Secret minutes', 'The bells rang.', fields), 'bells', {})
    const text = built(form, build, { withhold: { claimants: false, sources: true } })
    for (const untrue of ['pasted text', 'not known', 'Mole', 'Burrow', 'leak.txt', 'Secret minutes'])
      expect(text).not.toContain(untrue)
  })

  const readByBrowsers = new Set(['html', 'pdf', 'md', 'json', 'json-ld', 'claim-review', 'csl-json'])
  it.each(reportForms.filter(({ id }) => readByBrowsers.has(id)))(
    '$id has nothing in it that a browser could run',
    (form) => {
      for (const text of oddTexts) {
        expect(built(form, oddCase(text))).not.toMatch(
          /(?<!\\)<(script(?! type="application\/(ld\+)?json" id="stet-)|svg(?! xmlns="[^"]*" class="stet-timeline")|img|iframe)/i,
        )
      }
    },
  )

  it.each(reportForms.filter(({ internalNotes }) => internalNotes !== null))(
    '$id tells internal notes only when asked to',
    (form) => {
      const build = new CaseBuilder()
      const claim = build.claim(build.source('Bells', 'The bells rang.'), 'bells')
      build.note(claim, 'Between the two of us', { visibility: 'internal' })
      expect(built(form, build, { internalNotes: true })).toContain('Between the two of us')
      expect(built(form, build, { internalNotes: false })).not.toContain('Between the two of us')
    },
  )

  it.each(reportForms.filter(({ holds }) => holds !== 'works'))(
    '$id leaves out claims not chosen',
    (form) => {
      const build = new CaseBuilder()
      const bells = build.source('Bells', 'The sexton rang. The bells cracked.')
      build.claim(bells, 'cracked', { verdict: 'contradicted', claimant: 'A mason' })
      build.claim(bells, 'sexton', { verdict: 'supported', claimant: 'A widow' })
      expect(built(form, build)).toContain('A widow')
      const mustFix = built(form, build, { claims: 'must-fix' })
      expect(mustFix).toContain('A mason')
      expect(mustFix).not.toContain('A widow')
    },
  )

  it('claim-review is refused while it is not known who publishes it', () => {
    expect(() => buildForm(harbourCase().snapshot, usualRequest('claim-review'), origin)).toThrow(
      'also needs the web address where the review will be published and the name of who publishes it',
    )
    const left = { claim: usualRequest('claim-review'), empty: { url: '', author: '', authorUrl: '' } }
    const request = { ...left.claim, options: { ...left.claim.options, review: left.empty } }
    expect(() => buildForm(harbourCase().snapshot, request, origin)).toThrow('also needs')
  })
})

describe('claims that were chosen', () => {
  it('take what belongs to them along, and no more', () => {
    const { snapshot } = harbourCase()
    const chosen = chooseClaims(snapshot, 'judged')
    const ids = new Set<string>(chosen.claims.map(({ id }) => id))
    expect(ids.size).toBeGreaterThan(0)
    expect(ids.size).toBeLessThan(snapshot.claims.length)
    expect(chosen.claims).toEqual(snapshot.claims.filter(({ verdict }) => verdict !== null))
    expect(chosen.notes).toEqual(snapshot.notes.filter(({ claimId }) => ids.has(claimId)))
    expect(
      chosen.relations.every(({ fromClaimId, toClaimId }) => ids.has(fromClaimId) && ids.has(toClaimId)),
    ).toBe(true)
    expect(chooseClaims(snapshot, 'all')).toBe(snapshot)
  })

  it('are numbered anew, and the report says how many there are besides', () => {
    const { snapshot } = harbourCase()
    const usual = usualRequest('md')
    const request = { ...usual, options: { ...usual.options, claims: 'must-fix' as const } }
    const text = wholeForm(buildForm(snapshot, request, origin))
    const { mustFix } = buildReport(snapshot, origin)
    expect(text).toContain(`Claims left out of this report: ${snapshot.claims.length - mustFix.length}`)
    expect(text).toContain(`### Claim ${mustFix.length}:`)
    expect(text).not.toContain(`### Claim ${mustFix.length + 1}:`)
  })
})
