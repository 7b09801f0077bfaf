import { z } from 'zod'
import { edtfSchema, keptEdtfSchema } from './edtf.js'
import { webAddressSchema } from './web-address.js'
import { instantSchema, sha256Schema, sourceIdSchema, textVersionIdSchema } from './ids.js'

export const sourceKinds = ['unspecified', 'primary', 'secondary'] as const

/** Admiralty code, first half: how reliable the source is, A (completely) to E (not), F (cannot be judged). */
export const reliabilityGrades = ['A', 'B', 'C', 'D', 'E', 'F'] as const

/** Admiralty code, second half: how credible what it says is, 1 (confirmed) to 5 (improbable), 6 (cannot be judged). */
export const credibilityGrades = ['1', '2', '3', '4', '5', '6'] as const

/** What a source was read from; each with what a person calls it. */
export const mediaTypeLabels = {
  'text/plain': 'plain text',
  'text/markdown': 'Markdown',
  'text/html': 'web page',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'application/vnd.oasis.opendocument.text': 'OpenDocument text',
  'application/rtf': 'RTF document',
  'application/pdf': 'PDF document',
  'application/epub+zip': 'EPUB book',
  'message/rfc822': 'e-mail message',
  'application/x-subrip': 'subtitles (SRT)',
  'text/vtt': 'subtitles (WebVTT)',
} as const

export type MediaType = keyof typeof mediaTypeLabels

export const mediaTypes = Object.keys(mediaTypeLabels) as [MediaType, ...MediaType[]]

/** A web page runs scripts where it is opened, and a message holds pages and attachments. */
const neverOpened: ReadonlySet<MediaType> = new Set(['text/html', 'message/rfc822'])

/** Whether an original of this kind may be handed to the system's own program for it; any can be saved. */
export const canBeOpened = (mediaType: MediaType): boolean => !neverOpened.has(mediaType)

const encoded: ReadonlySet<MediaType> = new Set([
  'text/plain',
  'text/markdown',
  'text/html',
  'message/rfc822',
  'application/x-subrip',
  'text/vtt',
])

/** Whether an original of this kind can be read in another encoding; the other kinds say themselves how letters are kept. */
export const canBeReread = (mediaType: MediaType): boolean => encoded.has(mediaType)

/** Stands for the encoding where the format itself says how its letters are kept. */
export const builtInEncoding = 'built-in'

/** The language tag (BCP 47) that a person meant, as it is spelled: `pt-BR` for `PT-br`. Null for what is not well formed. */
export function languageTagOf(typed: string): string | null {
  try {
    const [tag] = typed.length <= 35 ? Intl.getCanonicalLocales(typed.trim()) : []
    return tag ?? null
  } catch {
    return null
  }
}

const languageTagSchema = z
  .string()
  .refine((tag) => languageTagOf(tag) === tag, 'Not a language tag. Examples: en, de, pt-BR')

/** What a person can say about a source; every field may be unknown (null), none is invented. */
export const sourceRecordSchema = z.strictObject({
  title: z.string().min(1).max(1000),
  author: z.string().max(1000).nullable(),
  publisher: z.string().max(1000).nullable(),
  published: edtfSchema.nullable(),
  url: webAddressSchema.nullable(),
  accessed: edtfSchema.nullable(),
  kind: z.enum(sourceKinds),
  reliability: z.enum(reliabilityGrades).nullable(),
  credibility: z.enum(credibilityGrades).nullable(),
  /**
   * A language tag (BCP 47) such as `en` or `pt-BR`. No such field when it is not known, so that a source of a time before
   * there was one is what it was, with its digest.
   */
  language: languageTagSchema.exactOptional(),
})

/** What an edit of a source sets: some of its fields; null takes the language away. */
export const sourcePatchSchema = sourceRecordSchema.partial().extend({
  language: languageTagSchema.nullable().optional(),
})

/**
 * One text under examination or used as evidence. The untouched original bytes are kept under `originalSha256`; a file
 * that held several texts gives several sources, each with its range [`partStart`, `partEnd`) in UTF-16 code units of
 * the decoded file. A removed source keeps its row (`removedAt`), so that nothing that refers to it is lost.
 */
export const sourceSchema = sourceRecordSchema.extend({
  published: keptEdtfSchema.nullable(),
  accessed: keptEdtfSchema.nullable(),
  id: sourceIdSchema,
  position: z.int().nonnegative(),
  fileName: z.string().max(1000).nullable(),
  mediaType: z.enum(mediaTypes),
  encoding: z.string().max(40),
  originalSha256: sha256Schema,
  partStart: z.int().nonnegative(),
  partEnd: z.int().nonnegative(),
  currentVersionId: textVersionIdSchema,
  createdAt: instantSchema,
  removedAt: instantSchema.nullable(),
})

/** An immutable text of a source. `document` is ProseMirror JSON of the same text; `sha256` is over the text in UTF-8. */
export const textVersionSchema = z.strictObject({
  id: textVersionIdSchema,
  sourceId: sourceIdSchema,
  number: z.int().positive(),
  text: z.string(),
  document: z.unknown(),
  sha256: sha256Schema,
  reason: z.string().nullable(),
  createdAt: instantSchema,
})

export type SourcePatch = z.infer<typeof sourcePatchSchema>
export type SourceRecord = z.infer<typeof sourceRecordSchema>
export type Source = z.infer<typeof sourceSchema>
export type TextVersion = z.infer<typeof textVersionSchema>
