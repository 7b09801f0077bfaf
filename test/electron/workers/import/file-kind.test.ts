import { describe, expect, it } from 'vitest'
import {
  mediaTypeOf,
  refuseTooLarge,
  refuseUnreadable,
  refuseUnreadableText,
} from '../../../../electron/workers/import/file-kind.js'
import { encoded, refusal } from './file-bytes.js'

const megabyte = 1024 * 1024

describe('the kind of a file', () => {
  it('is Markdown by the ending of its name, else plain text', () => {
    expect(['a.md', 'A.MD', 'a.b.markdown', 'a.mkd'].map(mediaTypeOf)).toEqual(Array(4).fill('text/markdown'))
    expect(['a.txt', 'a', 'md', 'a.md.txt', '.md5'].map(mediaTypeOf)).toEqual(Array(5).fill('text/plain'))
  })

  it.each([
    ['%PDF-1.7\n', 'a PDF document'],
    ['PK\x03\x04rest', 'a zip archive'],
    ['\xd0\xcf\x11\xe0\xa1', 'an old Office document'],
    ['{\\rtf1\\ansi', 'an RTF document'],
    ['SQLite format 3\0', 'an SQLite database'],
    ['\x89PNG\r\n', 'a PNG picture'],
    ['\xff\xd8\xff\xe0', 'a JPEG picture'],
    ['GIF89a', 'a GIF picture'],
    ['\x7fELF', 'a program'],
    ['\x1f\x8b\x08', 'a gzip archive'],
  ])('is what its first bytes say, not its name: %j', (start, label) => {
    const refused = refusal(() => refuseUnreadable(encoded(start, 'latin1'), 'minutes.txt'))
    expect(refused.kind).toBe('unsupported')
    expect(refused.message).toContain(`“minutes.txt” is ${label}`)
    expect(refused.message).toContain('paste')
  })

  it('is text when a known beginning stands further on', () => {
    expect(() => refuseUnreadable(encoded('The file began with %PDF-1.7'), 'a.txt')).not.toThrow()
  })
})

describe('the limits of a file', () => {
  it.each([
    ['a.txt', 20],
    ['a.md', 10],
  ])('of the kind of %s is %i MB', (name, limit) => {
    expect(() => refuseTooLarge(limit * megabyte, name)).not.toThrow()
    const refused = refusal(() => refuseTooLarge(limit * megabyte + 1, name))
    expect(refused.kind).toBe('too-large')
    expect(refused.message).toContain(name)
    expect(refused.message).toContain(
      `limit for ${name === 'a.md' ? 'Markdown' : 'plain text'} is ${limit} MB`,
    )
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
