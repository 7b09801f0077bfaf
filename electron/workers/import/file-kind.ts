import { StetError } from '../../../shared/ipc/result.js'
import type { MediaType } from '../../../shared/domain/source.js'

/** Largest file in bytes, and most lines, that is read as each kind. */
const limits: Record<MediaType, { bytes: number; label: string }> = {
  'text/plain': { bytes: 20 * 1024 * 1024, label: 'plain text' },
  'text/markdown': { bytes: 10 * 1024 * 1024, label: 'Markdown' },
}

const mostLines = 2_000_000

/** First bytes of well-known kinds that are no plain text. What a file is counts, not what it is called. */
const foreignStarts: readonly { start: string; label: string }[] = [
  { start: '%PDF-', label: 'a PDF document' },
  { start: 'PK\x03\x04', label: 'a zip archive (as Word and OpenDocument files are)' },
  { start: '\xd0\xcf\x11\xe0', label: 'an old Office document' },
  { start: '{\\rtf', label: 'an RTF document' },
  { start: 'SQLite format 3\0', label: 'an SQLite database' },
  { start: '\x89PNG', label: 'a PNG picture' },
  { start: '\xff\xd8\xff', label: 'a JPEG picture' },
  { start: 'GIF8', label: 'a GIF picture' },
  { start: '\x7fELF', label: 'a program' },
  { start: 'MZ\x90', label: 'a program' },
  { start: '\x1f\x8b', label: 'a gzip archive' },
]

/** Plain text or Markdown, by the name's ending; all other names are read as plain text if their bytes are text. */
export function mediaTypeOf(name: string): MediaType {
  return /\.(md|markdown|mdown|mkd)$/i.test(name) ? 'text/markdown' : 'text/plain'
}

/** Throws `invalid` on an empty file, `too-large` past the limit and `unsupported` on bytes of another kind. */
export function refuseUnreadable(bytes: Uint8Array, name: string): void {
  refuseTooLarge(bytes.byteLength, name)
  if (bytes.byteLength === 0) throw new StetError('invalid', `“${name}” is empty. There is nothing to open.`)
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const foreign = foreignStarts.find((kind) => start.startsWith(kind.start))
  if (foreign) {
    throw new StetError(
      'unsupported',
      `“${name}” is ${foreign.label}. Stet opens plain text and Markdown; copy its text and paste it instead.`,
    )
  }
}

/** Throws `too-large` when a file of this many bytes is past the limit of its kind. */
export function refuseTooLarge(bytes: number, name: string): void {
  const limit = limits[mediaTypeOf(name)]
  if (bytes <= limit.bytes) return
  const size = (bytes / 1024 / 1024).toFixed(bytes < 1024 * 1024 * 100 ? 1 : 0)
  throw new StetError(
    'too-large',
    `“${name}” has ${size} MB; the limit for ${limit.label} is ${limit.bytes / 1024 / 1024} MB. ` +
      'Split it into smaller files and open those.',
  )
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
