import { z } from 'zod'
import type { Outcome } from './case.js'
import { sourceIdSchema, textVersionIdSchema, type ClaimId } from './ids.js'

/** A range of a text in UTF-16 code units. */
const rangeSchema = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() })

/**
 * Where the passages of claims and evidence (by their ids) stand in a new text. A passage that is not among them is not
 * there any more.
 */
export const carriedRangesSchema = z.record(z.uuid(), rangeSchema)

export type CarriedRanges = z.infer<typeof carriedRangesSchema>

/** A corrected text of a source, in the place of the version `baseVersionId`. */
export const textCorrectionSchema = z.strictObject({
  sourceId: sourceIdSchema,
  baseVersionId: textVersionIdSchema,
  /** ProseMirror JSON of the new text. */
  document: z.unknown(),
  reason: z.string().trim().min(1).max(1000),
  ranges: carriedRangesSchema,
})

export type TextCorrection = z.infer<typeof textCorrectionSchema>

/**
 * What became of a claim's passage in a new text version: the same words at their place, other words at that place, or
 * not found (an orphan: it stays with the version before).
 */
export type CarryOutcome = 'unchanged' | 'changed' | 'orphan'

export interface CarriedClaim {
  id: ClaimId
  outcome: CarryOutcome
  /** The quote before and, unless it is an orphan, after. */
  before: string
  after: string | null
}

/** What a new text version did to the claims of its source: all counted, those that are not unchanged listed. */
export interface CarryReport {
  counts: Record<CarryOutcome, number>
  claims: CarriedClaim[]
}

export interface TextReplaced extends Outcome {
  report: CarryReport
}

/** What a person sees of a text version in a list. */
export interface VersionInfo {
  id: z.infer<typeof textVersionIdSchema>
  number: number
  reason: string | null
  createdAt: string
  isCurrent: boolean
  /** Whether a correction that was begun on it is unfinished; it was set aside unless the version is the current one. */
  isDrafted: boolean
}
