import { z } from 'zod'

/** Identifiers are lower-case UUIDs, made where a record is created and never reused. */
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'not an identifier')

export const sourceIdSchema = uuid.brand<'SourceId'>()
export const textVersionIdSchema = uuid.brand<'TextVersionId'>()
export const claimIdSchema = uuid.brand<'ClaimId'>()
export const noteIdSchema = uuid.brand<'NoteId'>()
export const evidenceIdSchema = uuid.brand<'EvidenceId'>()
export const relationIdSchema = uuid.brand<'RelationId'>()
export const personIdSchema = uuid.brand<'PersonId'>()
export const roundIdSchema = uuid.brand<'RoundId'>()
export const assessmentIdSchema = uuid.brand<'AssessmentId'>()
export const signOffIdSchema = uuid.brand<'SignOffId'>()

export type SourceId = z.infer<typeof sourceIdSchema>
export type TextVersionId = z.infer<typeof textVersionIdSchema>
export type ClaimId = z.infer<typeof claimIdSchema>
export type NoteId = z.infer<typeof noteIdSchema>
export type EvidenceId = z.infer<typeof evidenceIdSchema>
export type RelationId = z.infer<typeof relationIdSchema>
export type PersonId = z.infer<typeof personIdSchema>
export type RoundId = z.infer<typeof roundIdSchema>
export type AssessmentId = z.infer<typeof assessmentIdSchema>
export type SignOffId = z.infer<typeof signOffIdSchema>

/** An instant as ISO 8601 in UTC with milliseconds, for example `2026-02-03T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 })

/** A SHA-256 digest in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256 digest')
