import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { parseFile } from '../../../../electron/workers/import/parse-file.js'
import { reportOdt } from '../../../../shared/report/odt.js'
import { buildReport } from '../../../../shared/report/report-model.js'
import { CaseBuilder } from '../../../shared/report/case-builder.js'
import { harbourCase } from '../../../shared/report/harbour-case.js'
import { anyText, oddTexts } from '../../../shared/report/odd-texts.js'
import { wholeParts } from '../../../shared/report/whole-form.js'
import { archiveOf } from '../../workers/written-report.js'

const options = { checker: 'Mercy Okafor', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }

interface Read {
  /** The text of each annotation, by its name. */
  annotations: Map<string, string>
  /** The text between its beginning and its end, as it stands when every change is refused. */
  ranges: Map<string, string>
  outline: string[]
  /** The paragraphs when every change is refused, and when every one is accepted. */
  refused: string[]
  accepted: string[]
  /** Who proposes each change, and when. */
  changes: string[]
}

/** A space that is an element, which the format neither joins with others nor drops. */
const firm = '\uE000'

/** The text of a paragraph: the format joins spaces that stand together and drops them at the ends. */
const asShown = (paragraph: string): string =>
  paragraph.replace(/ +/g, ' ').replace(/^ | $/g, '').replaceAll(firm, ' ')

/** Reads the parts of a document by their elements. Throws where one is no XML. */
function read(build: CaseBuilder): Read {
  const found: Read = {
    annotations: new Map(),
    ranges: new Map(),
    outline: [],
    refused: [],
    accepted: [],
    changes: [],
  }
  for (const [name, content] of wholeParts(reportOdt(buildReport(build.snapshot, options)))) {
    if (name.endsWith('.xml')) new PartReader(found).read(content)
  }
  return found
}

class PartReader {
  readonly #found: Read
  readonly #open = new Set<string>()
  readonly #deleted = new Map<string, string>()
  #annotation: string | null = null
  /** The change that is being described; what it deletes stands in it. */
  #region: string | null = null
  #info: string | null = null
  #inserting: string | null = null
  #paragraph = { refused: '', accepted: '' }

  constructor(found: Read) {
    this.#found = found
  }

  read(xml: string): void {
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) => {
      this.#begin(name, (key) => attributes[key]?.value ?? '')
    })
    parser.on('closetag', ({ name }) => this.#end(name))
    parser.on('text', (text) => this.#say(text))
    parser.write(xml).close()
  }

  #begin(name: string, of: (key: string) => string): void {
    const named = of('office:name')
    if (name === 'office:annotation') this.#annotation = named
    if (name === 'office:annotation-end') this.#open.delete(named)
    if (name === 'office:change-info') this.#info = ''
    if (name === 'text:changed-region') this.#region = of('xml:id')
    if (name === 'text:change-start') this.#inserting = of('text:change-id')
    if (name === 'text:change-end') {
      if (of('text:change-id') !== this.#inserting) throw new Error('Another change ends than began')
      this.#inserting = null
    }
    if (name === 'text:change') this.#say(this.#deleted.get(of('text:change-id'))!, 'refused')
    if (name === 'text:h') this.#found.outline.push(of('text:outline-level'))
    if (name === 'text:s') this.#say(firm.repeat(Number(of('text:c') || 1)))
    if (name === 'text:tab') this.#say('\t')
    if (name === 'text:line-break') this.#say('\n')
    if (/^text:[ph]$/.test(name) && !this.#annotation) this.#paragraph = { refused: '', accepted: '' }
  }

  #end(name: string): void {
    if (name === 'office:annotation') {
      this.#open.add(this.#annotation!)
      this.#annotation = null
    }
    if (name === 'office:change-info') {
      this.#found.changes.push(this.#info!)
      this.#info = null
    }
    if (name === 'text:changed-region') this.#region = null
    if (!/^text:[ph]$/.test(name) || this.#annotation || this.#region) return
    this.#found.refused.push(asShown(this.#paragraph.refused))
    this.#found.accepted.push(asShown(this.#paragraph.accepted))
  }

  #say(text: string, into: 'both' | 'refused' = 'both'): void {
    if (this.#info !== null) this.#info += `${text} `
    else if (this.#annotation) addTo(this.#found.annotations, this.#annotation, text.replaceAll(firm, ' '))
    else if (this.#region) addTo(this.#deleted, this.#region, text.replaceAll(' ', firm))
    else {
      const isOld = this.#inserting === null
      if (isOld) this.#paragraph.refused += text
      if (into === 'both') this.#paragraph.accepted += text
      for (const key of this.#open) if (isOld) addTo(this.#found.ranges, key, text.replaceAll(firm, ' '))
    }
  }
}

function addTo(map: Map<string, string>, key: string, text: string): void {
  map.set(key, (map.get(key) ?? '') + text)
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

  it('says first and uncompressed what it is, as the format asks for', async () => {
    const bytes = await archiveOf(reportOdt(buildReport(harbourCase().snapshot, options)))
    const head = Buffer.from(bytes.slice(0, 90)).toString('latin1')
    expect(head.slice(30)).toMatch(/^mimetypeapplication\/vnd\.oasis\.opendocument\.textPK/)
  })

  it('is read back by the reader of OpenDocument texts, with the text, the headings and the tables', async () => {
    const build = harbourCase()
    for (const claim of build.snapshot.claims) claim.correction = null
    const bytes = await archiveOf(reportOdt(buildReport(build.snapshot, options)))
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
    const bytes = await archiveOf(reportOdt(buildReport(build.snapshot, options)))
    const [source] = await parseFile({ name: 'report.odt', bytes, encoding: null }, null)
    expect(source!.text).toContain('Two before,  two between,\ta tab and one after')
  })

  it('proposes other wording as changes to accept or to refuse, by whole words', async () => {
    const build = new CaseBuilder()
    const source = build.source('Bells', 'The bells rang at noon on Tuesday, 14 March. Nobody slept.')
    build.claim(source, 'on Tuesday, 14 March', { correction: 'on Monday, 14 March' })
    build.claim(source, 'Nobody slept.', { correction: '' })
    const { changes, refused, accepted } = read(build)
    // What goes and what comes in its place are two changes.
    expect(changes).toEqual(Array(3).fill('Mercy Okafor 2026-02-05T16:20:00.000 '))
    expect(refused).toContain('The bells rang at noon on Tuesday, 14 March. Nobody slept.')
    expect(accepted).toContain('The bells rang at noon on Monday, 14 March. ')
    const bytes = await archiveOf(reportOdt(buildReport(build.snapshot, options)))
    const [imported] = await parseFile({ name: 'report.odt', bytes, encoding: null }, null)
    expect(imported!.text).toMatch(/The bells rang at noon on Monday, 14 March\.\s*\n/)
  })

  it('proposes the first of two wordings that overlap, and both of two that only meet', () => {
    const build = new CaseBuilder()
    const source = build.source('Mill', 'The mill burned on Monday\nNobody slept')
    build.claim(source, 'burned on Monday', { correction: 'burned on Friday' })
    build.claim(source, 'Monday', { correction: 'Sunday' })
    build.claim(source, 'The mill burned on Monday', { correction: 'The mill burned on Monday at noon' })
    const { accepted, refused } = read(build)
    expect(refused).toEqual(expect.arrayContaining(['The mill burned on Monday', 'Nobody slept']))
    expect(accepted).toEqual(expect.arrayContaining(['The mill burned on Friday at noon', 'Nobody slept']))
  })

  it('gives the text again when every change is refused, whatever is proposed', () => {
    const wording = fc.array(fc.constantFrom('a', 'the mill', ' ', '  ', '\t', '.', 'noon', '🙂'), {
      maxLength: 6,
    })
    const proposal = fc.record({ from: fc.nat(30), length: fc.integer({ min: 1, max: 12 }), wording })
    const lines = ['  the mill burned  at noon ', 'nobody slept 🙂', ' a ']
    const text = lines.join('\n')
    fc.assert(
      fc.property(fc.array(proposal, { minLength: 1, maxLength: 4 }), (proposals) => {
        const build = new CaseBuilder()
        const source = build.source('Mill', text)
        const whole = (offset: number): number =>
          /[\uDC00-\uDFFF]/.test(text[offset] ?? '') ? offset - 1 : offset
        for (const { from, length, wording } of proposals) {
          const [start, end] = [whole(from), whole(Math.min(from + length, text.length))]
          if (end > start) build.claimAt(source, start, end, { correction: wording.join('') })
        }
        const { refused } = read(build)
        const at = refused.indexOf(lines[0]!)
        expect(refused.slice(at, at + lines.length)).toEqual(lines)
      }),
      { numRuns: 300, examples: [[[{ from: 0, length: 10, wording: ['a', ' ', ' ', 'the mill'] }]]] },
    )
  })

  it('keeps the head of a card on the page of how the claim was judged', () => {
    const parts = wholeParts(reportOdt(buildReport(harbourCase().snapshot, options)))
    const keeping = Array.from(
      parts
        .get('styles.xml')!
        .matchAll(/<style:style style:name="([^"]+)"(?:(?!<\/style:style>).)*fo:keep-with-next="always"/g),
      ([, name]) => name!,
    )
    const card = /outline-level="3">Claim 1: (?:(?!<text:h ).)*/s.exec(parts.get('content.xml')!)![0]
    const styles = Array.from(card.matchAll(/<text:p text:style-name="([^"]+)"/g), ([, name]) => name!)
    expect(keeping).toContain('Heading_20_3')
    expect(styles.slice(0, 3).every((style) => keeping.includes(style))).toBe(true)
    expect(keeping).not.toContain(styles.at(-1))
  })

  it('has lines to sign that are high enough for a hand, on one page', () => {
    const content = wholeParts(reportOdt(buildReport(harbourCase().snapshot, options))).get('content.xml')!
    const height = /style:name="RowToFill".*?style:min-row-height="([\d.]+)cm"/.exec(content)?.[1]
    expect(Number(height)).toBeGreaterThanOrEqual(1.2)
    const table = /<table:table table:name="(\w+)"(?:(?!<table:table ).)*?Signature.*?<\/table:table>/s.exec(
      content,
    )!
    expect(table[0].match(/table:style-name="RowToFill"/g)).toHaveLength(3)
    expect(content).toMatch(
      new RegExp(`style:name="${table[1]}" style:family="table"><[^>]*style:may-break-between-rows="false"`),
    )
  })

  it('has the addresses of evidence as links, and no link to anything but the web', () => {
    const build = new CaseBuilder()
    const claim = build.claim(build.source('Bells', 'The bells rang.'), 'bells', { verdict: 'supported' })
    build.evidence(claim, 'Diary', { url: 'https://example.org/diary' })
    build.evidence(claim, 'Trap', { url: 'javascript:alert(1)' })
    const content = wholeParts(reportOdt(buildReport(build.snapshot, options))).get('content.xml')!
    expect(Array.from(content.matchAll(/xlink:href="([^"]*)"/g), ([, address]) => address)).toEqual([
      'https://example.org/diary',
    ])
    expect(read(build).accepted).toContain('Supports\tDiary; Address: https://example.org/diary')
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
