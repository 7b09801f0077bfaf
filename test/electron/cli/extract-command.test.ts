import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../temporary-folder.js'
import { stet } from './stet-process.js'

interface DatesJson {
  dates: { start: number; end: number; type: string; value: string; text: string }[]
}

const text =
  'One\n\nIt burned on 3 March 2021.\n\n______\n\nTwo\n\nIt was rebuilt in June 2023, last Friday they said.\n'

function folder(): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'mill.txt'), text)
  return folder
}

describe('stet extract', () => {
  it('gives the dates of all texts of a file, with offsets into it', async () => {
    const { code, stdout } = await stet(folder(), ['extract', 'mill.txt', '--format', 'json'])
    const { dates } = JSON.parse(stdout) as DatesJson
    expect(code).toBe(0)
    expect(dates.map(({ value }) => value)).toEqual(expect.arrayContaining(['2021-03-03', '2023-06']))
    for (const { start, end, text: words } of dates) expect(text.slice(start, end)).toBe(words)
  })

  it('gives quantities, names and quotations too, where they stand in the file', async () => {
    const place = temporaryFolder()
    const file = 'Alpha\n\n______\n\nBeta\n\n“We lost 40 boats,” Anna Berg said.\n'
    writeFileSync(join(place, 'boats.txt'), file)
    const { stdout } = await stet(place, ['extract', 'boats.txt', '--format', 'json'])
    const { quantities, names, quotes } = JSON.parse(stdout) as Record<
      string,
      { start: number; end: number }[]
    >
    const wordsOf = (ranges: { start: number; end: number }[] = []) =>
      ranges.map(({ start, end }) => file.slice(start, end))
    expect(quantities).toMatchObject([{ value: 40, unit: '', noun: 'boat' }])
    expect(wordsOf(quantities)).toEqual(['40'])
    expect(wordsOf(names)).toContain('Anna Berg')
    expect(quotes).toMatchObject([{ text: '“We lost 40 boats,”', speaker: 'Anna Berg' }])
    expect(wordsOf(quotes)).toEqual(['“We lost 40 boats,”'])
  })

  it('prints a date a line', async () => {
    const { stdout } = await stet(folder(), ['extract', 'mill.txt'])
    expect(stdout).toMatch(/^2021-03-03\s+DATE\s+3 March 2021$/m)
    expect(stdout).toMatch(/^2023-06\s+DATE\s+June 2023$/m)
  })

  it('settles relative dates by the date of publication', async () => {
    const { stdout } = await stet(folder(), ['extract', 'mill.txt', '--published', '2023-07-12'])
    expect(stdout).toMatch(/^2023-07-07\s+DATE\s+last Friday$/m)
  })

  it('answers a batch line by line', async () => {
    const input = JSON.stringify({ id: 'a', docs: [{ id: 'd', text: 'On 3 March 2021.' }] })
    const { code, stdout } = await stet(temporaryFolder(), ['extract', '--batch'], `${input}\n{`)
    const [good, bad] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; error?: string })
    expect(code).toBe(2)
    expect(good).toEqual({ id: 'a', dates: [{ start: 3, end: 15, type: 'DATE', value: '2021-03-03' }] })
    expect(bad).toEqual({ id: null, error: 'The line is not JSON' })
  })

  it('takes one file', async () => {
    const { code, stderr } = await stet(folder(), ['extract', 'mill.txt', 'mill.txt'])
    expect([code, stderr]).toEqual([2, 'stet: “stet extract” takes one file at a time.\n'])
  })
})
