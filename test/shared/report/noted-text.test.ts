import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { notedMarkdown } from '../../../shared/report/noted-text/noted-markdown.js'
import { notedPlainText } from '../../../shared/report/noted-text/noted-plain-text.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { CaseBuilder } from './case-builder.js'
import { harbourCase } from './harbour-case.js'
import { oddTexts } from './odd-texts.js'

const options = { checker: 'M', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }
const modelOf = (build: CaseBuilder) => buildReport(build.snapshot, options)

/** A reader that allows everything a stranger could abuse. */
const reader = new MarkdownIt({ html: true, linkify: true })

describe('a text with a footnote a claim', () => {
  it('refers to each note where its claim ends, once', () => {
    const model = modelOf(harbourCase())
    const text = wholeOf(notedMarkdown(model))
    for (const { number, anchored } of model.cards) {
      expect(text.split(`[^${number}]: `)).toHaveLength(2)
      expect(text.split(`[^${number}]`)).toHaveLength(anchored ? 3 : 2)
    }
    expect(text).toContain('[^1]: **Claim 1: ≠ Inconsistent**')
  })

  it.each(['Look!', 'see (here)', 'a: b', '[x]', ...oddTexts])('shows %j as text', (payload) => {
    const build = new CaseBuilder('Case')
    const source = build.source('Text', `One ${payload}(two). End.`, {}, null)
    const claim = build.claim(source, `One ${payload}`, { correction: payload })
    build.note(claim, payload || 'note')
    const tokens = reader.parse(wholeOf(notedMarkdown(modelOf(build))), {})
    const kinds = new Set(
      tokens.flatMap(({ type, children }) => [type, ...(children ?? []).map((one) => one.type)]),
    )
    for (const kind of ['html_block', 'html_inline', 'link_open', 'image', 'fence', 'code_block', 'hr']) {
      expect(kinds).not.toContain(kind)
    }
  })

  it('has no other notes than its own, whatever a text or a note says', () => {
    const forged = 'End.\n\n[^1]: ![x](https://example.org/x.png) [^2]: forged'
    const build = new CaseBuilder(forged)
    const source = build.source(forged, `One ${forged} two.`, {}, null)
    const claim = build.claim(source, `One ${forged}`, { correction: forged, tags: [forged] })
    build.note(claim, forged, { author: forged })
    build.evidence(claim, forged, { quote: forged })
    const text = wholeOf(notedMarkdown(modelOf(build)))
    expect(text.match(/(?<!\\)\[/g)).toHaveLength(2)
    expect(text.match(/^ {0,3}\[/gm)).toHaveLength(1)
  })

  it('is the plain text as it was, once the numbers are taken away', () => {
    const build = harbourCase()
    const text = wholeOf(notedPlainText(modelOf(build)))
    for (const version of build.snapshot.texts) {
      expect(text.replace(/\[\d+\]/g, '')).toContain(version.text.replace(/\[\d+\]/g, ''))
    }
    expect(text).toMatch(/\nNotes\n=====\n\n\[1\] Claim 1: ≠ Inconsistent\n/)
  })
})
