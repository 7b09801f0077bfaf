import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellValue, csvCell, reportCsv } from '../../../shared/report/csv.js'
import { buildReport } from '../../../shared/report/report-model.js'
import { wholeOf } from '../../../shared/report/pieces.js'
import { CaseBuilder, noteDocument } from './case-builder.js'
import { harbourCase } from './harbour-case.js'

const options = { checker: 'M', generatedAt: '2026-02-05T16:20:00.000Z', program: 'Stet 0.1.0' }

describe('the CSV of a report', () => {
  it('has a head row and a row a claim, with the quote, the note and the evidence', () => {
    const [head, ...rows] = parseCsv(
      wholeOf(reportCsv(buildReport(harbourCase().snapshot, options))).slice(1),
    )
    expect(rows).toHaveLength(14)
    expect(rows.every((row) => row.length === head!.length)).toBe(true)
    const cell = (row: number, label: string): string => rows[row]![head!.indexOf(label)]!
    expect(cell(5, 'Quote')).toMatch(/^It cost £38 million, of which/)
    expect(cell(5, 'Verdict')).toBe('Contradicted')
    expect(cell(5, 'Public notes')).toContain('£38 million was the tender. (M. Okafor)')
    expect(cell(5, 'Evidence')).toContain('Contradicts: Minutes of the meeting of 21 March 1983')
    expect(cell(0, 'Public notes')).toContain('- Programme of the day: “Monday”, no date')
    expect(cell(0, 'Internal notes')).toContain('Ask for it in writing')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', "'=1", "''@x", "'＠x"])(
    'disarms %j',
    (value) => {
      expect(csvCell(value)).toMatch(/^"'/)
      expect(cellValue(csvCell(value).slice(1, -1))).toBe(value)
    },
  )

  it.each([
    ['a;=1+1', "a;'=1+1"],
    ["see;'=1;@x", "see;''=1;'@x"],
    ['two\n=1\r\n-1', "two\n'=1\r\n'-1"],
    ['tab\t＝1', "tab\t'＝1"],
    ['\n=1', "'\n'=1"],
    ['1 - 2 = 3; so - fine', '1 - 2 = 3; so - fine'],
  ])('disarms %j for spreadsheets that part cells otherwise', (value, cell) => {
    expect(csvCell(value)).toBe(`"${cell}"`)
    expect(cellValue(cell)).toBe(value)
  })

  it('leaves an apostrophe before a word alone', () => {
    expect(csvCell("'Twas")).toBe(`"'Twas"`)
  })

  const signs = ['=', '＠', "'", '"', ',', '\r\n', '\n', "'=", ';', ";'-", '\t', '\0', 'so']

  it('gives back what went in', () => {
    const cells = fc.array(fc.oneof(fc.string(), fc.constantFrom(...signs)), { minLength: 1 })
    fc.assert(
      fc.property(cells, (values) => {
        const [row] = parseCsv(`${values.map(csvCell).join(',')}\r\n`)
        expect(row!.map(cellValue)).toEqual(values)
      }),
    )
  })

  it('leaves no part of a cell that could be run', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 8 }), (parts) => {
        const cell = csvCell(parts.join('')).slice(1, -1).replaceAll('""', '"')
        for (const part of cell.split(/[;\t\r\n]/)) expect(part).not.toMatch(/^[=+\-@＝＋－＠]/)
      }),
    )
  })

  it('begins no cell with a formula, whatever sign parts the cells', () => {
    const build = new CaseBuilder('Formulas')
    const bad = "a;=cmd|' /C calc'!A0;b\n+cmd|' /C calc'!A0\t@x"
    const source = build.source(bad, `${bad}. End.`, { author: bad }, null)
    const claim = build.claim(source, bad, {
      correction: bad,
      claimant: bad,
      tags: [bad],
      verdict: 'garbled',
    })
    build.note(claim, noteDocument(bad), { author: bad })
    build.evidence(claim, bad, { quote: bad })
    build.finding([[source, bad]], { message: bad })
    const csv = wholeOf(reportCsv(buildReport(build.snapshot, options)))
    for (const cell of csv.split(/[;,\t\r\n]/)) expect(cell).not.toMatch(/^"?[=+\-@]/)
  })
})

/** Reads RFC 4180 with every cell quoted. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text)
    if (!match) throw new Error('Not CSV')
    rows.at(-1)!.push(match[1]!.replaceAll('""', '"'))
    if (match[2] === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}
