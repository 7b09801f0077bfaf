import type { Node } from 'prosemirror-model'
import type { SourceImport } from '../../../shared/domain/case.js'
import type { ReadableFile, TextPart } from '../../../shared/domain/import-preview.js'
import { plainTextOf } from '../../../shared/document/text-offsets.js'
import { asName, sourceRecord } from './found-record.js'
import type { FileBytes } from './file-bytes.js'
import { openFile } from './open-file.js'
import type { OpenedFile } from './opened-file.js'

/** What a file holds, for a person to decide on. Throws as `openFile` does. */
export async function previewFile(file: FileBytes): Promise<Omit<ReadableFile, 'alreadyIn' | 'newerOf'>> {
  const opened = await openFile(file)
  const { mediaType, encoding, encodingIsSure, notices, partsAre } = opened
  const record = opened.record(opened.parts.length === 1 ? opened.parts[0]! : null)
  const parts = opened.parts.map((part) => previewPart(opened, part, file.name))
  const comments = opened.comments(null, opened.text).length
  const { changes } = opened
  return { mediaType, encoding, encodingIsSure, record, notices, partsAre, parts, changes, comments }
}

/**
 * The sources of a file: the chosen parts by index, or, with `chosen` null, the whole as one. Each has its comments when they
 * are wanted.
 */
export async function parseFile(
  file: FileBytes,
  chosen: readonly number[] | null,
  withComments = false,
): Promise<SourceImport[]> {
  const opened = await openFile(file)
  const { parts, mediaType, encoding } = opened
  const all = { start: 0, end: opened.text.length }
  const wanted = chosen ? chosen.map((index) => parts[index]).filter((part) => part !== undefined) : [null]
  return wanted.map((part) => {
    const document = opened.document(part)
    const { start, end } = part ?? all
    const text = plainTextOf(document)
    const isRejected = opened.changes?.read === 'rejected'
    return {
      record: sourceRecord(opened.record(part), titleOf(opened, part, file.name)),
      fileName: file.name,
      mediaType,
      encoding,
      original: file.bytes,
      partStart: start,
      partEnd: end,
      text,
      document: document.toJSON() as unknown,
      ...(isRejected && { reading: 'Read with its tracked changes rejected' }),
      ...(withComments && { comments: opened.comments(part, text) }),
    }
  })
}

/**
 * What the file calls itself, unless it holds several texts; else its first heading, else its first line, and the file's name
 * where that is no title.
 */
function titleOf(opened: OpenedFile, part: OpenedFile['parts'][number] | null, name: string): string {
  return asName(titleSaid(opened, part, name)) || 'Untitled'
}

function titleSaid(opened: OpenedFile, part: OpenedFile['parts'][number] | null, name: string): string {
  const { parts, mediaType } = opened
  const first = (part ?? parts[0])?.title
  const isText = mediaType === 'text/plain' || mediaType === 'text/markdown'
  const called = isText || !part || parts.length === 1 ? opened.record(part).title : null
  if (called) return called
  if (part && parts.length > 1) return first || titleFromName(name)
  if (mediaType === 'text/vtt' || mediaType === 'application/x-subrip') return titleFromName(name)
  return (isText ? null : firstHeading(opened.document(part))) || first || titleFromName(name)
}

function firstHeading(document: Node): string | null {
  let heading: string | null = null
  document.descendants((node) => {
    if (node.type.name === 'heading') heading ??= node.textContent.replace(/\s+/g, ' ').slice(0, 300)
    return heading === null && !node.isTextblock
  })
  return heading
}

function previewPart(opened: OpenedFile, part: OpenedFile['parts'][number], name: string): TextPart {
  const content = opened.text.slice(part.start, part.end)
  const words = content.match(/\S+/g)?.length ?? 0
  const title = titleOf(opened, part, name)
  return {
    start: part.start,
    end: part.end,
    title,
    words,
    record: opened.record(part),
    excerpt: content.trim().replace(/\s+/g, ' ').slice(0, 240),
  }
}

function titleFromName(name: string): string {
  return name.replace(/\.[^.]+$/, '') || name
}
