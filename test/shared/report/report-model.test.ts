import { describe, expect, it } from 'vitest'
import { buildReport, type ReportModel, type ReportOptions } from '../../../shared/report/report-model.js'
import { leavesOf } from '../../../shared/report/text-blocks.js'
import { CaseBuilder } from './case-builder.js'
import { harbourCase } from './harbour-case.js'

const options: ReportOptions = {
  checker: 'Mercy Okafor',
  generatedAt: '2026-02-05T16:20:00.000Z',
  program: 'Stet 0.1.0',
}
const report = (build: CaseBuilder, more: Partial<ReportOptions> = {}): ReportModel =>
  buildReport(build.snapshot, { ...options, ...more })
const sum = (counts: readonly { count: number }[]): number =>
  counts.reduce((total, { count }) => total + count, 0)

describe('a report', () => {
  it('numbers claims by source, start and end, whatever the order in which they were made', () => {
    const build = new CaseBuilder()
    const second = build.source('Second', 'Omega.', { position: 7 })
    const first = build.source('First', 'Alpha beta gamma.', { position: 3 })
    build.claim(second, 'Omega')
    build.claim(first, 'Alpha beta')
    build.claim(first, 'gamma')
    build.claim(first, 'Alpha')
    const model = report(build)
    expect(model.sources.map(({ record }) => record.title)).toEqual(['First', 'Second'])
    expect(model.cards.map(({ number, context }) => [number, context.quote])).toEqual([
      [1, 'Alpha'],
      [2, 'Alpha beta'],
      [3, 'gamma'],
      [4, 'Omega'],
    ])
  })

  it('adds up', () => {
    const model = report(harbourCase())
    const { summary, method } = model
    expect(summary.claims).toBe(14)
    expect(sum(summary.verdicts)).toBe(summary.claims)
    expect(sum(summary.statuses)).toBe(summary.claims)
    expect(sum(summary.verdicts.filter(({ verdict }) => verdict?.mustFix))).toBe(summary.mustFix)
    expect(model.mustFix).toHaveLength(summary.mustFix)
    expect(model.sources.flatMap(({ claims }) => claims)).toEqual(model.cards.map(({ number }) => number))
    const { all, open, accepted, dismissed } = summary.findings
    expect([all, open, accepted, dismissed]).toEqual([6, 3, 2, 1])
    expect(model.findings.length + model.dismissed.length).toBe(all)
    for (const state of ['all', 'open', 'openErrors', 'accepted', 'dismissed'] as const) {
      expect(method.checks.reduce((total, { counts }) => total + counts[state], 0)).toBe(
        summary.findings[state],
      )
    }
    expect(sum(method.severities)).toBe(all)
  })

  it('gives each card its quote in context, notes, evidence, findings and relations', () => {
    const [opening] = report(harbourCase()).cards
    expect(opening).toMatchObject({
      number: 1,
      anchored: true,
      place: { source: { number: 1 }, paragraphs: { first: 2, last: 2 } },
      context: { before: 'When the Harbour Bridge at Sandmouth ', quote: 'opened on Tuesday, 14 March 1983' },
      verdict: { id: 'inconsistent', sign: '≠' },
      correction: 'opened on Monday, 14 March 1983',
      notes: [{ internal: false }, { internal: true, author: 'J. Lindqvist' }],
      evidence: [
        {
          quote: 'Monday, 14 March 1983',
          grade: 'A2',
          place: { source: { number: 2 }, paragraphs: { first: 3 } },
        },
        { url: 'https://archive.example.org/sandmouth/programme-opening.pdf', accessed: '2026-02-03' },
      ],
      relations: [{ phrase: 'Contradicts', other: 12 }],
    })
    expect(opening!.findings.map(({ message }) => message)).toEqual([
      '14 March 1983 was a Monday, not a Tuesday.',
      'Two passages date the opening of the bridge to different weekdays.',
    ])
  })

  it('reads relations from both ends', () => {
    const { cards } = report(harbourCase())
    expect(cards[6]!.relations).toEqual([{ type: 'supports', phrase: 'Supported by', other: 13 }])
    expect(cards[12]!.relations.map(({ phrase, other }) => `${phrase} ${other}`)).toEqual([
      'Contradicts 6',
      'Corrects 6',
      'Supports 7',
    ])
  })

  it('lists conflicts with both quotes: relations first, then open findings about two passages', () => {
    const { conflicts } = report(harbourCase())
    expect(
      conflicts.map(({ kind, sides, finding }) => [kind, sides.map(({ claim }) => claim), finding?.category]),
    ).toEqual([
      ['contradicts', [1, 12], 'event-date-conflict'],
      ['contradicts', [6, 13], undefined],
      ['contradicts', [11, 14], undefined],
      ['finding', [null, null], 'name-variant'],
    ])
    expect(conflicts[3]!.sides.map(({ quote }) => quote)).toEqual(['Thomas Aldane', "Aldayne's"])
  })

  it('keeps a dismissed finding off the cards and gives its reason', () => {
    const build = new CaseBuilder()
    const source = build.source('Text', 'On the eve of the opening it rained.')
    build.claim(source, 'On the eve of the opening')
    build.decide(build.finding([[source, 'eve']]), 'dismissed', 'Dated above.')
    const model = report(build)
    expect(model.cards[0]!.findings).toEqual([])
    expect(model.openErrors).toEqual([])
    expect(model.dismissed[0]!.decision).toMatchObject({ reason: 'Dated above.', decidedBy: 'M. Okafor' })
  })

  it('lists a claim whose quote is gone, with its quote, and highlights nothing in its place', () => {
    const build = new CaseBuilder()
    const source = build.source('Text', 'The tower is tall.')
    build.claim(source, 'tower')
    Object.assign(build.textOf(source), { text: 'The spire is tall.', document: null, number: 2 })
    const model = report(build)
    expect(model.summary.orphans).toBe(1)
    expect(model.cards[0]).toMatchObject({
      anchored: false,
      place: { paragraphs: null },
      context: { quote: 'tower' },
    })
    const segments = leavesOf(model.sources[0]!.blocks).flatMap((leaf) => leaf.segments)
    expect(segments.every(({ claims }) => claims.length === 0)).toBe(true)
  })

  it('leaves internal notes out when asked, and says how many', () => {
    const model = report(harbourCase(), { internalNotes: 'leave-out' })
    expect(model.notesLeftOut).toBe(1)
    expect(model.cards.flatMap(({ notes }) => notes).some(({ internal }) => internal)).toBe(false)
    expect(JSON.stringify(model)).not.toContain('Ask for it in writing')
  })

  it('shows a note whose rich text is damaged as plain text', () => {
    const build = new CaseBuilder()
    const claim = build.claim(build.source('Text', 'A text.'), 'text')
    const href = 'javascript:alert(1)'
    const body = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
        },
      ],
    }
    build.note(claim, body, { text: 'What the note said' })
    const [note] = report(build).cards[0]!.notes
    expect(note!.blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: 'What the note said', strong: false, em: false, href: null }] },
    ])
  })

  it('knows the first and last day of work, and says when there was none', () => {
    expect(report(harbourCase()).work!.earliest < report(harbourCase()).work!.latest).toBe(true)
    const empty = report(new CaseBuilder('Nothing yet'))
    expect(empty.work).toBeNull()
    expect(empty.summary).toMatchObject({ claims: 0, mustFix: 0, findings: { all: 0 } })
    expect(empty.signOff.map(({ role }) => role)).toEqual(['Checker', 'Second reader', 'Editor'])
  })
})
