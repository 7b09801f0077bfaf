import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../../../electron/workers/import/parse-file.js'
import { zipArchive } from '../../../electron/workers/zip-archive.js'
import { reportOdt } from '../../../shared/report/odt.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { CaseBuilder } from '../../shared/report/case-builder.js'
import { harbourCase } from '../../shared/report/harbour-case.js'
import { anyText, oddTexts } from '../../shared/report/odd-texts.js'

const options = { checker: 'Mercy Okafor', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }

interface Read {
  /** The text of each annotation, by its name. */
  annotations: Map<string, string>
  /** The text between its beginning and its end. */
  ranges: Map<string, string>
  outline: string[]
}

/** Reads the parts of a document by their elements. Throws where one is no XML. */
function read(build: CaseBuilder): Read {
  const found: Read = { annotations: new Map(), ranges: new Map(), outline: [] }
  for (const { name, content } of reportOdt(buildReport(build.snapshot, options))) {
    if (!name.endsWith('.xml')) continue
    const open = new Set<string>()
    let annotation: string | null = null
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => {
      throw error
    })
    const add = (map: Map<string, string>, key: string, text: string) =>
      map.set(key, (map.get(key) ?? '') + text)
    const say = (text: string): void => {
      if (annotation) add(found.annotations, annotation, text)
      else for (const key of open) add(found.ranges, key, text)
    }
    parser.on('opentag', ({ name, attributes }) => {
      const named = attributes['office:name']?.value
      if (name === 'office:annotation') annotation = named!
      if (name === 'office:annotation-end') open.delete(named!)
      if (name === 'text:h') found.outline.push(attributes['text:outline-level']!.value)
      if (name === 'text:s') say(' '.repeat(Number(attributes['text:c']?.value ?? 1)))
      if (name === 'text:tab') say('\t')
    })
    parser.on('closetag', ({ name }) => {
      if (name !== 'office:annotation') return
      open.add(annotation!)
      annotation = null
    })
    parser.on('text', say)
    parser.write(content).close()
  }
  return found
}

describe('the OpenDocument text of a report', () => {
  it('has an annotation a claim, over just what the claim quotes', () => {
    const build = harbourCase()
    const { cards } = buildReport(build.snapshot, options)
    const { annotations, ranges } = read(build)
    const anchored = cards.filter(({ anchored }) => anchored)
    expect([...annotations.keys()].sort()).toEqual(anchored.map(({ number }) => `claim-${number}`).sort())
    for (const { number, context } of anchored) {
      expect(ranges.get(`claim-${number}`)!.replace(/\s+/g, '')).toBe(context.quote.replace(/\s+/g, ''))
    }
    expect(annotations.get('claim-1')).toContain('Proposed wording: opened on Monday, 14 March 1983')
  })

  it('says first and uncompressed what it is, as the format asks for', () => {
    const bytes = zipArchive(reportOdt(buildReport(harbourCase().snapshot, options)))
    const head = Buffer.from(bytes.slice(0, 90)).toString('latin1')
    expect(head.slice(30)).toMatch(/^mimetypeapplication\/vnd\.oasis\.opendocument\.textPK/)
  })

  it('is read back by the reader of OpenDocument texts, with the text, the headings and the tables', async () => {
    const build = harbourCase()
    const bytes = zipArchive(reportOdt(buildReport(build.snapshot, options)))
    const [source] = await parseFile({ name: 'report.odt', bytes, encoding: null }, null)
    expect(source!.mediaType).toBe('application/vnd.oasis.opendocument.text')
    for (const { text } of build.snapshot.texts) {
      for (const line of text.split('\n').filter((one) => one.trim())) {
        expect(source!.text).toContain(line.trim())
      }
    }
    expect(source!.text).toContain('Sign-off')
    expect(source!.record.author).toBe('Mercy Okafor')
  })

  it('keeps white space that the format would join', async () => {
    const build = new CaseBuilder()
    const text = '  Two before,  two between,\ta tab and one after '
    build.claim(build.source('Spaces', text), 'two between')
    const { ranges } = read(build)
    expect(ranges.get('claim-1')).toBe('two between')
    const bytes = zipArchive(reportOdt(buildReport(build.snapshot, options)))
    const [source] = await parseFile({ name: 'report.odt', bytes, encoding: null }, null)
    expect(source!.text).toContain('Two before,  two between,\ta tab and one after')
  })

  it('stays whole whatever the texts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const build = new CaseBuilder(text || 'Untitled')
        const source = build.source(text || 'Untitled', `Before ${text}. After`, { author: text })
        const claim = build.claim(source, 'Before', { verdict: 'garbled', correction: text })
        build.note(claim, text || 'note', { author: text })
        const { annotations } = read(build)
        const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '')
        expect(letters(annotations.get('claim-1')!)).toContain(letters(text))
      }),
      { examples: oddTexts.map((text): [string] => [text]) },
    )
  })
})
