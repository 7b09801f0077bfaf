import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportHtml } from '../../../shared/report/html.js'
import { paperStyles } from '../../../shared/report/html/paper.js'
import { reportStyle, reportStyleHash } from '../../../shared/report/html/style.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { leavesOf } from '../../../shared/report/text-blocks.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { CaseBuilder, noteDocument } from './case-builder.js'
import { harbourCase } from './harbour-case.js'
import { byId, classesOf, elementsOf, parseReport, textIn, wordsIn, type Element } from './html-reader.js'

const options = { checker: 'Mercy Okafor', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }
const modelOf = (build: CaseBuilder) => buildReport(build.snapshot, options)
const parse = (build: CaseBuilder): Element => parseReport(wholeOf(reportHtml(modelOf(build))))

const hostile = [
  '<script>alert(1)</script>',
  '</title></style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '`${alert(1)}`',
  '<!--',
  ']]>',
  '&lt;script&gt;',
  '&#60;script&#62;',
  'javascript:alert(1)',
  '\u202Eevil\u202C',
  '\u0000\u0001\u0008\u001b[31m',
  '\ud800',
]

describe('the HTML report', () => {
  it('tells the quote, verdict, correction, notes and evidence of each claim', () => {
    const card = wordsIn(byId(parse(harbourCase()), 'claim-1'))
    for (const part of [
      '≠ Inconsistent',
      'opened on Tuesday, 14 March 1983',
      'Proposed wording opened on Monday, 14 March 1983',
      'Weekday mismatch Error, accepted',
      'the date itself is not in doubt.',
      'Programme of the day: “Monday”, no date',
      'Internal note The author has agreed to the change by telephone.',
      'Contradicts Minutes of the meeting of 21 March 1983 S2 ¶ 3 Monday, 14 March 1983 Grade A2',
      'Archived copy https://web.archive.example/20260203/',
      'Accessed 3 February 2026',
      'Contradicts 12✓',
    ]) {
      expect(card).toContain(part)
    }
  })

  it('links each highlight to the card of the same number and back', () => {
    const model = modelOf(harbourCase())
    const root = parseReport(wholeOf(reportHtml(model)))
    for (const { number, verdict, context } of model.cards) {
      const reference = byId(root, `text-${number}`)
      expect(reference.attributes.href).toBe(`#claim-${number}`)
      expect(textIn(reference)).toBe(`${number}${verdict?.sign ?? '○'}`)
      const card = byId(root, `claim-${number}`)
      expect(elementsOf(card).some(({ attributes }) => attributes.href === `#text-${number}`)).toBe(true)
      const marked = elementsOf(card).find(({ tag }) => tag === 'mark')!
      expect(textIn(marked)).toBe(context.quote)
    }
  })

  it('has no link that leads nowhere, and no id twice', () => {
    const elements = elementsOf(parse(harbourCase()))
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = elements.flatMap(({ attributes }) => [
      ...(attributes.href?.startsWith('#') ? [attributes.href.slice(1)] : []),
      ...(attributes['aria-labelledby'] ? [attributes['aria-labelledby']] : []),
    ])
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  it('repeats the text of a source exactly, once the numbers are taken away', () => {
    const model = modelOf(harbourCase())
    const root = parseReport(wholeOf(reportHtml(model)))
    for (const source of model.sources) {
      for (const leaf of leavesOf(source.blocks)) {
        if (leaf.number === null) continue
        const paragraph = byId(root, `s${source.number}p${leaf.number}`)
        expect(textIn(paragraph, 'ref')).toBe(leaf.segments.map(({ text }) => text).join(''))
      }
    }
  })

  it('nests the highlights of overlapping claims', () => {
    const root = parse(harbourCase())
    const inner = elementsOf(byId(root, 's1p2')).filter(({ tag, children }) => {
      return tag === 'mark' && children.some((child) => typeof child === 'object' && child.tag === 'mark')
    })
    expect(inner.map((mark) => textIn(mark))).toEqual(['Eleanor Whitlock'])
  })

  it('names a verdict in words wherever it shows its colour', () => {
    const labels = elementsOf(parse(harbourCase())).filter((element) =>
      classesOf(element).includes('verdict'),
    )
    expect(labels.length).toBeGreaterThan(20)
    for (const label of labels) expect(textIn(label)).toMatch(/^\S{1,2} \p{Lu}[\p{L} ]+$/u)
  })

  it('allows itself nothing but its own style sheet', () => {
    const root = parse(harbourCase())
    const policy = elementsOf(root).find(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    )
    expect(policy!.attributes.content).toBe(
      `default-src 'none'; style-src '${reportStyleHash}' '${paperStyles.A4.read.hash}'; base-uri 'none'; form-action 'none'`,
    )
    const digests = elementsOf(root).flatMap((element) =>
      element.tag === 'style'
        ? [`sha256-${createHash('sha256').update(textIn(element)).digest('base64')}`]
        : [],
    )
    expect(digests).toEqual([reportStyleHash, paperStyles.A4.read.hash])
    for (const sheets of Object.values(paperStyles)) {
      for (const { style, hash } of Object.values(sheets)) {
        expect(hash).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`)
      }
    }
    expect(reportStyle).not.toMatch(/url\(|@import|</)
  })

  it('links to web and mail addresses only, without telling them where from', () => {
    const build = new CaseBuilder()
    const source = build.source('Text', 'A claim.', { url: 'file:///etc/passwd' })
    const claim = build.claim(source, 'claim')
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://example.org/a?b=1&c="2"',
      'mailto:a@example.org',
    ]) {
      build.evidence(claim, 'A citation', { url })
    }
    const links = elementsOf(parse(build)).filter(
      ({ tag, attributes }) => tag === 'a' && !attributes.href!.startsWith('#'),
    )
    expect(links.map(({ attributes }) => attributes.href)).toEqual([
      'https://example.org/a?b=1&c="2"',
      'mailto:a@example.org',
    ])
    for (const { attributes } of links) expect(attributes.rel).toBe('noopener noreferrer')
  })

  it.each(hostile)('shows %j as text in every place', (payload) => {
    const shown = payload.replace(/\0|[\ud800-\udfff]/g, '\uFFFD')
    const root = parse(caseOf(payload))
    const text = textIn(root)
    expect(text.split(shown).length).toBeGreaterThan(15)
    expect(textIn(elementsOf(root).find(({ tag }) => tag === 'title')!)).toBe(`Fact-check report: ${shown}`)
  })

  it('survives random text with random claims', () => {
    const texts = fc.array(
      fc.oneof(fc.constantFrom(...hostile, '\n', ' ', '😀', 'שלום '), fc.string({ unit: 'binary' })),
      {
        minLength: 1,
        maxLength: 15,
      },
    )
    const ranges = fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 60 })), { maxLength: 8 })
    fc.assert(
      fc.property(texts, ranges, (pieces, pairs) => {
        const text = `.${pieces.join('').replace(/\r\n?/g, '\n')}`
        const build = new CaseBuilder(text)
        const source = build.source(text, text, {}, null)
        for (const [start, length] of pairs) claimWithin(build, source, start, start + length)
        const model = modelOf(build)
        const root = parseReport(wholeOf(reportHtml(model)))
        for (const leaf of leavesOf(model.sources[0]!.blocks)) {
          if (leaf.number === null) continue
          const said = leaf.segments.map((segment) => segment.text).join('')
          const shown = said.replace(/\0|\p{Surrogate}/gu, '\uFFFD')
          expect(textIn(byId(root, `s1p${leaf.number}`), 'ref')).toBe(shown)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('says in words what an empty case lacks', () => {
    const text = wordsIn(parse(new CaseBuilder('Untitled case')))
    for (const sentence of [
      'No claims have been marked yet, so there is nothing to fix so far.',
      'There is no text in this case yet.',
      'No finding was dismissed.',
      'There are no sources in this case yet.',
      'Work recorded none yet',
    ]) {
      expect(text).toContain(sentence)
    }
  })
})

/** A case that holds a payload wherever a case can hold text. */
function caseOf(payload: string): CaseBuilder {
  const build = new CaseBuilder(payload)
  const text = `Before ${payload} after.\nSecond ${payload}.`
  const fields = {
    author: payload,
    publisher: payload,
    fileName: payload,
    encoding: payload,
    url: payload,
    published: payload,
  }
  const source = build.source(payload, text, fields, null)
  build.textOf(source).reason = payload
  const claim = build.claimAt(source, 7, 7 + payload.length, {
    verdict: 'contradicted',
    correction: payload,
    claimant: payload,
    tags: [payload],
    eventDate: payload,
  })
  build.note(claim, noteDocument(payload), { author: payload })
  build.note(claim, { type: 'broken' }, { text: payload })
  build.evidence(claim, payload, { url: payload, archivedUrl: payload, accessed: payload, quote: payload })
  const other = build.claim(source, 'Second')
  build.relation(claim, 'contradicts', other)
  const explanation = {
    reason: payload,
    resolved: [{ quote: payload, value: payload }],
    arithmetic: [payload],
    assumptions: [payload],
    settle: payload,
  }
  build.finding(
    [
      [source, payload],
      [source, 'Second'],
    ],
    { message: payload, explanation },
  )
  build.decide(build.finding([[source, payload]], { message: payload }), 'dismissed', payload)
  return build
}

/** A claim on a range, moved inside the text; a range that would cut a character is left out. */
function claimWithin(
  build: CaseBuilder,
  source: Parameters<CaseBuilder['claim']>[0],
  start: number,
  end: number,
): void {
  const { length } = build.textOf(source).text
  try {
    build.claimAt(source, Math.min(start, length - 1), Math.min(end, length))
  } catch {
    return
  }
}
