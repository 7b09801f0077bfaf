import { describe, expect, it } from 'vitest'
import { decodeHtml } from '../../../../electron/workers/import/decode.js'
import { previewFile } from '../../../../electron/workers/import/parse-file.js'
import { encoded, fileOf, refusal } from './file-bytes.js'

const page = (head: string, body: string): string =>
  `<!doctype html><html><head>${head}</head><body><p>${body}</p></body></html>`
const russian = 'Пожар на мельнице начался в ночь на третье марта и продолжался шесть дней.'
const meta = (charset: string): string => `<meta charset="${charset}">`

const read = (text: string, encoding: string) => {
  const { encoding: found, sure, text: decoded } = decodeHtml(encoded(text, encoding), 'a.html', null)
  return { found, sure, isRight: decoded === text }
}

describe('the encoding of a web page', () => {
  it.each(['utf-16le', 'utf-16be'])('is told by its NUL bytes: %s without a mark', async (encoding) => {
    const text = page('<title>Fire</title>', russian)
    expect(read(text, encoding)).toEqual({ found: encoding, sure: true, isRight: true })
    const preview = await previewFile(fileOf('unnamed', encoded(text, encoding)))
    expect(preview).toMatchObject({ mediaType: 'text/html', encoding, encodingIsSure: true })
    expect(preview.record.title).toBe('Fire')
  })

  it('is to be confirmed for a text without tags, whose NUL bytes tell less', () => {
    expect(read('The mill burned.', 'utf-16le')).toEqual({ found: 'utf-16le', sure: false, isRight: true })
  })

  it.each([
    ['an odd number of bytes', Uint8Array.from([...encoded('<p>a', 'utf-16le'), 0x61])],
    ['NUL in both places', Uint8Array.from([0x3c, 0, 0x70, 0, 0, 0x3e, 0, 0x61])],
    ['half of a pair', Uint8Array.from([...encoded('<p>abc', 'utf-16le'), 0x00, 0xd8, 0x61, 0])],
  ])('is none for bytes with %s', (_what, bytes) => {
    expect(refusal(() => decodeHtml(bytes, 'a.html', null)).kind).toBe('unsupported')
  })

  it('is what the page declares, where every byte fits', () => {
    expect(read(page(meta('windows-1251'), russian), 'windows-1251')).toEqual({
      found: 'windows-1251',
      sure: true,
      isRight: true,
    })
    const xml = `<?xml version="1.0" encoding="koi8-r"?>${page('', russian)}`
    expect(read(xml, 'koi8-r')).toEqual({ found: 'koi8-r', sure: true, isRight: true })
  })

  it('is to be confirmed where bytes do not fit what the page declares', () => {
    expect(read(page(meta('shift_jis'), russian), 'windows-1251').sure).toBe(false)
    expect(read(page(meta('utf-8'), russian), 'windows-1251').sure).toBe(false)
    const unused = page(meta('windows-1252'), 'The \u0081 mill')
    expect(decodeHtml(encoded(unused, 'latin1'), 'a.html', null).sure).toBe(false)
  })

  it('is UTF-8 where the bytes are, whatever the page declares', () => {
    expect(read(page(meta('windows-1251'), russian), 'utf-8')).toEqual({
      found: 'utf-8',
      sure: true,
      isRight: true,
    })
  })
})
