import { plainLine } from '../../../shared/domain/plain-line.js'
import { mediaTypeLabels, type MediaType } from '../../../shared/domain/source.js'
import { StetError } from '../../../shared/ipc/result.js'
import { notOpened } from './refusals.js'
import { wideWithoutMark } from './wide-text.js'

const megabyte = 1024 * 1024

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const openDocument = 'application/vnd.oasis.opendocument.text'

/** Largest file that is read as each kind, in megabytes, and the longest that may take, in seconds. */
const limits: Record<MediaType, { megabytes: number; seconds: number }> = {
  'text/plain': { megabytes: 20, seconds: 20 },
  'text/markdown': { megabytes: 10, seconds: 20 },
  'text/html': { megabytes: 20, seconds: 20 },
  [word]: { megabytes: 50, seconds: 20 },
  [openDocument]: { megabytes: 50, seconds: 20 },
  'application/rtf': { megabytes: 50, seconds: 20 },
  'application/pdf': { megabytes: 200, seconds: 60 },
  'application/epub+zip': { megabytes: 50, seconds: 20 },
  'message/rfc822': { megabytes: 50, seconds: 20 },
  'application/x-subrip': { megabytes: 10, seconds: 20 },
  'text/vtt': { megabytes: 10, seconds: 20 },
}

const mostLines = 2_000_000

/** How many bytes from the start of a file tell its kind. */
export const tellingLength = 4096

/** First bytes of well-known kinds that Stet does not open. What a file is counts, not what it is called. */
const foreignStarts: readonly { start: string; label: string }[] = [
  { start: 'SQLite format 3\0', label: 'an SQLite database' },
  { start: '\x89PNG', label: 'a PNG picture' },
  { start: '\xff\xd8\xff', label: 'a JPEG picture' },
  { start: 'GIF8', label: 'a GIF picture' },
  { start: '\x7fELF', label: 'a program' },
  { start: 'MZ\x90', label: 'a program' },
  { start: '\x1f\x8b', label: 'a gzip archive' },
  { start: 'BZh', label: 'a bzip2 archive' },
  { start: '7z\xbc\xaf', label: 'a 7z archive' },
  { start: 'Rar!', label: 'a RAR archive' },
]

/** Endings of names by what they promise. */
const endings: readonly [RegExp, MediaType][] = [
  [/\.(txt|text)$/i, 'text/plain'],
  [/\.(md|markdown|mdown|mkd)$/i, 'text/markdown'],
  [/\.(html?|xhtml|xht)$/i, 'text/html'],
  [/\.(docx|docm|dotx|dotm)$/i, word],
  [/\.(odt|ott)$/i, openDocument],
  [/\.rtf$/i, 'application/rtf'],
  [/\.pdf$/i, 'application/pdf'],
  [/\.epub$/i, 'application/epub+zip'],
  [/\.eml$/i, 'message/rfc822'],
  [/\.srt$/i, 'application/x-subrip'],
  [/\.vtt$/i, 'text/vtt'],
]

/** The kind that a file's name promises; null when its ending says nothing. */
export function promisedType(name: string): MediaType | null {
  return endings.find(([ending]) => ending.test(name))?.[1] ?? null
}

/**
 * What a file is, by its first bytes, and among texts by its name. A zip archive that does not say what it is counts as a
 * Word document until its parts are known. Throws `unsupported` for kinds that Stet does not open.
 */
export function mediaTypeOf(start: Uint8Array, name: string): MediaType {
  const bytes = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, tellingLength))
  const head = bytes.toString('latin1')
  refuseForeign(head, name)
  if (/^[\s\0]*%PDF-/.test(head) || (/\.pdf$/i.test(name) && head.slice(0, 1024).includes('%PDF-')))
    return 'application/pdf'
  if (zipStarts.some((mark) => head.startsWith(mark))) return zipType(head)
  const text = startOfText(bytes)
  if (/^\s*\{\\rtf/.test(text)) return 'application/rtf'
  if (/^WEBVTT(\s|$)/.test(text)) return 'text/vtt'
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]{0,1000}?-->\s*)*<(!doctype html|html)\b/i.test(text))
    return 'text/html'
  if (isMessage(text)) return 'message/rfc822'
  const promised = promisedType(name)
  return promised && textual.has(promised) ? promised : 'text/plain'
}

/** Kinds that have no telling first bytes, so that their name is believed. */
const textual: ReadonlySet<MediaType> = new Set([
  'text/plain',
  'text/markdown',
  'text/html',
  'message/rfc822',
  'application/x-subrip',
])

/** First bytes of a zip archive: its first part, its end when it has none, or the mark of one in several files. */
const zipStarts = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** Archives of these kinds begin with an uncompressed part that names them. */
function zipType(head: string): MediaType {
  const named = head.startsWith('mimetype', 30) ? head.slice(38) : ''
  if (named.startsWith('application/epub+zip')) return 'application/epub+zip'
  return named.startsWith(openDocument) ? openDocument : word
}

function startOfText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = bytes.includes(0) ? wideWithoutMark(bytes.subarray(0, bytes.byteLength & ~1)) : null
  if (wide) return new TextDecoder(wide).decode(bytes)
  return bytes.toString('utf8').replace(/^\ufeff/, '')
}

/** Whether a text begins with the header lines that a mail program writes. */
function isMessage(text: string): boolean {
  const [headers] = text.split(/\r?\n\r?\n/, 1)
  const lines = (headers ?? '').split(/\r?\n/)
  const header = /^([\w-]+:|[ \t])/
  if (!lines.slice(0, -1).every((line) => header.test(line))) return false
  const has = (name: string): boolean => lines.some((line) => line.toLowerCase().startsWith(`${name}:`))
  return has('from') && (has('mime-version') || has('message-id') || has('received'))
}

function refuseForeign(head: string, name: string): void {
  const foreign = foreignStarts.find((kind) => head.startsWith(kind.start))
  if (foreign) throw notOpened(name, `is ${foreign.label}`, `${opened} Copy its text and paste it instead.`)
  if (!head.startsWith('\xd0\xcf\x11\xe0')) return
  if (/\.(doc|dot)x?m?$/i.test(name)) {
    const wayOut =
      'Open it in Word or LibreOffice, with its password if it has one, and save it as .docx without one.'
    throw notOpened(name, 'is an old Word document (.doc) or an encrypted one', wayOut)
  }
  throw notOpened(
    name,
    'is an old Office document',
    'Open it in the program that made it and save it as .docx or .pdf.',
  )
}

/** What Stet opens, as a sentence. */
export const opened =
  'Stet opens plain text, Markdown, web pages, Word (.docx), OpenDocument (.odt), RTF, PDF, EPUB, e-mail (.eml) and subtitles.'

/** Throws `invalid` on an empty file, `too-large` past the limit and `unsupported` on bytes of another kind. */
export function refuseUnreadable(bytes: Uint8Array, name: string): MediaType {
  if (bytes.byteLength === 0) throw new StetError('invalid', `“${name}” is empty. There is nothing to open.`)
  const type = mediaTypeOf(bytes, name)
  refuseTooLarge(bytes.byteLength, type, name)
  return type
}

/** Throws `too-large` when a file of this many bytes is past the limit of its kind. */
export function refuseTooLarge(bytes: number, type: MediaType, name: string): void {
  const limit = limits[type].megabytes
  if (bytes <= limit * megabyte) return
  const size = (bytes / megabyte).toFixed(bytes < megabyte * 100 ? 1 : 0)
  throw new StetError(
    'too-large',
    `“${name}” has ${size} MB; the limit for ${mediaTypeLabels[type]} is ${limit} MB. ` +
      'Split it into smaller files and open those.',
  )
}

/**
 * Whether a file, by its first bytes and its name, is of a kind that can be read. Bytes that are no text of a telling name
 * are not; what else may be wrong with it is only known when it is read.
 */
export function isReadable(bytes: Uint8Array, name: string): boolean {
  try {
    const type = refuseUnreadable(bytes, name)
    return type !== 'text/plain' || promisedType(name) !== null
  } catch {
    return false
  }
}

/** How long a file of this kind may take to read, in milliseconds. */
export function longestReading(type: MediaType): number {
  return limits[type].seconds * 1000
}

/** Throws `too-large` on a text with more lines than an editor can hold, `invalid` on one that is only white space. */
export function refuseUnreadableText(text: string, name: string): void {
  if (!/[^\s\u200b]/.test(text)) {
    throw new StetError('invalid', `“${name}” holds only blank space. There is nothing to open.`)
  }
  let lines = 1
  for (const lineBreak = /\r\n?|\n/g; lineBreak.test(text);) lines += 1
  if (lines > mostLines) {
    throw new StetError(
      'too-large',
      `“${name}” has ${lines} lines; the limit is ${mostLines}. Split it into smaller files.`,
    )
  }
}

/** Says that a file is not what its name promises; empty when it is. */
export function namedWrongly(name: string, type: MediaType): string[] {
  const promised = promisedType(name)
  if (promised === null || promised === type) return []
  return [
    `“${plainLine(name)}” is read as what it is (${mediaTypeLabels[type]}), though its name says ${mediaTypeLabels[promised]}.`,
  ]
}
