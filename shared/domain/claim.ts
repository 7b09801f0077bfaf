import { z } from 'zod'
import { edtfSchema, keptEdtfSchema } from './edtf.js'
import { claimIdSchema, instantSchema, personIdSchema, sourceIdSchema, textVersionIdSchema } from './ids.js'
import { verdictIdSchema } from './verdict-scale.js'
import { confidences, statuses, type Confidence, type Status } from './verdicts.js'

export const claimTypes = [
  { id: 'event', label: 'Event' },
  { id: 'date', label: 'Date or time' },
  { id: 'quantity', label: 'Number or quantity' },
  { id: 'name', label: 'Name or title' },
  { id: 'quotation', label: 'Quotation' },
  { id: 'attribution', label: 'Attribution' },
  { id: 'place', label: 'Place' },
  { id: 'cause', label: 'Cause or effect' },
  { id: 'comparison', label: 'Comparison' },
  { id: 'other', label: 'Other' },
] as const

export type ClaimType = (typeof claimTypes)[number]['id']

const idsOf = <T extends string>(scale: readonly { id: T }[]) =>
  z.enum(scale.map(({ id }) => id) as [T, ...T[]])

/**
 * Where a quote stands: W3C `TextQuoteSelector` (`exact`, `prefix`, `suffix`) and `TextPositionSelector` (`start`,
 * `end`, in UTF-16 code units of the text version). `text.slice(start, end) === exact` holds for the version it is
 * bound to.
 */
export const selectorSchema = z.strictObject({
  textVersionId: textVersionIdSchema,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
})

/** The fields of a claim that a person sets. */
export const claimFieldsSchema = z.strictObject({
  type: idsOf<ClaimType>(claimTypes),
  claimant: z.string().max(1000).nullable(),
  eventDate: edtfSchema.nullable(),
  eventDateInferred: z.boolean(),
  priority: z.enum(['low', 'normal', 'high']),
  tags: z.array(z.string().min(1).max(100)).max(100),
  status: idsOf<Status>(statuses),
  /** A verdict of the case's scale, or of one that it had before. */
  verdict: verdictIdSchema.nullable(),
  confidence: idsOf<Confidence>(confidences).nullable(),
  /** The wording proposed in place of the quote; null when none is proposed. */
  correction: z.string().max(20_000).nullable(),
})

/** What an edit of a claim sets: some of its fields, and who is to check it (null for nobody). */
export const claimPatchSchema = claimFieldsSchema.partial().extend({
  assigneeId: personIdSchema.nullable().optional(),
})

/** Something checkable that a source says. */
export const claimSchema = claimFieldsSchema.extend({
  eventDate: keptEdtfSchema.nullable(),
  id: claimIdSchema,
  /**
   * Who is to check it; no such field when nobody is named, so that a claim of a time before there were assignees, in a row
   * or in the log, is what it was, with its digest.
   */
  assigneeId: personIdSchema.exactOptional(),
  sourceId: sourceIdSchema,
  selector: selectorSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
})

export type Selector = z.infer<typeof selectorSchema>
export type ClaimFields = z.infer<typeof claimFieldsSchema>
export type ClaimPatch = z.infer<typeof claimPatchSchema>
export type Claim = z.infer<typeof claimSchema>

/** What a new claim says before anyone has judged it. */
export const unjudged: ClaimFields = {
  type: 'other',
  claimant: null,
  eventDate: null,
  eventDateInferred: false,
  priority: 'normal',
  tags: [],
  status: 'unchecked',
  verdict: null,
  confidence: null,
  correction: null,
}

/** Whether a claim's passage could not be found in the current text of its source: it stands in an earlier version. */
export function isOrphan({ selector }: Claim, { currentVersionId }: { currentVersionId: string }): boolean {
  return selector.textVersionId !== currentVersionId
}
