import type { AppError } from '../ipc/result.js'
import type { SourceId } from './ids.js'
import type { MediaType } from './source.js'
import type { CarryReport } from './text-replacement.js'

/**
 * One of the texts that a file holds. `start` and `end` are UTF-16 code units of the decoded file or, where that is no plain
 * text or Markdown, of the plain text of the whole.
 */
export interface TextPart {
  title: string
  start: number
  end: number
  words: number
  /** What is said of this text. */
  record: FoundRecord
  /** The first lines, for a person to recognise the text by. */
  excerpt: string
}

/** What a file says of itself; null where it says nothing. */
export interface FoundRecord {
  title: string | null
  author: string | null
  publisher: string | null
  /** A date of EDTF. */
  published: string | null
  url: string | null
  /** A language tag such as `en` or `de-AT`. */
  language: string | null
}

/** How the tracked changes of a document are read: the text with all of them accepted, or as it was before them. */
export const changesReadings = ['accepted', 'rejected'] as const
export type ChangesReading = (typeof changesReadings)[number]

/** How many passages one person inserted and deleted; moved ones count as both. `author` is null where none is named. */
export interface ChangesOf {
  author: string | null
  inserted: number
  deleted: number
}

/** What a file turned out to be, before anything is stored. */
export interface ReadableFile {
  mediaType: MediaType
  /** What is said of all of it. */
  record: FoundRecord
  /** What a person should know before adding it: tracked changes, a wrong ending, pages without text. */
  notices: string[]
  /** What `parts` are: texts between rules, or the one article of a web page without what stands around it. */
  partsAre: 'texts' | 'article'
  /** An encoding label such as `utf-8` or `windows-1252`, or `builtInEncoding`. */
  encoding: string
  /** False when the encoding is a guess that a person should confirm. */
  encodingIsSure: boolean
  parts: TextPart[]
  /** The tracked changes of a document, by person, and how they are read; null when it has none or they cannot be chosen. */
  changes: { read: ChangesReading; by: ChangesOf[] } | null
  /** How many comments can be taken over as notes. */
  comments: number
  /** Title of the source in this case that has the same original bytes; null when it is new. */
  alreadyIn: string | null
  /** The source in this case that came from a file of the same name with other bytes; null when there is none. */
  newerOf: { id: SourceId; title: string } | null
}

/** A file that waits for a person's decision, or the reason why it cannot be opened. */
export interface ImportPreview {
  id: string
  fileName: string
  /** The name of the message that this file is attached to; null for a file of its own. */
  attachedTo: string | null
  outcome: { ok: true; file: ReadableFile } | { ok: false; error: AppError }
}

/** What a text from a file would do to the source whose text it is to replace. */
export interface UpdatePreview {
  text: string
  counts: CarryReport['counts']
}
