import { parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { documentFromJson } from '../../../shared/document/sections.js'
import { cellValue, reportCsv } from '../../../shared/report/csv.js'
import { reportHtml } from '../../../shared/report/html.js'
import { filterClass } from '../../../shared/report/html/passage.js'
import { reportMarkdown } from '../../../shared/report/markdown.js'
import { redacted } from '../../../shared/report/redact.js'
import { buildReport, type ReportOptions } from '../../../shared/report/report-model.js'
import { wordingOf } from '../../../shared/report/wording.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { CaseBuilder } from './case-builder.js'
import { harbourCase } from './harbour-case.js'
import { byId, classesOf, elementsOf, parseReport, wordsIn } from './html-reader.js'
import { oddTexts } from './odd-texts.js'

const options = { checker: 'M', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }
const modelOf = (build: CaseBuilder, more: Partial<ReportOptions> = {}) =>
  buildReport(build.snapshot, { ...options, ...more })

/** A text of two pages: the document says where they begin. */
function pagedCase(): CaseBuilder {
  const build = new CaseBuilder()
  const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
  const page = (label: string) => ({ type: 'page_start', attrs: { label } })
  const content = [page('11'), paragraph('The first.'), page('12'), paragraph('The second.')]
  const document = documentFromJson({ type: 'doc', content: [{ type: 'section', content }] }).toJSON()
  const source = build.source('Minutes', 'The first.\nThe second.', {}, document)
  build.claim(source, 'second', { verdict: 'contradicted', status: 'query' })
  build.claim(source, 'first.\nThe', { eventDate: '1983-03-14' })
  return build
}

describe('a report', () => {
  it('says on which page of the original a passage stands, and draws no page as a rule', () => {
    const model = modelOf(pagedCase())
    const root = parseReport(wholeOf(reportHtml(model)))
    expect(wordsIn(byId(root, 'must-fix'))).toContain('S1 ¶ 2, p. 12')
    expect(wordsIn(byId(root, 'claim-1'))).toContain('S1 ¶¶ 1–2, pp. 11–12')
    expect(elementsOf(byId(root, 'source-1')).map(({ tag }) => tag)).not.toContain('hr')
    expect(wholeOf(reportMarkdown(model))).toContain('S1 ¶\u00A02, p. 12')
  })

  it('tells its coverage, log and open queries where there are such', () => {
    const build = pagedCase()
    const sourceId = build.snapshot.sources[0]!.id
    const counts = [2, 0, 0, 0, 0].map((total) => ({ covered: Math.min(1, total), total }))
    const entry = { sequence: 3, at: '2026-02-03T09:30:00.000Z', actor: 'Ada', action: 'Add <claim>' }
    const log = { entries: [entry], total: 3, head: 'b'.repeat(64) }
    const root = parseReport(
      wholeOf(reportHtml(modelOf(build, { material: { coverage: [{ sourceId, counts }], log } }))),
    )
    expect(wordsIn(byId(root, 'overview'))).toContain('1 / 2 50%')
    expect(wordsIn(byId(root, 'log'))).toContain('Ada Add <claim>')
    expect(wordsIn(root)).toContain(`log entry 3, ${'b'.repeat(64)}`)
    expect(wordsIn(byId(root, 'queries'))).toContain('second')
  })

  it('for outside has no log and no internal notes', () => {
    const build = pagedCase()
    build.note(build.snapshot.claims[0]!, 'Between us', { visibility: 'internal' })
    const html = wholeOf(reportHtml(modelOf(build, { audience: 'outside' })))
    expect(html).not.toContain('Between us')
    expect(html).not.toContain('id="log"')
  })

  it('can be one page of what must be fixed, on which no link leads nowhere', () => {
    const root = parseReport(wholeOf(reportHtml(modelOf(harbourCase(), { template: 'must-fix' }))))
    const sections = elementsOf(root).filter(({ tag }) => tag === 'section')
    expect(sections.map(({ attributes }) => attributes.id)).toEqual(['must-fix', 'queries', 'sign-off'])
    const elements = elementsOf(root)
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = elements.flatMap(({ attributes }) => attributes.href?.match(/^#(.*)/)?.[1] ?? [])
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  it('filters by verdict with its style sheet alone: each choice has cards of its class', () => {
    const model = modelOf(harbourCase())
    const html = wholeOf(reportHtml(model))
    const elements = elementsOf(parseReport(html))
    const choices = elements.filter(({ attributes }) => attributes.name === 'show')
    expect(choices.length).toBeGreaterThan(3)
    for (const { attributes } of choices) {
      if (attributes.id === 'show-all') continue
      const name = attributes.id!.replace('show-', '')
      expect(html).toContain(`body:has(#show-${name}:checked) .card:not(.${name}, :target)`)
      const cards = elements.filter((one) => classesOf(one).includes('card') && classesOf(one).includes(name))
      expect(cards.length).toBe(model.cards.filter(({ verdict }) => filterClass(verdict) === name).length)
    }
  })

  it('draws its timeline as XML that runs and loads nothing', () => {
    const { timeline } = modelOf(harbourCase())
    const tags: string[] = []
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name }) => tags.push(name))
    parser.write(timeline!).close()
    for (const tag of ['script', 'image', 'foreignObject', 'a']) expect(tags).not.toContain(tag)
  })

  it('is German but for what people wrote', () => {
    const model = modelOf(harbourCase(), { language: 'de' })
    const root = parseReport(wholeOf(reportHtml(model)))
    expect(wordsIn(byId(root, 'must-fix'))).toContain('Zu ändern')
    expect(wordsIn(byId(root, 'claim-1'))).toContain('In sich widersprüchlich')
    expect(wordsIn(root)).toContain('5. Februar 2026, 16:20 UTC')
    expect(wordsIn(byId(root, 'claim-1'))).toContain('opened on Tuesday, 14 March 1983')
    expect(wordingOf('de').say('Claim {number}', { number: 3 })).toBe('Aussage 3')
    expect(wordingOf('de').label('Somebody’s own verdict')).toBe('Somebody’s own verdict')
  })

  it('has a table that a reader of CSV takes for what it says', () => {
    for (const text of oddTexts) {
      const build = new CaseBuilder()
      build.claim(build.source('Odd', `Before ${text}. After`), 'Before', { correction: text })
      const [head, ...rows] = parse(wholeOf(reportCsv(modelOf(build))), {
        bom: true,
        relax_column_count: false,
      }) as string[][]
      expect(rows).toHaveLength(1)
      const cell = rows[0]![head!.indexOf('Proposed wording')]!
      expect(cellValue(cell)).toBe(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    }
  })
})

describe('what is withheld', () => {
  it('is told by no record of the snapshot, while texts and quotes stay', () => {
    const build = new CaseBuilder()
    const source = build.source('Secret minutes', 'The bells rang.', { publisher: 'Mole & Co' })
    build.claim(source, 'bells', { claimant: 'A widow' })
    build.finding([[source, 'bells']], { message: 'Unlike “Secret minutes”' })
    const snapshot = redacted(build.snapshot, { claimants: true, sources: true }, wordingOf('en'))
    const all = JSON.stringify(snapshot)
    for (const secret of ['Secret', 'Mole', 'widow']) expect(all).not.toContain(secret)
    expect(snapshot.texts).toEqual(build.snapshot.texts)
    expect(snapshot.findings[0]!.message).toBe('Unlike “Source 1”')
    expect(redacted(build.snapshot, { claimants: false, sources: false }, wordingOf('en'))).toEqual(
      build.snapshot,
    )
  })
})
