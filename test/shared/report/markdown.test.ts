import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { reportMarkdown } from '../../../shared/report/markdown.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { CaseBuilder, noteDocument } from './case-builder.js'
import { harbourCase } from './harbour-case.js'

const options = { checker: 'M', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }
const markdownOf = (build: CaseBuilder): string =>
  wholeOf(reportMarkdown(buildReport(build.snapshot, options)))

/** A reader that allows everything a stranger could abuse. */
const reader = new MarkdownIt({ html: true, linkify: true })

describe('the Markdown of a report', () => {
  it('tells the quote, verdict, correction, note and evidence of a claim', () => {
    const text = markdownOf(harbourCase())
    const card = text.slice(text.indexOf('### Claim 1:'), text.indexOf('### Claim 2:'))
    expect(card).toContain('### Claim 1: ≠ Inconsistent\n\n> opened on Tuesday, 14 March 1983\n')
    expect(card).toContain('Proposed wording: opened on Monday, 14 March 1983')
    expect(card).toContain('14 March 1983 was a **Monday**.')
    expect(card).toContain('perpetual calendar (<https://example.org/calendar/1983>)')
    expect(card).toContain('Accessed: 3 February 2026; Grade: B2')
    expect(text).toContain('\\[3\\]The mayor, \\[4\\]Eleanor Whitlock\\[/4 ✓\\], cut the ribbon')
  })

  it.each([
    '<script>alert(1)</script>',
    '<!--',
    '](javascript:alert(1))',
    '![x](https://example.org/x.png)',
    'https://example.org www.example.org a@example.org',
    '# heading',
    '- item',
    '1. item',
    '    code',
    '```',
    '***',
    '&lt;',
    'a\n\n# b\n===',
    '| a | b |',
    '{{< figure src="https://example.org/x.png" >}}',
  ])('shows %j as text', (payload) => {
    const build = new CaseBuilder(payload)
    const source = build.source(
      payload,
      `${payload}. End.`,
      { author: payload, url: `javascript:${payload}` },
      null,
    )
    const claim = build.claim(source, payload, {
      verdict: 'garbled',
      correction: payload,
      claimant: payload,
      tags: [payload],
    })
    build.note(claim, noteDocument(payload), { author: payload })
    build.evidence(claim, payload, { url: `javascript:${payload}`, quote: payload })
    build.finding([[source, payload]], { message: payload })
    const tokens = reader.parse(markdownOf(build), {}).flatMap((token) => [token, ...(token.children ?? [])])
    const kinds = new Set(tokens.map(({ type }) => type))
    for (const kind of [
      'html_block',
      'html_inline',
      'link_open',
      'image',
      'fence',
      'code_block',
      'table_open',
      'hr',
    ]) {
      expect(kinds).not.toContain(kind)
    }
    const headings = tokens.flatMap(({ type, tag }) => (type === 'heading_open' ? [tag] : []))
    expect(headings.join(' ')).toBe('h1 h2 h2 h2 h2 h3 h2 h3 h2 h2 h2 h2 h2 h3 h2 h3 h3 h3 h2 h2')
    const shown = tokens.map(({ type, content }) => (type.startsWith('text') ? content : '')).join('')
    expect(shown).toContain(payload.trim().split('\n')[0]!)
  })

  it('does not double the marks of a passage that is in quotation marks', () => {
    const build = new CaseBuilder()
    build.claim(build.source('Bells', '“The bells rang,” he said.'), '“The bells rang,”', {
      verdict: 'contradicted',
      correction: '“No bell rang,”',
    })
    const text = markdownOf(build)
    expect(text).toContain('‘“The bells rang,”’. Proposed wording: ‘“No bell rang,”’')
    expect(text).not.toMatch(/““|””/)
  })

  it('names the day once of work that was done on one', () => {
    const build = new CaseBuilder()
    build.source('Bells', 'The bells rang.')
    expect(markdownOf(build)).toMatch(/^- Work recorded: [^–]+$/m)
  })

  it('says in words what an empty case lacks', () => {
    expect(markdownOf(new CaseBuilder('Untitled'))).toContain('## Claims\n\nNo claims have been marked yet.')
  })
})
