import { describe, expect, it } from 'vitest'
import {
  mediaTypeOf,
  namedWrongly,
  refuseTooLarge,
  refuseUnreadable,
  refuseUnreadableText,
} from '../../../../electron/workers/import/file-kind.js'
import { encoded, refusal } from './file-bytes.js'

const megabyte = 1024 * 1024
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('the kind of a text', () => {
  it.each([
    ['a.md A.MD a.b.markdown a.mkd', 'text/markdown'],
    ['a.txt a md a.md.txt .md5 a.csv', 'text/plain'],
    ['a.html a.htm', 'text/html'],
    ['a.eml', 'message/rfc822'],
    ['a.srt', 'application/x-subrip'],
  ])('is what the ending of its name says: %s', (names, type) => {
    for (const name of names.split(' ')) expect(mediaTypeOf(encoded('words'), name)).toBe(type)
  })
})

describe('the kind of a file', () => {
  it.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['\r\n%PDF-1.4', 'application/pdf'],
    ['{\\rtf1\\ansi', 'application/rtf'],
    ['PK\x03\x04rest', word],
    [`PK\x03\x04${'\0'.repeat(22)}\x08\0\0\0mimetypeapplication/epub+zipPK`, 'application/epub+zip'],
    [
      `PK\x03\x04${'\0'.repeat(22)}\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.textPK`,
      'application/vnd.oasis.opendocument.text',
    ],
    ['<!DOCTYPE html><p>', 'text/html'],
    ['\n<?xml version="1.0"?>\n<!-- a remark --><HTML>', 'text/html'],
    ['WEBVTT\n\n', 'text/vtt'],
    ['Received: by x\r\n\tid 7\r\nFrom: a@b\r\nMessage-ID: <1>\r\n\r\nText', 'message/rfc822'],
  ])('is what its first bytes say, not its name: %j', (start, type) => {
    expect(mediaTypeOf(encoded(start, 'latin1'), 'minutes.txt')).toBe(type)
    expect(namedWrongly('minutes.txt', mediaTypeOf(encoded(start, 'latin1'), 'a'))[0]).toContain(
      'though its name says plain text',
    )
  })

  it.each([
    ['SQLite format 3\0', 'an SQLite database'],
    ['\x89PNG\r\n', 'a PNG picture'],
    ['\xff\xd8\xff\xe0', 'a JPEG picture'],
    ['GIF89a', 'a GIF picture'],
    ['\x7fELF', 'a program'],
    ['\x1f\x8b\x08', 'a gzip archive'],
    ['\xd0\xcf\x11\xe0\xa1', 'an old Office document'],
  ])('is refused when Stet does not open it: %j', (start, label) => {
    const refused = refusal(() => refuseUnreadable(encoded(start, 'latin1'), 'minutes.txt'))
    expect(refused.kind).toBe('unsupported')
    expect(refused.message).toContain(`“minutes.txt” is ${label}`)
    expect(refused.message).toMatch(/paste|save it as/)
  })

  it('is an old or encrypted Word document by its name', () => {
    const refused = refusal(() => mediaTypeOf(encoded('\xd0\xcf\x11\xe0', 'latin1'), 'minutes.docx'))
    expect(refused.message).toContain('an old Word document (.doc) or an encrypted one')
  })

  it('is text when a known beginning stands further on', () => {
    for (const text of ['The file began with %PDF-1.7', 'From: Ada\nTo: Ben\n\nDear Ben', 'See <html>']) {
      expect(mediaTypeOf(encoded(text), 'a.txt')).toBe('text/plain')
    }
  })

  it('is not remarked on when the name promises nothing else', () => {
    expect(namedWrongly('notes', 'application/pdf')).toEqual([])
    expect(namedWrongly('notes.pdf', 'application/pdf')).toEqual([])
  })
})

describe('the limits of a file', () => {
  it.each([
    ['text/plain', 'plain text', 20],
    ['text/markdown', 'Markdown', 10],
    ['text/html', 'web page', 20],
    [word, 'Word document', 50],
    ['application/pdf', 'PDF document', 200],
  ] as const)('of the kind %s (%s) is %i MB', (type, label, limit) => {
    expect(() => refuseTooLarge(limit * megabyte, type, 'a')).not.toThrow()
    const refused = refusal(() => refuseTooLarge(limit * megabyte + 1, type, 'a'))
    expect(refused.kind).toBe('too-large')
    expect(refused.message).toContain(`limit for ${label} is ${limit} MB`)
    expect(refused.message).toContain('Split it')
  })

  it('refuse a file of 50 MB before anything is made of its bytes', () => {
    expect(refusal(() => refuseUnreadable(new Uint8Array(50 * megabyte), 'log.txt'))).toEqual({
      kind: 'too-large',
      message:
        '“log.txt” has 50.0 MB; the limit for plain text is 20 MB. Split it into smaller files and open those.',
    })
  })

  it('refuse an empty file', () => {
    const refused = refusal(() => refuseUnreadable(new Uint8Array(), 'empty.txt'))
    expect(refused).toEqual({ kind: 'invalid', message: '“empty.txt” is empty. There is nothing to open.' })
  })

  it.each([' ', '\n\n\r\n', '\t\u00a0\u3000', '\ufeff', '\u200b\n'])(
    'refuse a text of blank space: %j',
    (text) => {
      const refused = refusal(() => refuseUnreadableText(text, 'blank.txt'))
      expect(refused.kind).toBe('invalid')
      expect(refused.message).toContain('“blank.txt” holds only blank space')
    },
  )

  it('refuse more than two million lines', () => {
    expect(() => refuseUnreadableText(`a${'\n'.repeat(1_999_999)}`, 'a.txt')).not.toThrow()
    const refused = refusal(() => refuseUnreadableText(`a${'\n'.repeat(2_000_000)}`, 'a.txt'))
    expect(refused.kind).toBe('too-large')
    expect(refused.message).toContain('has 2000001 lines')
  })

  it('count the lines of every system', () => {
    for (const lineBreak of ['\r\n', '\r']) {
      const text = `a${lineBreak.repeat(2_000_000)}`
      expect(refusal(() => refuseUnreadableText(text, 'a.txt')).message).toContain('2000001 lines')
    }
  })
})
