import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { stet, stetReadInPart } from './stet-process.js'

const wrongDay = 'The mill burned on Monday, 3 March 2021.'
const noSuchDay = 'It burned again on 31 February 2022.'
const clean = 'The mill was rebuilt in 2023.'

interface CheckJson {
  sources: { index: number; file: string; title: string; start: number; end: number }[]
  findings: {
    category: string
    severity: string
    explanation: string
    spans: { source: number; start: number; end: number; quote: string }[]
  }[]
}

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

describe('stet check', () => {
  it('prints each finding with its passages, where they stand, and why', async () => {
    const folder = folderWith({ 'mill.txt': `The mill\n\n${clean}\n${wrongDay}\n` })
    const { code, stdout, stderr } = await stet(folder, ['check', 'mill.txt'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('1. The mill  (mill.txt)')
    expect(stdout).toMatch(/^\[\w+( \w+)*\] weekday-mismatch: /m)
    expect(stdout).toContain('“Monday, 3 March 2021”  (source 1, mill.txt:4)')
    expect(stdout).toContain('3 March 2021 was a Wednesday')
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^1 source, 1 findings: /)
  })

  it('tells what is in order when asked to', async () => {
    const folder = folderWith({ 'mill.txt': 'The mill burned on Wednesday, 3 March 2021.' })
    const plain = await stet(folder, ['check', 'mill.txt', '--format', 'json'])
    expect(JSON.parse(plain.stdout)).not.toHaveProperty('consistent')
    const asked = await stet(folder, ['check', 'mill.txt', '--consistent', '--format', 'json'])
    expect(JSON.parse(asked.stdout)).toMatchObject({
      findings: [],
      consistent: [
        {
          rule: 'weekday-mismatch',
          message: '3 March 2021 was a Wednesday',
          spans: [{ source: 0, start: 19, end: 42, quote: 'Wednesday, 3 March 2021' }],
        },
      ],
    })
    const text = await stet(folder, ['check', 'mill.txt', '--consistent'])
    expect(text.stdout).toContain('[Consistent] weekday-mismatch: 3 March 2021 was a Wednesday')
  })

  it('says of a clean text that nothing was found', async () => {
    const folder = folderWith({ 'clean.txt': clean })
    const { code, stdout } = await stet(folder, ['check', 'clean.txt'])
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^1 source, 0 findings: 0 error, 0 likely/)
  })

  it('gives offsets into the decoded file, however many texts it has and however it is encoded', async () => {
    const decoded = `Erste Ausgabe – “nur ein Anfang”\r\n\r\n${clean}\r\n\r\n________________\r\n\r\nThe 🚒 mill\r\n\r\n${wrongDay}\r\n`
    const otherDay = (text: string): string => text.replace('Monday', 'Friday')
    const folder = folderWith({
      'bom.txt': `\ufeff${decoded}`,
      'wide.txt': new Uint8Array(iconv.encode(otherDay(decoded), 'utf-16le', { addBOM: true })),
    })
    const { stdout } = await stet(folder, ['check', 'bom.txt', 'wide.txt', '--format', 'json'])
    const { sources, findings } = JSON.parse(stdout) as CheckJson
    expect(sources.map(({ file, title }) => [file, title])).toEqual([
      ['bom.txt', 'Erste Ausgabe – “nur ein Anfang”'],
      ['bom.txt', 'The 🚒 mill'],
      ['wide.txt', 'Erste Ausgabe – “nur ein Anfang”'],
      ['wide.txt', 'The 🚒 mill'],
    ])
    for (const { start, end } of sources) expect(decoded.slice(start, end)).toMatch(/^(Erste|The 🚒)[^_]*\.$/)
    const spans = findings.flatMap((finding) =>
      finding.category === 'weekday-mismatch' ? finding.spans : [],
    )
    expect(spans.map(({ source }) => source)).toEqual([1, 3])
    expect(spans.map(({ quote }) => quote)).toEqual(['Monday, 3 March 2021', 'Friday, 3 March 2021'])
    for (const { source, start, end, quote } of spans) {
      expect((source === 1 ? decoded : otherDay(decoded)).slice(start, end)).toBe(quote)
    }
  })

  it('explains in JSON what it explains in words', async () => {
    const folder = folderWith({ 'mill.txt': `${wrongDay} ${noSuchDay}` })
    const { stdout } = await stet(folder, ['check', '--format=json', 'mill.txt'])
    const { findings } = JSON.parse(stdout) as CheckJson
    expect(findings.map(({ category }) => category).sort()).toEqual(['impossible-date', 'weekday-mismatch'])
    for (const { explanation, severity } of findings) {
      expect(explanation).not.toBe('')
      expect(['error', 'likely', 'check']).toContain(severity)
    }
  })

  it('checks texts against one another', async () => {
    const folder = folderWith({
      'a.txt': 'The mill\n\nThe fire of 1987 killed 12 people in the mill at Brandsby.',
      'b.txt': 'The mill again\n\nThe fire of 1987 killed 12 people in the mill at Brandsby.',
    })
    const { stdout } = await stet(folder, ['check', 'a.txt', 'b.txt', '--format', 'json'])
    expect((JSON.parse(stdout) as CheckJson).sources).toHaveLength(2)
  })

  it('settles relative dates by the date of publication', async () => {
    const folder = folderWith({ 'a.txt': 'The council met yesterday to hear of the fire.' })
    const found = async (...options: string[]): Promise<string[]> => {
      const { stdout } = await stet(folder, ['check', 'a.txt', '--format', 'json', ...options])
      return (JSON.parse(stdout) as CheckJson).findings.map(({ category }) => category)
    }
    expect(await found()).toEqual(['undated-relative'])
    expect(await found('--published', '2021-03-05')).toEqual([])
  })
})

describe('the exit code of stet check', () => {
  const files = { 'wrong.txt': noSuchDay, 'clean.txt': clean }

  it.each([
    [['check', 'wrong.txt'], 0],
    [['check', 'wrong.txt', '--fail-on', 'error'], 1],
    [['check', 'wrong.txt', '--fail-on', 'check'], 1],
    [['check', 'clean.txt', '--fail-on', 'check'], 0],
  ])('of %j is %i', async (args, code) => {
    expect(await stet(folderWith(files), args)).toMatchObject({ code, stderr: '' })
  })

  it('is 0 where all that was found is less grave', async () => {
    const folder = folderWith({ 'a.txt': 'The council met yesterday. It met again next week.' })
    const { stdout } = await stet(folder, ['check', 'a.txt', '--format', 'json'])
    const severities = (JSON.parse(stdout) as CheckJson).findings.map(({ severity }) => severity)
    expect(severities).not.toHaveLength(0)
    expect(severities).not.toContain('error')
    expect((await stet(folder, ['check', 'a.txt', '--fail-on', 'error'])).code).toBe(0)
  })
})

describe('stet check that cannot be carried out', () => {
  const files = { 'mill.txt': wrongDay, 'empty.txt': '', 'named.txt': '%PDF-1.7' }

  it.each([
    [['check'], 'No file was named'],
    [['check', 'gone.txt'], '“gone.txt” could not be read'],
    [['check', '.'], '“.” is not a file'],
    [['check', 'empty.txt'], '“empty.txt” is empty'],
    [['check', 'named.txt'], '“named.txt” is damaged: its pages cannot be found'],
    [['check', 'mill.txt', '--format', 'xml'], '--format is “text” or “json”'],
    [['check', 'mill.txt', '--fail-on', 'anything'], '--fail-on is “error”, “likely” or “check”'],
    [['check', 'mill.txt', '--published', '2026-02-30'], '--published is a date such as'],
    [['check', 'mill.txt', '--published', '2026-13-01'], '--published is a date such as'],
    [['check', 'mill.txt', '--published', '2026-2-3'], '--published is a date such as'],
    [['check', 'mill.txt', '--shout'], 'stet check --help'],
    [['check', 'mill.txt', '--published'], 'stet check --help'],
    [['constructor'], 'There is no command “constructor”'],
  ])('%j exits with 2 and the reason on standard error alone', async (args, reason) => {
    const { code, stdout, stderr } = await stet(folderWith(files), args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^stet: /)
    expect(stderr).toContain(reason)
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

describe('stet check --batch', () => {
  const line = (id: string, text: string, published?: string): string =>
    JSON.stringify({ id, docs: [{ id: 'd1', text, ...(published ? { published } : {}) }] })

  it('answers each line with a line, in order', async () => {
    const input = [line('a', wrongDay), '', line('b', clean), line('c', noSuchDay)].join('\r\n')
    const { code, stdout } = await stet(temporaryFolder(), ['check', '--batch'], input)
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((answer) => JSON.parse(answer) as BatchLine)
    expect(code).toBe(0)
    expect(answers.map(({ id, findings }) => [id, findings!.map(({ category }) => category)])).toEqual([
      ['a', ['weekday-mismatch']],
      ['b', []],
      ['c', ['impossible-date']],
    ])
    expect(answers[0]!.findings![0]!.spans).toEqual([{ doc: 'd1', start: 19, end: 39 }])
  })

  it('goes on after a line that cannot be answered, and says so with the code 2', async () => {
    const bad = ['not json', '5', 'null', '{"id":"x"}', '{"id":"y","docs":[{"id":"d"}]}']
    const input = [line('a', clean), ...bad, line('b', clean)].join('\n')
    const { code, stdout } = await stet(temporaryFolder(), ['check', '--batch'], input)
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((answer) => JSON.parse(answer) as BatchLine)
    expect(code).toBe(2)
    expect(answers.map(({ id, error }) => [id, typeof error])).toEqual([
      ['a', 'undefined'],
      [null, 'string'],
      [null, 'string'],
      [null, 'string'],
      ['x', 'string'],
      ['y', 'string'],
      ['b', 'undefined'],
    ])
  })

  it('answers nothing to nothing', async () => {
    expect(await stet(temporaryFolder(), ['check', '--batch'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('ends quietly when its reader leaves early', async () => {
    const input = Array.from({ length: 5000 }, (_, index) => line(`${index}`, wrongDay)).join('\n')
    const { code, stdout, stderr } = await stetReadInPart(temporaryFolder(), ['check', '--batch'], input)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('"id":"0"')
  })
})

interface BatchLine {
  id: string | null
  error?: string
  findings?: { category: string; spans: { doc: string; start: number; end: number }[] }[]
}
