import { z } from 'zod'
import type { AppError } from '../ipc/result.js'
import type { Outcome } from './case.js'
import { stances, type Stance } from './evidence.js'
import { claimIdSchema, sourceIdSchema, type SourceId } from './ids.js'

/** What a column of a table of claims can hold, as a person reads it. */
export const tableFields = [
  { id: 'quote', label: 'Quote' },
  { id: 'source', label: 'Source' },
  { id: 'paragraph', label: 'Paragraph' },
  { id: 'prefix', label: 'Words before the quote' },
  { id: 'suffix', label: 'Words after the quote' },
  { id: 'id', label: 'Identifier' },
  { id: 'type', label: 'Type' },
  { id: 'claimant', label: 'Claimant' },
  { id: 'event-date', label: 'Event date' },
  { id: 'event-date-inferred', label: 'Event date inferred' },
  { id: 'status', label: 'Status' },
  { id: 'verdict', label: 'Verdict' },
  { id: 'confidence', label: 'Confidence' },
  { id: 'priority', label: 'Priority' },
  { id: 'tags', label: 'Tags' },
  { id: 'correction', label: 'Proposed wording' },
  { id: 'note', label: 'Note' },
  { id: 'public-note', label: 'Public note' },
  { id: 'note-author', label: 'Author of the note' },
  { id: 'assignee', label: 'Assignee' },
  { id: 'evidence-url', label: 'Address of evidence' },
] as const

export type TableField = (typeof tableFields)[number]['id']

export const delimiters = [
  { id: ',', label: 'Comma' },
  { id: ';', label: 'Semicolon' },
  { id: '\t', label: 'Tab' },
  { id: '|', label: 'Bar' },
] as const

export type Delimiter = (typeof delimiters)[number]['id']

const idsOf = <T extends string>(list: readonly { id: T }[]) =>
  z.enum(list.map(({ id }) => id) as [T, ...T[]])

/** How a table is to be read; what is null is found out. `columns` says by index what each holds. */
export const tableReadingSchema = z.strictObject({
  encoding: z.string().max(40).nullable(),
  delimiter: idsOf<Delimiter>(delimiters).nullable(),
  columns: z.array(idsOf<TableField>(tableFields).nullable()).max(200).nullable(),
})

export type TableReading = z.infer<typeof tableReadingSchema>

/** A table that nobody has said anything about yet. */
export const anyReading: TableReading = { encoding: null, delimiter: null, columns: null }

/** A text that the passages of a file stand in, as the file calls it, and the source that it is taken for. */
export interface NamedText {
  key: string
  label: string
  /** How many claims it has. */
  claims: number
  sourceId: SourceId | null
  /** What tells that it is this source: the digest of the text or the file, its identifier, its address, its title. */
  knownBy: 'text' | 'file' | 'identifier' | 'address' | 'title' | null
}

/** A record that is left out, or a value of one; `where` is its place in the file: "row 12". */
export interface Remark {
  where: string
  message: string
}

/** The table behind claims, for a person to say what its columns hold. */
export interface TablePreview {
  encoding: string
  encodingIsSure: boolean
  delimiter: Delimiter
  headings: string[]
  columns: (TableField | null)[]
  /** The first rows, cells cut to what fits. */
  rows: string[][]
  rowCount: number
}

export interface ClaimsPreview {
  kind: 'claims'
  /** "Web annotations", "Hypothesis annotations", "Table". */
  format: string
  count: number
  texts: NamedText[]
  /** The first `mostListed` of `skippedCount`. */
  skipped: Remark[]
  skippedCount: number
  /** What a person should know before importing, each a sentence. */
  notices: string[]
  table: TablePreview | null
}

/** A work as a file of citations tells of it; unknown is null. */
export const citationSchema = z.strictObject({
  title: z.string().min(1).max(1000),
  author: z.string().max(1000).nullable(),
  publisher: z.string().max(1000).nullable(),
  published: z.string().max(100).nullable(),
  url: z.string().max(4000).nullable(),
  accessed: z.string().max(100).nullable(),
  archivedUrl: z.string().max(4000).nullable(),
  /** A language tag. */
  language: z.string().max(35).nullable(),
})

export type Citation = z.infer<typeof citationSchema>

export interface CitationsPreview {
  kind: 'citations'
  format: string
  /** In the order of the file; `sourceId` is the source that it seems to be the record of. */
  citations: { citation: Citation; sourceId: SourceId | null }[]
  /** The first `mostListed` of `skippedCount`. */
  skipped: Remark[]
  skippedCount: number
}

export interface OtherCasePreview {
  kind: 'case'
  title: string
  sources: {
    id: SourceId
    title: string
    claims: number
    /** Claims that are not in this case yet. */
    newClaims: number
    /** The title of the same source in this case; null when it is new. */
    alreadyIn: string | null
  }[]
  notices: string[]
}

/** A report that was saved as a web page, of which a case can be made, or whose claims can be imported. */
export interface ReportPreview {
  kind: 'report'
  /** The title of the case that it is of. */
  title: string
  /** When it was made, an instant, and by which program. */
  madeAt: string
  program: string
  /** Whether the file is as it was saved; `none` where it has no seal that could tell. */
  seal: 'unaltered' | 'altered' | 'none'
  sources: number
  count: number
  /** What a case that is made of it would not have, each a sentence. */
  notices: string[]
  /** Its claims for the case that is open; null where none is. */
  claims: ClaimsPreview | null
}

/** A file of claims, citations or sources that waits for a person's decision, or the reason why it cannot be read. */
export interface RecordsPreview {
  id: string
  fileName: string
  outcome:
    | { ok: true; records: ClaimsPreview | CitationsPreview | OtherCasePreview | ReportPreview }
    | {
        ok: false
        error: AppError
        /** Whether it can still be opened as any web page. */
        isPage?: boolean
      }
}

const pendingId = z.string().max(64)

/** Which source each text of a file is taken for, by the text's key; texts that are not among them are left out. */
export const textsChoiceSchema = z.strictObject({
  id: pendingId,
  sources: z.array(z.strictObject({ key: z.string().max(8000), sourceId: sourceIdSchema })).max(5000),
})

export const recordsChoiceSchema = z.discriminatedUnion('kind', [
  textsChoiceSchema.extend({ kind: z.literal('claims'), keepOrphans: z.boolean() }),
  z.strictObject({
    kind: z.literal('citations'),
    id: pendingId,
    /** What is done with the citation at `index`: it becomes a source's record, or evidence of a claim. */
    uses: z
      .array(
        z.discriminatedUnion('as', [
          z.strictObject({ as: z.literal('record'), index: z.int().nonnegative(), sourceId: sourceIdSchema }),
          z.strictObject({
            as: z.literal('evidence'),
            index: z.int().nonnegative(),
            claimId: claimIdSchema,
            stance: idsOf<Stance>(stances),
          }),
        ]),
      )
      .min(1)
      .max(5000),
  }),
  z.strictObject({
    kind: z.literal('case'),
    id: pendingId,
    sourceIds: z.array(sourceIdSchema).min(1).max(5000),
  }),
])

export type TextsChoice = z.infer<typeof textsChoiceSchema>
export type RecordsChoice = z.infer<typeof recordsChoiceSchema>
export type CitationUse = Extract<RecordsChoice, { kind: 'citations' }>['uses'][number]

/** Where the claims of a file would stand. Lists are cut at `mostListed`; `counts` are not. */
export interface PlacesPreview {
  counts: PlaceCounts
  /** Found by search, with other words than the quote or elsewhere than recorded. */
  searched: { where: string; quote: string; found: string; source: string }[]
  orphans: { where: string; quote: string; source: string }[]
  /** Values that could not be taken over, such as an assignee whom the case does not know. */
  remarks: Remark[]
}

/** `exact`: the same words; `searched`: found with other words; `there`: in the case already; `unplaced`: no source chosen. */
export interface PlaceCounts {
  exact: number
  searched: number
  orphan: number
  there: number
  unplaced: number
}

export const mostListed = 300

/** What an import did. */
export interface RecordsImported extends Outcome {
  /** For a person: "Imported 12 claims." */
  message: string
  added: SourceId[]
}
