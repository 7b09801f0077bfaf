import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { withRecord } from '../../../../electron/service/reports/pdf-record.js'
import { pdfFile } from '../../workers/import/pdf-file.js'

const record = { title: 'Prüfbericht: Die Brücke', author: 'Ada Löwe & (Söhne)', language: 'de' }

const facts =
  "/Title (The bridge)\n/Creator (Stet 0.1.0)\n/Producer (Skia/PDF m130)\n/CreationDate (D:20260205162000+00'00')"

function printed(catalog = '/Lang (de)'): Uint8Array {
  return pdfFile([[{ y: 700, text: 'The bells rang.' }]], { info: facts, catalog })
}

/** Where the file says that its table is. */
function withEnd(end: string): Uint8Array {
  return Buffer.from(
    Buffer.from(printed())
      .toString('latin1')
      .replace(/startxref\n\d+/, end),
    'latin1',
  )
}

describe('the record of a printed PDF', () => {
  it('names the author beside what the file said before, and says all of it once more as XMP', async () => {
    const pdf = await getDocument({ data: new Uint8Array(withRecord(printed(), record)), verbosity: 0 })
      .promise
    const { info, metadata } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: 'The bridge',
      Author: record.author,
      Creator: 'Stet 0.1.0',
      Language: 'de',
    })
    expect(metadata.get('dc:title')).toBe(record.title)
    expect(metadata.get('dc:creator')).toEqual([record.author])
    expect(metadata.get('xmp:creatortool')).toBe('Stet 0.1.0')
    expect(metadata.get('xmp:createdate')).toBe('2026-02-05T16:20:00Z')
    const { items } = await (await pdf.getPage(1)).getTextContent()
    expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toBe('The bells rang.')
    await pdf.loadingTask.destroy()
  })

  it('is appended: every byte of the file stays where it was', () => {
    const before = printed()
    const after = withRecord(before, record)
    expect(Buffer.from(after.slice(0, before.length)).equals(before)).toBe(true)
    expect(after.length).toBeGreaterThan(before.length)
  })

  it('invents no author', async () => {
    const bytes = withRecord(printed(), { ...record, author: '' })
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
    const { info, metadata } = await pdf.getMetadata()
    expect(info).not.toHaveProperty('Author')
    expect(metadata.get('dc:creator')).toBeNull()
    await pdf.loadingTask.destroy()
  })

  it.each([
    ['says nothing true of its table', withEnd('startxref\n1')],
    ['has XMP already', printed('/Metadata 9 0 R')],
    ['is cut off', printed().subarray(0, -20)],
    ['is no PDF', Buffer.from('The bells rang.')],
  ])('is not added to a file that %s', (_, bytes) => {
    expect(withRecord(bytes, record)).toBe(bytes)
  })
})
