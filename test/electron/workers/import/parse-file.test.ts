import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../../../electron/workers/import/open-file.js'
import { parseFile, previewFile } from '../../../../electron/workers/import/parse-file.js'
import { sourceRecordSchema } from '../../../../shared/domain/source.js'
import { documentFromJson } from '../../../../shared/document/sections.js'
import { plainTextOf } from '../../../../shared/document/text-offsets.js'
import { anyFile } from '../../../shared/document/texts.js'
import { encoded, fileOf, laterRefusal } from './file-bytes.js'

const threeTexts = [
  'Harbour costs rise',
  '',
  'The board met on 3 March.',
  '',
  '________________',
  '',
  'A reply',
  '',
  'It did not.',
  '',
  '________________',
  '',
  'A note',
].join('\r\n')

it('has no title that turns the letters of a sentence around', async () => {
  const page = '<title>Mill\u202e report\u2067</title><p>The mill burned.'
  const files = {
    'page.html': page,
    'a.txt': 'Mill\u202ereport\n\nThe mill burned.',
    'invoice\u202efdp.srt': '1\n00:00:01,000 --> 00:00:02,000\nHello\n',
  }
  const titles = Object.entries(files).map(async ([name, content]) => {
    const [source] = await parseFile(fileOf(name, content), null)
    return source!.record.title
  })
  expect(await Promise.all(titles)).toEqual(['Mill report', 'Millreport', 'invoicefdp'])
})

describe('the preview of a file', () => {
  it('says what kind and encoding it has, and what texts', async () => {
    const preview = await previewFile(fileOf('costs.txt', threeTexts))
    expect(preview).toMatchObject({ mediaType: 'text/plain', encoding: 'utf-8', encodingIsSure: true })
    expect(preview.parts.map(({ title, words, excerpt }) => ({ title, words, excerpt }))).toEqual([
      { title: 'Harbour costs rise', words: 9, excerpt: 'Harbour costs rise The board met on 3 March.' },
      { title: 'A reply', words: 5, excerpt: 'A reply It did not.' },
      { title: 'A note', words: 2, excerpt: 'A note' },
    ])
  })

  it('says where in the decoded file each text stands', async () => {
    const file = fileOf('costs.txt', threeTexts)
    const { text } = await openFile(file)
    expect((await previewFile(file)).parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Harbour costs rise\r\n\r\nThe board met on 3 March.',
      'A reply\r\n\r\nIt did not.',
      'A note',
    ])
  })

  it('has an excerpt of at most 240 characters', async () => {
    const [part] = (await previewFile(fileOf('long.txt', 'word '.repeat(5000)))).parts
    expect(part!.words).toBe(5000)
    expect(part!.excerpt.length).toBeLessThanOrEqual(240)
  })
})

describe('the sources of a file', () => {
  it('are the chosen texts, each with its own text and the whole file’s bytes', async () => {
    const file = fileOf('costs.txt', threeTexts)
    const sources = await parseFile(file, [2, 0])
    expect(sources.map(({ record, text }) => [record.title, text])).toEqual([
      ['A note', 'A note'],
      ['Harbour costs rise', 'Harbour costs rise\n\nThe board met on 3 March.'],
    ])
    for (const source of sources) {
      expect(source).toMatchObject({ fileName: 'costs.txt', mediaType: 'text/plain', encoding: 'utf-8' })
      expect(source.original).toEqual(file.bytes)
    }
  })

  it('is one with everything when nothing was chosen', async () => {
    const [source, ...others] = await parseFile(fileOf('costs.txt', threeTexts), null)
    expect(others).toEqual([])
    expect(source!.text).toBe(threeTexts.replaceAll('\r\n', '\n'))
    expect([source!.partStart, source!.partEnd]).toEqual([0, threeTexts.length])
  })

  it('are none for texts that the file does not have', async () => {
    expect(await parseFile(fileOf('costs.txt', threeTexts), [3, 99, -1])).toEqual([])
    expect(await parseFile(fileOf('costs.txt', threeTexts), [])).toEqual([])
  })

  it('have nothing invented about them', async () => {
    const [source] = await parseFile(fileOf('costs.txt', threeTexts), [0])
    const { title, kind, ...rest } = source!.record
    expect([title, kind]).toEqual(['Harbour costs rise', 'unspecified'])
    expect(Object.values(rest)).toEqual(Array(7).fill(null))
  })

  it('have what each text says of itself at its head, and the whole nothing that only one says', async () => {
    const file = fileOf(
      'two.txt',
      'Gate fails\nBy Ines Oduya\nPublished: 20 March 2024\n\nIt failed.\n_____\nNo byline\n\nNothing.',
    )
    const ofGate = { author: 'Ines Oduya', published: '2024-03-20' }
    const ofOther = { author: null, published: null }
    expect((await parseFile(file, [0, 1])).map(({ record }) => record)).toMatchObject([ofGate, ofOther])
    expect((await parseFile(file, null))[0]!.record).toMatchObject(ofOther)
    const { record, parts } = await previewFile(file)
    expect([record, ...parts.map((part) => part.record)]).toMatchObject([ofOther, ofGate, ofOther])
  })

  it('have the title and the language that front matter gives', async () => {
    const file = fileOf('post.md', '---\ntitle: The gate\nlang: en_GB\n---\n\n# Another\n\nIt failed.')
    expect((await parseFile(file, null))[0]!.record).toMatchObject({ title: 'The gate', language: 'en-GB' })
    expect((await previewFile(file)).record.title).toBe('The gate')
  })

  it('are read as Markdown when the name says so', async () => {
    const [source] = await parseFile(fileOf('notes.md', '# Costs\n\nIt was **never** so.'), null)
    expect(source).toMatchObject({ mediaType: 'text/markdown', text: 'Costs\n\nIt was never so.' })
    expect(source!.record.title).toBe('Costs')
  })

  it('get their title from the file’s name where the text gives none', async () => {
    expect((await parseFile(fileOf('dots.v2.txt', '…'), null))[0]!.record.title).toBe('dots.v2')
  })

  it('have a text and a document that are the same, and records that a case takes', async () => {
    const names = fc.constantFrom('a.txt', 'a.md')
    await fc.assert(
      fc.asyncProperty(names, anyFile, async (name, content) => {
        fc.pre(/[^\s\u200b\ufeff]/.test(content) && !content.includes('\0'))
        const file = fileOf(name, content)
        const parts = (await previewFile(file)).parts.map((_part, index) => index)
        for (const source of [...(await parseFile(file, null)), ...(await parseFile(file, parts))]) {
          expect(plainTextOf(documentFromJson(source.document))).toBe(source.text)
          expect(sourceRecordSchema.safeParse(source.record).error).toBeUndefined()
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a file that cannot be opened', () => {
  it.each<[string, string, string | Uint8Array, string]>([
    ['is empty', 'a.txt', '', 'invalid'],
    ['is blank', 'a.txt', ' \r\n\t\n', 'invalid'],
    ['is blank but for a byte order mark', 'a.txt', Uint8Array.from([0xef, 0xbb, 0xbf]), 'invalid'],
    ['is binary', 'a.txt', Uint8Array.from([1, 2, 3, 0, 255]), 'unsupported'],
    ['is no whole PDF document', 'a.txt', '%PDF-1.7\n%âãÏÓ', 'invalid'],
    ['is no whole Word document', 'a.txt', encoded('PK\x03\x04\x14\0', 'latin1'), 'invalid'],
    ['has 50 MB', 'a.txt', new Uint8Array(50 * 1024 * 1024), 'too-large'],
    ['has more lines than an editor can hold', 'a.txt', '\n'.repeat(2_000_000) + 'a', 'too-large'],
  ])('and %s is refused, with its name', async (_why, name, content, kind) => {
    for (const read of [previewFile, openFile, (file: ReturnType<typeof fileOf>) => parseFile(file, null)]) {
      const refused = await laterRefusal(() => read(fileOf(name, content)))
      expect(refused.kind).toBe(kind)
      expect(refused.message).toContain(`“${name}”`)
    }
  })

  it('is refused in an encoding that Stet does not know', async () => {
    const file = { ...fileOf('a.txt', 'text'), encoding: 'ebcdic-klingon' }
    expect((await laterRefusal(() => previewFile(file))).kind).toBe('invalid')
  })
})
