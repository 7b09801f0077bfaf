import type { AppError } from '../ipc/result.js'
import type { SourceId } from './ids.js'
import type { MediaType } from './source.js'
import type { CarryReport } from './text-replacement.js'

/** One of the texts that a file holds. `start` and `end` are UTF-16 code units of the decoded file. */
export interface TextPart {
  title: string
  start: number
  end: number
  words: number
  /** The first lines, for a person to recognise the text by. */
  excerpt: string
}

/** What a file turned out to be, before anything is stored. */
export interface ReadableFile {
  mediaType: MediaType
  /** An encoding label such as `utf-8` or `windows-1252`. */
  encoding: string
  /** False when the encoding is a guess that a person should confirm. */
  encodingIsSure: boolean
  parts: TextPart[]
  /** Title of the source in this case that has the same original bytes; null when it is new. */
  alreadyIn: string | null
  /** The source in this case that came from a file of the same name with other bytes; null when there is none. */
  newerOf: { id: SourceId; title: string } | null
}

/** A file that waits for a person's decision, or the reason why it cannot be opened. */
export interface ImportPreview {
  id: string
  fileName: string
  outcome: { ok: true; file: ReadableFile } | { ok: false; error: AppError }
}

/** What a text from a file would do to the source whose text it is to replace. */
export interface UpdatePreview {
  text: string
  counts: CarryReport['counts']
}
