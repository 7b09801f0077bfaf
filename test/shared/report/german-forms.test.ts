import { describe, expect, it } from 'vitest'
import { buildForm } from '../../../shared/report/build-form.js'
import { usualRequest, type ReportFormId } from '../../../shared/report/forms.js'
import type { Language } from '../../../shared/report/wording.js'
import { german } from '../../../shared/report/wording/german.js'
import { CaseBuilder } from './case-builder.js'
import { wholeForm } from './whole-form.js'

const origin = { checker: 'Ada', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }
const forms: readonly ReportFormId[] = ['html', 'pdf', 'docx', 'odt', 'md', 'md-notes', 'txt', 'csv']

/** A case in which every part of a report has something to say, and in which people wrote German only. */
function germanCase(): CaseBuilder {
  const build = new CaseBuilder('Die Glocken von Sandmünde')
  const source = build.source('Hafenblatt', 'Die Glocken schlugen am Dienstag. „Niemand schlief“, hieß es.', {
    author: 'Dana Rehm',
    publisher: 'Hafenblatt',
    published: '2026-03-01',
    accessed: '2026-02-03',
    url: 'https://example.org/glocken',
    kind: 'primary',
    reliability: 'B',
  })
  const bells = build.claim(source, 'schlugen am Dienstag', {
    verdict: 'contradicted',
    status: 'query',
    confidence: 'high',
    priority: 'high',
    eventDate: '1983-03-14',
    eventDateInferred: true,
    claimant: 'Dana Rehm',
  })
  const sleep = build.claim(source, '„Niemand schlief“', { correction: '', eventDate: '1983-05' })
  build.note(bells, 'Es war ein Montag.', { author: '' })
  build.note(bells, 'Unter uns.', { visibility: 'internal' })
  build.evidence(bells, 'Tagebuch', { stance: 'contradicts', accessed: '2026-01', quote: 'Am Montag.' })
  build.relation(bells, 'contradicts', sleep)
  build.relation(bells, 'qualifies', sleep)
  const explanation = {
    reason: 'Der Tag passt nicht.',
    resolved: [{ quote: 'Dienstag', value: 'Dienstag' }],
    arithmetic: ['14 + 7 = 21'],
    assumptions: ['Sommerzeit'],
    settle: 'Ein Kalender.',
  }
  build.finding([[source, 'Dienstag']], { message: 'Kein Dienstag.', explanation })
  const fields = { severity: 'check', message: 'Hm.', explanation } as const
  build.decide(build.finding([[source, 'schlief']], fields), 'accepted')
  build.decide(build.finding([[source, 'hieß']], fields), 'dismissed')
  const grace = build.person('Grace', 'second-reader')
  build.assess(grace, bells, 'supported')
  build.snapshot.staleSignOffs.push(build.sign(grace, bells, { roundId: build.round('Erste').id }).id)
  build.sign(grace, null)
  return build
}

const log = {
  entries: [
    { sequence: 1, at: '2026-02-03T09:30:00.000Z', actor: 'Ada', action: 'Edit claim: verdict, tags' },
  ],
  total: 1,
  head: 'a'.repeat(64),
}

function written(form: ReportFormId, language: Language = 'de'): string {
  const { options } = usualRequest(form)
  const withhold = { claimants: true, sources: false }
  return wholeForm(
    buildForm(germanCase().snapshot, { form, options: { ...options, language, withhold } }, origin, {
      coverage: null,
      log,
    }),
  )
}

/** What people read of a form: neither its marks nor its style sheets nor the data for programs. */
function readable(text: string): string {
  return text
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, '\n')
    .replace(/&#\d+;|&\w+;/g, "'")
}

/** Labels that are not German words as well, as far as they are long enough to be told from names in a format. */
const english = Object.entries(german)
  .filter(([label, words]) => label !== words && /[a-z]{2} [a-z]|^[A-Z][a-z]{5,}$/.test(label))
  .map(([label]) => label.split(/\{\w+\}/)[0]!.trim())
  .filter((label) => label.length > 5 && !/^(Checker|Editor|Publisher|Header)$/.test(label))

/** The English labels that stand by themselves in a form, or begin something. */
function labelsIn(form: string): string[] {
  const lines = readable(form)
    .split(/[\n,;:()|·/"]/)
    .map((line) => line.replace(/[*#>_-]/g, '').trim())
  return english.filter((label) => lines.some((line) => line === label || line.startsWith(`${label} `)))
}

describe('a German report', () => {
  it.each(forms)('has no English label in its %s', (form) => {
    expect(labelsIn(written(form))).toEqual([])
    expect(written(form)).toContain('Widerlegt')
    expect(labelsIn(written(form, 'en')).length, 'the same search in English').toBeGreaterThan(8)
  })

  // In a page the marks stand in the style sheet.
  it.each(forms.filter((form) => form !== 'html' && form !== 'pdf'))(
    'has German quotation marks in its %s',
    (form) => {
      const text = readable(written(form))
      expect(text).not.toMatch(/“[^“”„]*”/)
      expect(text).toMatch(/„(schlugen am Dienstag|Am Montag\.)“/)
    },
  )

  it.each(forms.filter((form) => form !== 'csv'))('writes dates as German does in its %s', (form) => {
    const text = readable(written(form))
    expect(text).toContain('14. März 1983')
    expect(text).not.toMatch(/\d (January|February|March|May) \d/)
  })

  it('names what was withheld in German', () => {
    expect(written('csv')).toContain('[nicht genannt]')
  })

  it('says to programs that it is German', () => {
    expect(written('html')).toContain('<html lang="de">')
    expect(written('docx')).toContain('<w:lang w:val="de-DE"/>')
    expect(written('odt')).toContain('fo:language="de" fo:country="DE"')
    for (const form of ['docx', 'odt'] as const)
      expect(written(form)).toContain('<dc:language>de</dc:language>')
  })
})
