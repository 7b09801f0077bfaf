import type { SourceImport } from '../../../shared/domain/case.js'
import type { ReadableFile, TextPart } from '../../../shared/domain/import-preview.js'
import type { MediaType, SourceRecord } from '../../../shared/domain/source.js'
import { documentFromMarkdown } from '../../../shared/document/from-markdown.js'
import { documentFromPlainText } from '../../../shared/document/from-plain-text.js'
import { normaliseText } from '../../../shared/document/normalise.js'
import { splitTexts } from '../../../shared/document/split-texts.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import { decode } from './decode.js'
import { mediaTypeOf, refuseUnreadable, refuseUnreadableText } from './file-kind.js'

/** A file's bytes with the name that a person knows it by; `encoding` is null until someone has named one. */
export interface FileBytes {
  name: string
  bytes: Uint8Array
  encoding: string | null
}

export interface DecodedFile {
  text: string
  encoding: string
  encodingIsSure: boolean
  mediaType: MediaType
}

/** The text of a file. Throws a StetError that names the file, the limit or fault, and the way out. */
export function decodeFile({ name, bytes, encoding }: FileBytes): DecodedFile {
  refuseUnreadable(bytes, name)
  const decoded = decode(bytes, name, encoding)
  refuseUnreadableText(decoded.text, name)
  return {
    text: decoded.text,
    encoding: decoded.encoding,
    encodingIsSure: decoded.sure,
    mediaType: mediaTypeOf(name),
  }
}

/** What a file holds, for a person to decide on. Throws as `decodeFile` does. */
export function previewFile(file: FileBytes): Omit<ReadableFile, 'alreadyIn' | 'newerOf'> {
  const { text, encoding, encodingIsSure, mediaType } = decodeFile(file)
  const parts = splitTexts(text).map((part) => previewPart(text, part))
  return { mediaType, encoding, encodingIsSure, parts }
}

/** The sources of a file: the chosen parts by index, or, with `chosen` null, the whole as one. */
export function parseFile(file: FileBytes, chosen: readonly number[] | null): SourceImport[] {
  const { text, encoding, mediaType } = decodeFile(file)
  const all = splitTexts(text)
  const whole = { start: 0, end: text.length, title: all[0]?.title ?? '' }
  const parts = chosen ? chosen.map((index) => all[index]).filter((part) => part !== undefined) : [whole]
  return parts.map((part) => {
    const document = documentOf(normaliseText(text.slice(part.start, part.end)), mediaType)
    return {
      record: unknownRecord(part.title || titleFromName(file.name)),
      fileName: file.name,
      mediaType,
      encoding,
      original: file.bytes,
      partStart: part.start,
      partEnd: part.end,
      text: plainTextOf(document),
      document: document.toJSON() as unknown,
    }
  })
}

function documentOf(text: string, mediaType: MediaType) {
  return mediaType === 'text/markdown' ? documentFromMarkdown(text) : documentFromPlainText(text)
}

function previewPart(text: string, part: { start: number; end: number; title: string }): TextPart {
  const content = text.slice(part.start, part.end)
  const words = content.match(/\S+/g)?.length ?? 0
  return { ...part, words, excerpt: content.trim().replace(/\s+/g, ' ').slice(0, 240) }
}

function titleFromName(name: string): string {
  return name.replace(/\.[^.]+$/, '') || name
}

/** A source of which nothing is known but a title; nothing is invented. */
function unknownRecord(title: string): SourceRecord {
  return {
    title: title.slice(0, 1000),
    author: null,
    publisher: null,
    published: null,
    url: null,
    accessed: null,
    kind: 'unspecified',
    reliability: null,
    credibility: null,
  }
}
