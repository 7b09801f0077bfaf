import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../../../../electron/workers/import/parse-file.js'
import { reportDocx } from '../../../../shared/report/docx.js'
import { buildReport } from '../../../../shared/report/report-model.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'
import { harbourCase } from '../../../shared/report/harbour-case.js'
import { anyText, oddTexts } from '../../../shared/report/odd-texts.js'
import { wholeParts } from '../../../shared/report/whole-form.js'
import { archiveOf } from '../../workers/written-report.js'

const options = { checker: 'Mercy Okafor', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }

function partsOf(build: CaseBuilder): Map<string, string> {
  return wholeParts(reportDocx(buildReport(build.snapshot, options)))
}

interface Read {
  /** What is proposed to go and to come, in order. */
  deleted: string[]
  inserted: string[]
  /** Which comment answers which. */
  answers: Map<string, string>
  /** The text of each comment, by its id. */
  comments: Map<string, string>
  /** The text that each comment is about. */
  ranges: Map<string, string>
  /** The ids that are referred to, in order. */
  references: string[]
}

/** Reads a document by its elements. Throws where it is no XML. */
function read(parts: Map<string, string>): Read {
  const found: Read = {
    deleted: [],
    inserted: [],
    answers: new Map(),
    comments: new Map(),
    ranges: new Map(),
    references: [],
  }
  const paragraphs = new Map<string, string>()
  let isNew = false
  const open = new Set<string>()
  let comment: string | null = null
  const add = (map: Map<string, string>, id: string, text: string) => map.set(id, (map.get(id) ?? '') + text)
  const parser = new SaxesParser()
  let inText = false
  let isDeleted = false
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const id = attributes['w:id'] as string
    if (name === 'w:comment') comment = id
    if (name === 'w:commentRangeStart') open.add(id)
    if (name === 'w:commentRangeEnd') open.delete(id)
    if (name === 'w:commentReference') found.references.push(id)
    if (name === 'w:p' && comment && attributes['w14:paraId']) {
      paragraphs.set(attributes['w14:paraId'] as string, comment)
    }
    if (name === 'w15:commentEx' && attributes['w15:paraIdParent']) {
      const idOf = (key: string): string => paragraphs.get(attributes[key] as string)!
      found.answers.set(idOf('w15:paraId'), idOf('w15:paraIdParent'))
    }
    if (name === 'w:ins') isNew = true
    inText = name === 'w:t' || name === 'w:delText'
    isDeleted = name === 'w:delText'
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:comment') comment = null
    if (name === 'w:p' && comment) add(found.comments, comment, '\n')
    if (name === 'w:ins') isNew = false
    inText = false
  })
  parser.on('text', (text) => {
    if (!inText) return
    if (comment) add(found.comments, comment, text)
    if (isDeleted) found.deleted.push(text)
    if (isNew) found.inserted.push(text)
    else for (const id of open) add(found.ranges, id, text)
  })
  parser.write(parts.get('word/document.xml')!).close()
  for (const part of ['comments', 'commentsExtended', 'header', 'footer', 'styles', 'numbering']) {
    parser.write(parts.get(`word/${part}.xml`)!).close()
  }
  return found
}

interface Paragraph {
  text: string
  /** By its own properties or by those of its style. */
  keepsNext: boolean
}

const keepingStyles = /^(Heading\d|Passage)$/

function paragraphsOf(xml: string): Paragraph[] {
  const found: Paragraph[] = []
  const parser = new SaxesParser({ fragment: true })
  let inText = false
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:p') found.push({ text: '', keepsNext: false })
    const last = found.at(-1)
    if (
      last &&
      (name === 'w:keepNext' || (name === 'w:pStyle' && keepingStyles.test(attributes['w:val'] as string)))
    ) {
      last.keepsNext = true
    }
    if (last && name === 'w:tab') last.text += '\t'
    inText = name === 'w:t'
  })
  parser.on('closetag', () => {
    inText = false
  })
  parser.on('text', (text) => {
    if (inText) found.at(-1)!.text += text
  })
  parser.write(xml.replace(/^<\?xml[^>]*\?>\s*/, '')).close()
  return found
}

describe('the Word document of a report', () => {
  it('has a thread a claim, over what the claim quotes', () => {
    const build = harbourCase()
    const { cards } = buildReport(build.snapshot, options)
    const { comments, ranges, references, answers } = read(partsOf(build))
    const anchored = cards.filter(({ anchored }) => anchored)
    expect(anchored.length).toBeGreaterThan(10)
    const first = [...comments.keys()].filter((id) => !answers.has(id))
    expect(first.map(Number)).toEqual(anchored.map(({ number }) => number))
    expect([...references].sort()).toEqual([...comments.keys()].sort())
    for (const { number, notes } of anchored) {
      const own = [...answers].flatMap(([id, parent]) =>
        Number(parent) === number ? [comments.get(id)!] : [],
      )
      expect(own).toHaveLength(notes.length)
    }
    for (const { number, context } of anchored) {
      expect(ranges.get(String(number))!.replace(/\s+/g, '')).toBe(context.quote.replace(/\s+/g, ''))
    }
  })

  it('says in a comment what was found, what to write and why', () => {
    const [comment] = read(partsOf(harbourCase())).comments.values()
    expect(comment).toContain('Claim 1: ≠ Inconsistent')
    expect(comment).toContain('Proposed wording: opened on Monday, 14 March 1983')
    expect(comment).toContain('Supports: ')
    expect(comment).toContain('14 March 1983 was a Monday, not a Tuesday.')
  })

  it('is read back by the reader of Word documents, with the text, the headings and the tables', async () => {
    const build = harbourCase()
    for (const claim of build.snapshot.claims) claim.correction = null
    const bytes = await archiveOf(reportDocx(buildReport(build.snapshot, options)))
    const [source] = await parseFile({ name: 'report.docx', bytes, encoding: null }, null)
    expect(source!.mediaType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
    for (const { text } of build.snapshot.texts) {
      for (const line of text.split('\n').filter((one) => one.trim())) {
        expect(source!.text).toContain(line.trim())
      }
    }
    expect(source!.text).toContain('Sign-off')
  })

  it('proposes other wording as changes to accept or to leave, by whole words', async () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang at noon on Tuesday, 14 March. Nobody slept.')
    build.claim(source, 'on Tuesday, 14 March', { correction: 'on Monday, 14 March' })
    build.claim(source, 'Nobody slept.', { correction: '' })
    const { deleted, inserted } = read(partsOf(build))
    expect([deleted, inserted]).toEqual([['Tuesday', 'Nobody slept.'], ['Monday']])
    const bytes = await archiveOf(reportDocx(buildReport(build.snapshot, options)))
    const [accepted] = await parseFile({ name: 'report.docx', bytes, encoding: null }, null)
    expect(accepted!.text).toMatch(/The bells rang at noon on Monday, 14 March\.\s*\n/)
  })

  it('joins two paragraphs where the end of the first is to go', () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang\nand rang.\nNobody slept.')
    build.claim(source, 'rang\nand rang', { correction: 'rang' })
    const paragraphs = partsOf(build)
      .get('word/document.xml')!
      .match(/<w:p>.*?<\/w:p>/gs)!
    const isJoined = (words: string): boolean =>
      /<w:pPr>.*<w:rPr><w:del [^>]*\/><\/w:rPr><\/w:pPr>/.test(paragraphs.find((one) => one.includes(words))!)
    expect([isJoined('The bells '), isJoined('Nobody slept.')]).toEqual([true, false])
  })

  it('keeps the head of a card on the page of how the claim was judged', () => {
    const paragraphs = paragraphsOf(partsOf(harbourCase()).get('word/document.xml')!)
    const at = paragraphs.findIndex(({ text }) => text.startsWith('Claim 1:'))
    const card = paragraphs.slice(at, at + 4)
    expect(card.map(({ text }) => text)).toEqual([
      'Claim 1: ≠ Inconsistent',
      'opened on Tuesday, 14 March 1983',
      'Location\tS1 ¶\u00A02, The bridge that took forty years',
      'Status\tChecked · Date or time · Confidence: High · High priority',
    ])
    expect(card.every(({ keepsNext }) => keepsNext)).toBe(true)
  })

  it('has lines to sign that are high enough for a hand, on one page', () => {
    const xml = partsOf(harbourCase()).get('word/document.xml')!
    const table = /<w:tbl>(?:(?!<w:tbl>).)*?Signature.*?<\/w:tbl>/s.exec(xml)![0]
    const heights = Array.from(
      table.matchAll(/<w:trHeight w:val="(\d+)" w:hRule="atLeast"\/>/g),
      ([, value]) => Number(value),
    )
    // A centimetre is 567 twentieths of a point.
    expect(heights).toHaveLength(3)
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(1.2 * 567)
    expect(paragraphsOf(table).every(({ keepsNext }) => keepsNext)).toBe(true)
  })

  it('has the addresses of evidence as links, and no link to anything but the web', () => {
    const build = new CaseBuilder()
    const claim = build.claim(build.source('Bells', 'The bells rang.'), 'bells', { verdict: 'supported' })
    build.evidence(claim, 'Diary', { url: 'https://example.org/diary?a=1&b=2' })
    build.evidence(claim, 'Trap', { url: 'javascript:alert(1)' })
    const xml = partsOf(build).get('word/document.xml')!
    const links = Array.from(xml.matchAll(/w:instr=" HYPERLINK ([^"]*) "/g), ([, address]) => address)
    expect(links).toEqual(['&quot;https://example.org/diary?a=1&#38;b=2&quot;'])
    expect(paragraphsOf(xml).map(({ text }) => text)).toContain(
      'Supports\tDiary; Address: https://example.org/diary?a=1&b=2',
    )
  })

  it('says in which language its words are', () => {
    const parts = wholeParts(reportDocx(buildReport(harbourCase().snapshot, { ...options, language: 'de' })))
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="de-DE"/>')
    expect(partsOf(harbourCase()).get('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
  })

  it('stays whole whatever the texts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const build = new CaseBuilder(text || 'Untitled')
        const source = build.source(text || 'Untitled', `Before ${text}. After`, { author: text })
        const claim = build.claim(source, 'Before', { verdict: 'garbled', correction: text })
        build.note(claim, text || 'note', { author: text })
        const { comments } = read(partsOf(build))
        expect(comments.size).toBe(2)
        const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '')
        expect(letters(comments.get('1')!)).toContain(letters(text))
        expect(letters(comments.get('2')!)).toContain(letters(text))
      }),
      { examples: oddTexts.map((text): [string] => [text]) },
    )
  })
})
