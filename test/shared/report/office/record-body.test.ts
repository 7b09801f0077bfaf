import { describe, expect, it } from 'vitest'
import { CaseBuilder } from '../case-builder.js'
import { harbourCase } from '../harbour-case.js'
import { blocksOf, partNamed, partsOf } from './body-reader.js'

const head = 'd'.repeat(64)

/** The headings of texts, which have the same names, stand above those of records. */
const records = (build: CaseBuilder) => partsOf(build).filter(({ level }) => level === 3)

describe('the record of sources in a report for a word processor', () => {
  it('cites each source in full, with its grade and what identifies its file and its text', () => {
    const build = harbourCase()
    const { lines } = partNamed(records(build), 'S2 Sandmouth Port Authority: minutes, 21 March 1983')
    const version = build.snapshot.texts[1]!
    expect(lines).toEqual([
      'Author: Secretary to the Board',
      'Publisher: Sandmouth Port Authority',
      'Published: 21 March 1983',
      'Kind: Primary source',
      'Grade: A2',
      'Address: https://archive.example.org/sandmouth/minutes/1983-03-21',
      'Accessed: 3 February 2026',
      'File: minutes-1983-03-21.txt (plain text, utf-8)',
      `SHA-256 of the file: ${version.sha256}`,
      expect.stringMatching(/^Text: version 1, 3 February 2026, 09:\d\d UTC, \d+ words$/) as string,
      `SHA-256 of the text: ${version.sha256}`,
    ])
  })

  it('says what is not known', () => {
    const build = new CaseBuilder()
    build.source('Bells', 'The bells rang.', { fileName: null })
    const { lines } = partNamed(records(build), 'S1 Bells')
    expect(lines.slice(0, 6)).toEqual([
      'Author: not known',
      'Publisher: not known',
      'Published: not known',
      'Kind: Not specified',
      'Grade: not graded',
      'File: pasted text (plain text, utf-8)',
    ])
  })
})

describe('the sign-off of a report for a word processor', () => {
  it('has a line for each role, high enough to write in, and says what a signature covers', () => {
    const build = new CaseBuilder()
    build.person('Grace', 'second-reader')
    const log = { entries: [], total: 3, head }
    const { rows, lines } = partNamed(partsOf(build, { material: { coverage: null, log } }), 'Sign-off')
    expect(rows.map(({ Role, Name, Signature }) => [Role, Name, Signature])).toEqual([
      ['Checker', 'M. Okafor', ''],
      ['Second reader', 'Grace', ''],
      ['Editor', '', ''],
    ])
    expect(lines).toEqual([
      'A signature on paper covers the case as it stood on 5 February 2026, 16:20 UTC (dddddddddddddddd).',
    ])
    const tables = blocksOf(build).filter((block) => block.kind === 'table')
    expect(tables.filter(({ isToFill }) => isToFill).map(({ head }) => head[2])).toEqual(['Signature'])
  })

  it('names the digest of what was signed in the case file, and whether it changed since', () => {
    const build = new CaseBuilder()
    const signed = build.sign(build.person('Grace', 'editor'), null, { comment: 'Go' })
    build.snapshot.staleSignOffs.push(signed.id)
    const { rows } = partNamed(partsOf(build), 'Sign-off')
    expect(rows.at(-1)!.Signature).toBe(
      `In the case file (Changed since)\nGo\nSHA-256 ${signed.signedSha256}`,
    )
  })
})

describe('the log of a report for a word processor', () => {
  it('tells who did what when, and the hash of the last entry', () => {
    const entry = { sequence: 3, at: '2026-02-03T09:30:00.000Z', actor: 'Ada', action: 'Add claim' }
    const log = { entries: [entry], total: 3, head }
    const { rows, lines } = partNamed(
      partsOf(new CaseBuilder(), { material: { coverage: null, log } }),
      'Log',
    )
    expect(rows).toEqual([{ 'No.': '3', When: '3 February 2026, 09:30 UTC', Who: 'Ada', What: 'Add claim' }])
    expect(lines).toEqual([`The newest 1 of 3 entries. The last has the hash ${head}.`])
  })

  it('says when nobody asked for it, and when it is empty', () => {
    const said = (log: { entries: []; total: 0; head: null } | null): string[] =>
      partNamed(partsOf(new CaseBuilder(), { material: { coverage: null, log } }), 'Log').lines
    expect(said(null)).toEqual(['The log is not part of this report.'])
    expect(said({ entries: [], total: 0, head: null })).toEqual(['The log has no entries yet.'])
  })
})
