import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCase } from '../../../db/case-store.js'
import { parseFile } from '../../../electron/workers/import/parse-file.js'
import { filesIn, temporaryFolder } from '../temporary-folder.js'
import { stet } from './stet-process.js'

const text = 'The mill\n\nThe mill burned on Monday, 3 March 2021, for £38 million.\n'

function folderWithText(): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'mill.txt'), text)
  return folder
}

/** A case file with one source, closed. */
async function caseFile(): Promise<string> {
  const path = join(temporaryFolder(), 'Mill.stet')
  const at = '2026-02-03T09:30:00.000Z'
  const store = createCase(path, { title: 'The mill <fire>', id: 'a-case', at })
  const bytes = new TextEncoder().encode(text)
  const source = await parseFile({ name: 'mill.txt', bytes, encoding: null }, null)
  let last = 0
  const newId = (): string => `00000000-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`
  store.importSources(source, newId, 'Ada', at)
  store.close()
  return path
}

describe('stet report', () => {
  it('writes the report of texts beside the first, and says where', async () => {
    const folder = folderWithText()
    const { code, stdout, stderr } = await stet(folder, [
      'report',
      'mill.txt',
      '--checker',
      'Grace H',
      '--title',
      'Mill & co',
    ])
    const path = join(folder, 'mill - fact-check report.html')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe(`${path}: 1 sources, 0 claims, 1 findings\n`)
    const html = readFileSync(path, 'utf8')
    expect(html).toContain('Mill &#38; co')
    expect(html).toContain('Grace H')
    expect(html).toContain('Monday, 3 March 2021')
    expect(Object.keys(filesIn(folder))).toEqual(['mill - fact-check report.html', 'mill.txt'])
  })

  it('writes the report of a case file, which stays as it was', async () => {
    const path = await caseFile()
    const before = filesIn(dirname(path))
    const output = join(temporaryFolder(), 'out.html')
    const { code, stderr } = await stet(dirname(path), ['report', basename(path), '-o', output])
    expect([code, stderr]).toEqual([0, ''])
    expect(readFileSync(output, 'utf8')).toContain('The mill &#60;fire&#62;')
    expect(filesIn(dirname(path))).toEqual(before)
  })

  it('keeps the date of publication with each text', async () => {
    const folder = folderWithText()
    await stet(folder, ['report', 'mill.txt', '-o', 'out.html', '--published', '2021-03-05'])
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toMatch(/2021-03-05|5 March 2021/)
  })

  it('counts every text of a file that holds several', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'two.txt'), `${text}\n______\n\nA reply\n\nIt did not.\n`)
    expect((await stet(folder, ['report', 'two.txt', '-o', 'out.html'])).stdout).toContain(': 2 sources, ')
  })

  it.each([
    ['md', 'mill - fact-check report.md', /^# Fact-check report: mill/],
    ['odt', 'mill - fact-check report.odt', /^PK.*mimetypeapplication\/vnd\.oasis/s],
    ['md-notes', 'mill - text with notes.md', /^# mill/],
    ['txt', 'mill - text with notes.txt', /^The mill\n===/],
    ['docx', 'mill - fact-check report.docx', /^PK/],
    ['csv', 'mill - claims.csv', /^\uFEFF"Claim","Source"/],
    ['json', 'mill - fact-check report.json', /"format": "stet-report-2"/],
    ['json-ld', 'mill - claims.jsonld', /"type": "AnnotationCollection"/],
    ['csl-json', 'mill - sources.json', /"title": "The mill"/],
    ['ris', 'mill - sources.ris', /TI  - The mill/],
    ['bibtex', 'mill - sources.bib', /title = \{\{The mill\}\}/],
  ])('writes %s when that is asked for', async (format, name, wanted) => {
    const folder = folderWithText()
    const { code, stderr } = await stet(folder, ['export', 'mill.txt', '--format', format])
    expect([code, stderr]).toEqual([0, ''])
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(wanted)
  })

  it('writes claim reviews once it knows who publishes them', async () => {
    const path = await caseFile()
    const args = ['export', path, '--format', 'claim-review', '-o', join(dirname(path), 'out.jsonld')]
    const given = ['--review-url', 'https://example.org/mill', '--review-author', 'The Record']
    expect(await stet(dirname(path), [...args, ...given])).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(readFileSync(join(dirname(path), 'out.jsonld'), 'utf8'))).toEqual([])
  })

  it.each([
    [['report'], 'No case file and no text was named'],
    [['export', 'mill.txt'], 'An export needs --format'],
    [['report', 'mill.txt', '--format', 'docs'], '--format is “html”, “pdf”, “docx”, “odt”, “md”'],
    [['report', 'mill.txt', '--format', 'pdf'], 'needs the program that draws pages'],
    [['report', 'mill.txt', '-o', 'mill.pdf'], 'needs the program that draws pages'],
    [['report', 'mill.txt', '--language', 'fr'], '--language is “en” or “de”'],
    [['report', 'mill.txt', '--withhold', 'all'], '--withhold is “claimants” or “sources”'],
    [['report', 'mill.txt', '--notes', 'some'], '--notes is “all” or “public”'],
    [['report', 'mill.txt', '--claims', 'good'], '--claims is “all”, “judged” or “must-fix”'],
    [['export', 'mill.txt', '--format', 'claim-review'], 'also needs the web address'],
    [['check', 'mill.txt', '--format', 'csv'], '--format is “text” or “json”'],
    [['report', 'gone.txt'], '“gone.txt” could not be read'],
    [['report', 'gone.stet'], 'gone.stet'],
    [['report', 'fake.stet'], 'fake.stet'],
    [['report', 'fake.stet', 'mill.txt'], 'one case file at a time'],
    [['report', 'mill.txt', '-o', 'none/out.html'], '“out.html” could not be written'],
    [['report', 'mill.txt', '-o', 'mill.txt/out.html'], '“out.html” could not be written'],
  ])('%j exits with 2 and the reason, and writes nothing', async (args, reason) => {
    const folder = folderWithText()
    writeFileSync(join(folder, 'fake.stet'), 'This is no case file, though it is called one.')
    const before = filesIn(folder)
    const { code, stdout, stderr } = await stet(folder, args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(reason)
    expect(filesIn(folder)).toEqual(before)
  })

  it('is in the form that the name of its file tells, and as it was asked for', async () => {
    const folder = folderWithText()
    const args = ['--language', 'de', '--withhold', 'sources', '--for', 'outside', '--paper', 'letter']
    expect(await stet(folder, ['report', 'mill.txt', '-o', 'out.md', ...args])).toMatchObject({ code: 0 })
    const text = readFileSync(join(folder, 'out.md'), 'utf8')
    expect(text).toMatch(/^# Prüfbericht: mill/)
    expect(text).toContain('### S1 Quelle 1')
    expect(text).not.toContain('mill.txt')
  })

  it('makes no case file of one that is not there', async () => {
    const folder = temporaryFolder()
    await stet(folder, ['report', 'gone.stet'])
    expect(existsSync(join(folder, 'gone.stet'))).toBe(false)
  })
})
