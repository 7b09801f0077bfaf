import { describe, expect, it } from 'vitest'
import { openFile } from '../../../../electron/workers/import/open-file.js'
import { previewFile } from '../../../../electron/workers/import/parse-file.js'
import { docxEntries, docxFile, paragraph } from './docx-file.js'
import { fileOf, laterRefusal } from './file-bytes.js'
import { epubFile, odtFile } from './open-document-file.js'
import { pdfFile, wholePdf } from './pdf-file.js'
import { zipFile, type ZipPart } from './zip-file.js'

const megabyte = 1024 * 1024

/** A Word document whose text is replaced by this part. */
function withDocument(part: Partial<ZipPart>): Uint8Array {
  return zipFile(
    docxEntries('').map((entry) => (entry.name === 'word/document.xml' ? { ...entry, ...part } : entry)),
  )
}

const filler: ZipPart[] = Array.from({ length: 5000 }, (_part, index) => ({
  name: `p${index}`,
  content: '',
  method: 0,
}))
const pictures: ZipPart[] = Array.from({ length: 11 }, (_part, index) => ({
  name: `word/media/${index}.png`,
  content: '',
  claims: { uncompressed: 19 * megabyte },
}))
const attributes = Array.from({ length: 3000 }, (_attribute, index) => `a${index}="1"`).join(' ')
const nested = (tag: string, depth: number): string =>
  `<${tag}>`.repeat(depth) + 'x' + `</${tag}>`.repeat(depth)
const encryption = `<encryption><EncryptedData><CipherReference URI="book/text/c%200.xhtml"/></EncryptedData></encryption>`

describe('a file past a limit', () => {
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['tags nested too deeply', 'a.html', nested('div', 600), /nested more than 512 deep/],
    ['too many tags', 'a.html', '<p>x'.repeat(200_001), /more than 200,000 pieces/],
    ['too many attributes', 'a.html', `<p ${attributes}>x</p>`, /more than 1,000 attributes/],
    [
      'too many parts',
      'a.docx',
      zipFile([...docxEntries(paragraph('x')), ...filler]),
      /5,004 parts; the limit is 5,000/,
    ],
    [
      'too much inside',
      'a.docx',
      zipFile([...docxEntries(paragraph('x')), ...pictures]),
      /more than 200 MB when it is unpacked/,
    ],
    [
      'a part that is too large',
      'a.docx',
      withDocument({ content: Buffer.alloc(21 * megabyte), method: 0 }),
      /more than 20 MB in “word\/document.xml”/,
    ],
    [
      'a part packed too well',
      'a.docx',
      withDocument({ content: Buffer.alloc(3 * megabyte, 'a') }),
      /packed more than 100 to 1/,
    ],
    [
      'too many paragraphs',
      'a.docx',
      docxFile(
        Array.from({ length: 100_001 }, (_p, index) => `<w:p w:x="${(index * 7919) % 99991}"/>`).join(''),
      ),
      /100,001 paragraphs/,
    ],
    ['XML nested too deeply', 'a.docx', docxFile(nested('w:sdt', 600)), /nested more than 512 deep/],
    [
      'too many pages',
      'a.pdf',
      pdfFile(Array.from({ length: 2001 }, () => [])),
      /2,001 pages; the limit is 2,000/,
    ],
    ['braces nested too deeply', 'a.rtf', `{\\rtf1 ${'{'.repeat(3000)}x`, /nested more than 2,000 deep/],
  ])('is refused with the limit and the way out: %s', async (_what, name, content, message) => {
    const refused = await laterRefusal(() => openFile(fileOf(name, content)))
    expect(refused).toMatchObject({ kind: 'too-large', message: expect.stringMatching(message) })
    expect(refused.message).toMatch(/^“a\.\w+” .* Split it into smaller files/)
  })
})

describe('a file that is not whole', () => {
  it.each<[string, string, string | Uint8Array]>([
    ['a Word document without its end', 'a.docx', docxFile(paragraph('x')).slice(0, 300)],
    ['a Word document without its text', 'a.docx', zipFile([{ name: 'word/x.xml', content: '' }])],
    ['XML that is not well-formed', 'a.docx', docxFile('<w:p></w:q>')],
    [
      'entities that multiply',
      'a.docx',
      withDocument({
        content: '<!DOCTYPE x [<!ENTITY a "aa">]><w:document><w:body><w:p>&a;</w:p></w:body></w:document>',
      }),
    ],
    [
      'a part that is not what it says',
      'a.docx',
      withDocument({ content: '<x/>', claims: { uncompressed: 9 } }),
    ],
    [
      'an OpenDocument text without its text',
      'a.odt',
      zipFile([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 }]),
    ],
    [
      'a book without its contents',
      'a.epub',
      zipFile([{ name: 'mimetype', content: 'application/epub+zip', method: 0 }]),
    ],
    ['a PDF document without its end', 'a.pdf', wholePdf.slice(0, 80)],
    ['an RTF document without text', 'a.rtf', '{\\rtf1}'],
  ])('is refused as damaged: %s', async (_what, name, content) => {
    const refused = await laterRefusal(() => openFile(fileOf(name, content)))
    expect(refused.kind).toBe('invalid')
    expect(refused.message).toMatch(/^“a\.\w+” is damaged: .* get another copy\.$/)
  })

  it.each<[string, string, string | Uint8Array]>([
    ['a page of scripts', 'a.html', '<html><script>alert(1)</script></html>'],
    ['a document of pictures', 'a.docx', docxFile('<w:p/>')],
  ])('is refused when it has no text: %s', async (_what, name, content) => {
    const refused = await laterRefusal(() => openFile(fileOf(name, content)))
    expect(refused).toEqual({
      kind: 'invalid',
      message: `“${name}” has no text in it. There is nothing to open.`,
    })
  })
})

describe('a file that cannot be read', () => {
  const manifest = {
    name: 'META-INF/manifest.xml',
    content: '<manifest><file-entry><encryption-data/></file-entry></manifest>',
  }
  it.each<[string, string, Uint8Array, RegExp]>([
    ['a scan', 'a.pdf', pdfFile([[], []]), /has no text in its 2 pages: it is a scan.*OCR/],
    ['an encrypted part', 'a.docx', withDocument({ encrypted: true }), /is encrypted.*without one/],
    [
      'an encrypted OpenDocument text',
      'a.odt',
      odtFile('<text:p>x</text:p>', '', [manifest]),
      /protected by a password/,
    ],
    [
      'a copy-protected book',
      'a.epub',
      epubFile(['<p>x</p>'], '', [{ name: 'META-INF/encryption.xml', content: encryption }]),
      /copy-protected/,
    ],
    ['a spreadsheet', 'a.docx', zipFile([{ name: 'xl/workbook.xml', content: '' }]), /is a spreadsheet/],
    ['a zip archive', 'a.txt', zipFile([{ name: 'a.txt', content: 'x' }]), /is a zip archive/],
  ])('is refused by what it is: %s', async (_what, name, content, message) => {
    const refused = await laterRefusal(() => openFile(fileOf(name, content)))
    expect(refused).toMatchObject({ kind: 'unsupported', message: expect.stringMatching(message) })
  })

  it('is read all the same when only its name is wrong', async () => {
    const preview = await previewFile(fileOf('minutes.txt', wholePdf))
    expect(preview.mediaType).toBe('application/pdf')
    expect(preview.notices[0]).toBe(
      '“minutes.txt” is read as what it is (PDF document), though its name says plain text.',
    )
    expect((await previewFile(fileOf('notes.docx', 'Only words.'))).mediaType).toBe('text/plain')
  })
})
