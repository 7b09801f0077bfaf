import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationsBibTex } from '../../../../shared/report/citations/bibtex.js'
import { citedWorks, oneLine, type CitedWork } from '../../../../shared/report/citations/cited-works.js'
import { citationsCslJson } from '../../../../shared/report/citations/csl-json.js'
import { citationsRis } from '../../../../shared/report/citations/ris.js'
import { wholeOf } from '../../../../shared/report/pieces.js'
import { CaseBuilder } from '../case-builder.js'
import { anyText, oddTexts } from '../odd-texts.js'

const work: CitedWork = {
  key: 'S1',
  title: 'Minutes of the Bridge Committee',
  author: 'E. Whitlock',
  publisher: 'County Council',
  published: '1983-03-21',
  url: 'https://example.org/minutes',
  archivedUrl: null,
  accessed: '2026-02-03',
  language: null,
}
const bare: CitedWork = { ...work, author: null, publisher: null, published: null, url: null, accessed: null }
const dates = [
  '1983',
  '1983-03',
  '1983-03-21',
  '1983-03~',
  '198X',
  '1983/1985',
  '1983-21',
  '[1983,1985]',
] as const

const oddWorks = fc.record({
  title: anyText,
  author: fc.option(anyText),
  publisher: fc.option(anyText),
  published: fc.option(fc.constantFrom(...dates)),
  url: fc.option(fc.constantFrom('https://example.org/a?b=c&d={e}#f_%20', 'mailto:a@example.org')),
  archivedUrl: fc.option(fc.constant('https://archive.example.org/1')),
  accessed: fc.option(fc.constantFrom(...dates)),
  language: fc.option(fc.constantFrom('en', 'pt-BR')),
})

const works = fc
  .array(oddWorks, { maxLength: 4 })
  .map((fields) => fields.map((each, index): CitedWork => ({ ...each, key: `S${index + 1}` })))

describe('the works that a case cites', () => {
  it('are its sources in their order, then what evidence cites outside them, each once', () => {
    const build = new CaseBuilder()
    const second = build.source('Second', 'Some text', { position: 2 })
    build.source('First', 'Other text', { position: 1, url: 'https://example.org/' })
    const claim = build.claim(second, 'text')
    build.evidence(claim, 'A log', { url: 'https://example.org/log' })
    build.evidence(claim, 'A log', { url: 'https://example.org/log', stance: 'context' })
    build.evidence(claim, 'Second', { sourceId: second.id, selector: claim.selector })
    build.evidence(claim, 'A log', { url: 'https://example.org/log', author: 'I. Okafor', published: '2021' })
    const works = citedWorks(build.snapshot)
    expect(works.at(-1)).toMatchObject({ author: 'I. Okafor', publisher: null, published: '2021' })
    expect(works.map(({ key, title }) => [key, title])).toEqual([
      ['S1', 'First'],
      ['S2', 'Second'],
      ['E1', 'A log'],
      ['E2', 'A log'],
    ])
  })
})

describe('CSL-JSON', () => {
  const items = (list: readonly CitedWork[]): Record<string, unknown>[] =>
    JSON.parse(wholeOf(citationsCslJson(list))) as Record<string, unknown>[]

  it('has a plain date in parts and the author as typed', () => {
    expect(items([work])).toEqual([
      {
        id: 'S1',
        type: 'webpage',
        title: 'Minutes of the Bridge Committee',
        author: [{ literal: 'E. Whitlock' }],
        publisher: 'County Council',
        issued: { 'date-parts': [[1983, 3, 21]] },
        URL: 'https://example.org/minutes',
        accessed: { 'date-parts': [[2026, 2, 3]] },
      },
    ])
  })

  it('says nothing of what is not known', () => {
    expect(items([bare])).toEqual([{ id: 'S1', type: 'document', title: bare.title }])
  })

  it.each([
    ['1983/1985', { 'date-parts': [[1983], [1985]] }],
    ['1983-03~', { literal: '1983-03~' }],
    ['198X', { literal: '198X' }],
  ])('keeps the date %s', (published, issued) => {
    expect(items([{ ...bare, published }])[0]).toMatchObject({ issued, custom: { 'issued-edtf': published } })
  })

  it('loses nothing and is safe in a script', () => {
    fc.assert(
      fc.property(works, (list) => {
        expect(wholeOf(citationsCslJson(list))).not.toMatch(/[<>&\u2028\u2029]/)
        expect(items(list).map(({ title }) => title)).toEqual(list.map(({ title }) => title))
      }),
      { examples: oddTexts.map((title): [CitedWork[]] => [[{ ...work, title }]]) },
    )
  })
})

describe('RIS', () => {
  it('has a tag a line', () => {
    expect(wholeOf(citationsRis([work])).split('\r\n')).toEqual([
      'TY  - ELEC',
      'ID  - S1',
      'TI  - Minutes of the Bridge Committee',
      'AU  - E. Whitlock',
      'PB  - County Council',
      'PY  - 1983',
      'DA  - 1983/03/21/',
      'UR  - https://example.org/minutes',
      'Y2  - 2026/02/03/',
      'ER  - ',
      '',
      '',
    ])
  })

  it('gives back what went in, on one line, and no text begins a record', () => {
    fc.assert(
      fc.property(works, (list) => {
        const records = readRis(wholeOf(citationsRis(list)))
        expect(records.map((record) => record.get('ID'))).toEqual(list.map(({ key }) => key))
        records.forEach((record, index) => {
          const { title, author, url, published } = list[index]!
          expect(record.get('TI') ?? '').toBe(oneLine(title))
          expect(record.get('AU') ?? '').toBe(oneLine(author ?? ''))
          expect(record.get('UR') ?? null).toBe(url)
          const date = record
            .get('DA')
            ?.replace(/^\/\/\//, '')
            .replace(/\/+$/, '')
            .replaceAll('/', '-')
          expect(date ?? null).toBe(published?.replaceAll('/', '-') ?? null)
        })
      }),
      { examples: oddTexts.map((title): [CitedWork[]] => [[{ ...work, title }]]) },
    )
  })
})

describe('BibTeX', () => {
  it('has an entry a work', () => {
    expect(wholeOf(citationsBibTex([work]))).toBe(
      [
        '@online{S1,',
        '  title = {{Minutes of the Bridge Committee}},',
        '  author = {{E. Whitlock}},',
        '  publisher = {County Council},',
        '  year = {1983},',
        '  month = {3},',
        '  date = {1983-03-21},',
        '  url = {https://example.org/minutes},',
        '  urldate = {2026-02-03},',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('gives back what went in, and no text ends its field', () => {
    fc.assert(
      fc.property(works, (list) => {
        const entries = readBibTex(wholeOf(citationsBibTex(list)))
        expect(entries.map(({ key }) => key)).toEqual(list.map(({ key }) => key))
        entries.forEach(({ fields }, index) => {
          const { title, author, published } = list[index]!
          expect(fields.get('title')).toBe(oneLine(title))
          expect(fields.get('author') ?? '').toBe(oneLine(author ?? ''))
          expect(fields.get('date') ?? null).toBe(published)
        })
      }),
      { examples: oddTexts.map((title): [CitedWork[]] => [[{ ...work, title }]]) },
    )
  })
})

/** Reads RIS line by line; throws on a line that is no tag. */
function readRis(text: string): Map<string, string>[] {
  const records: Map<string, string>[] = []
  for (const line of text.split('\r\n').filter((one) => one !== '')) {
    const [, name, value] = /^([A-Z][A-Z0-9])  - (.*)$/s.exec(line) ?? []
    if (!name) throw new Error(`No tag: ${line}`)
    if (name === 'TY') records.push(new Map())
    records.at(-1)!.set(name, value!)
  }
  return records
}

interface BibTexEntry {
  key: string
  fields: Map<string, string>
}

/** Reads BibTeX by its braces, as TeX counts them: one after a backslash counts too. */
function readBibTex(text: string): BibTexEntry[] {
  const entries: BibTexEntry[] = []
  let at = 0
  while (at < text.length) {
    const head = /@\w+\{(\w+),\n/y
    head.lastIndex = at
    const key = head.exec(text)?.[1]
    if (!key) throw new Error(`No entry at ${at}: ${text.slice(at, at + 40)}`)
    at = head.lastIndex
    const fields = new Map<string, string>()
    const name = / {2}(\w+) = \{/y
    name.lastIndex = at
    for (let field = name.exec(text)?.[1]; field; field = name.exec(text)?.[1]) {
      const end = closingBrace(text, name.lastIndex)
      fields.set(field, plainText(text.slice(name.lastIndex, end)))
      at = end + '},\n'.length
      name.lastIndex = at
    }
    entries.push({ key, fields })
    at += '}\n'.length + (text[at + 2] === '\n' ? 1 : 0)
  }
  return entries
}

function closingBrace(text: string, from: number): number {
  for (let [at, depth] = [from, 1]; at < text.length; at++) {
    if (text[at] === '{') depth++
    if (text[at] === '}' && --depth === 0) return at
  }
  throw new Error('A field does not end')
}

const commands: Record<string, string> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
}

/** What TeX sets for a field: commands are carried out, the braces that group are gone. */
function plainText(value: string): string {
  return value.replace(/\\([a-z]+)\{\}|\\([$&%#_])|[{}]/g, (_, command?: string, character?: string) =>
    command ? commands[command]! : (character ?? ''),
  )
}
