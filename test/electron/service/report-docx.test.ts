import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../../../electron/workers/import/parse-file.js'
import { reportDocx } from '../../../shared/report/docx.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { CaseBuilder } from '../../shared/report/case-builder.js'
import { harbourCase } from '../../shared/report/harbour-case.js'
import { anyText, oddTexts } from '../../shared/report/odd-texts.js'
import { wholeParts } from '../../shared/report/whole-form.js'
import { archiveOf } from '../workers/written-report.js'

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
