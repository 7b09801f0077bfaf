import { z } from 'zod'
import { assessmentFieldsSchema } from './assessment.js'
import { claimFieldsSchema, claimPatchSchema } from './claim.js'
import { evidenceFieldsSchema, evidencePatchSchema } from './evidence.js'
import { casePreferenceSchema, preferenceKeySchema } from './case-preference.js'
import {
  assessmentIdSchema,
  claimIdSchema,
  evidenceIdSchema,
  noteIdSchema,
  personIdSchema,
  relationIdSchema,
  roundIdSchema,
  signOffIdSchema,
  sourceIdSchema,
} from './ids.js'
import { personFieldsSchema, roundFieldsSchema } from './review.js'
import { relationTypes, type RelationType } from './relation.js'
import { sourcePatchSchema } from './source.js'
import { verdictMappingSchema } from './case-scale.js'
import { verdictScaleSchema } from './verdict-scale.js'

const relationType = z.enum(relationTypes.map(({ id }) => id) as [RelationType, ...RelationType[]])
const fingerprint = z.string().min(8).max(64)

/** Every act that a person can do to a case and take back. Ids of new records are made by whoever asks. */
export const commandSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('edit-source'), id: sourceIdSchema, fields: sourcePatchSchema }),
  z.strictObject({ do: z.literal('remove-source'), id: sourceIdSchema }),
  z.strictObject({
    do: z.literal('add-claim'),
    id: claimIdSchema,
    sourceId: sourceIdSchema,
    /** UTF-16 code units of the source's current text version. */
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    fields: claimFieldsSchema.partial(),
  }),
  z.strictObject({ do: z.literal('edit-claim'), id: claimIdSchema, fields: claimPatchSchema }),
  /** The same fields for many claims, as one act. */
  z.strictObject({
    do: z.literal('edit-claims'),
    ids: z.array(claimIdSchema).min(1).max(10_000),
    fields: claimPatchSchema,
    addTags: claimFieldsSchema.shape.tags.optional(),
    removeTags: claimFieldsSchema.shape.tags.optional(),
    /** Claims that are unchecked or in progress become checked too, as a first verdict makes them. */
    marksChecked: z.boolean().optional(),
  }),
  z.strictObject({ do: z.literal('remove-claim'), id: claimIdSchema }),
  /** Another passage of the source's current text, in UTF-16 code units; also for a claim that has lost its place. */
  z.strictObject({
    do: z.literal('move-claim'),
    id: claimIdSchema,
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  }),
  /** Two claims of one, cut at the offset `at`. */
  z.strictObject({
    do: z.literal('split-claim'),
    id: claimIdSchema,
    newId: claimIdSchema,
    at: z.int().nonnegative(),
  }),
  /** One claim of several of the same text, over the passage from the first to the last. */
  z.strictObject({
    do: z.literal('merge-claims'),
    id: claimIdSchema,
    others: z.array(claimIdSchema).min(1).max(50),
  }),
  z.strictObject({
    do: z.literal('write-note'),
    id: noteIdSchema,
    claimId: claimIdSchema,
    body: z.unknown(),
    visibility: z.enum(['internal', 'public']),
  }),
  z.strictObject({ do: z.literal('remove-note'), id: noteIdSchema }),
  z.strictObject({
    do: z.literal('add-evidence'),
    id: evidenceIdSchema,
    claimId: claimIdSchema,
    fields: evidenceFieldsSchema,
    /** A passage of a source in the case instead of a citation from elsewhere. */
    passage: z
      .strictObject({ sourceId: sourceIdSchema, start: z.int().nonnegative(), end: z.int().nonnegative() })
      .nullable(),
  }),
  z.strictObject({
    do: z.literal('edit-evidence'),
    id: evidenceIdSchema,
    fields: evidencePatchSchema,
  }),
  z.strictObject({ do: z.literal('remove-evidence'), id: evidenceIdSchema }),
  z.strictObject({
    do: z.literal('add-relation'),
    id: relationIdSchema,
    fromClaimId: claimIdSchema,
    toClaimId: claimIdSchema,
    type: relationType,
  }),
  z.strictObject({ do: z.literal('remove-relation'), id: relationIdSchema }),
  z.strictObject({
    do: z.literal('accept-finding'),
    fingerprint,
    /** Ids for the claims that may have to be made, one for each span in their order, and for the relations, one fewer. */
    claimIds: z.array(claimIdSchema).max(50),
    relationIds: z.array(relationIdSchema).max(50),
    /** What to draw between the passages' claims, if anything; what the finding suggests when it is left out. */
    relation: z.enum(['same-as', 'contradicts']).nullable().optional(),
  }),
  z.strictObject({
    do: z.literal('dismiss-finding'),
    fingerprint,
    reason: z.string().trim().min(1).max(2000),
  }),
  z.strictObject({ do: z.literal('reopen-finding'), fingerprint }),
  z.strictObject({ do: z.literal('add-person'), id: personIdSchema, fields: personFieldsSchema }),
  z.strictObject({ do: z.literal('edit-person'), id: personIdSchema, fields: personFieldsSchema.partial() }),
  /** Refused for someone who has signed or judged a claim: these keep their person. Claims lose their assignee. */
  z.strictObject({ do: z.literal('remove-person'), id: personIdSchema }),
  z.strictObject({ do: z.literal('open-round'), id: roundIdSchema, title: roundFieldsSchema.shape.title }),
  z.strictObject({
    do: z.literal('edit-round'),
    id: roundIdSchema,
    fields: roundFieldsSchema.extend({ closed: z.boolean() }).partial(),
  }),
  /** Refused for a round in which someone has signed. */
  z.strictObject({ do: z.literal('remove-round'), id: roundIdSchema }),
  /** What a person thinks of a claim; `id` is for a first judgement, a later one changes the first. */
  z.strictObject({
    do: z.literal('assess-claim'),
    id: assessmentIdSchema,
    claimId: claimIdSchema,
    personId: personIdSchema,
    fields: assessmentFieldsSchema,
  }),
  z.strictObject({ do: z.literal('remove-assessment'), id: assessmentIdSchema }),
  /** Lets a claim's verdict stand against everybody who gave another; it holds as long as the verdict does. */
  z.strictObject({ do: z.literal('keep-verdict'), claimId: claimIdSchema }),
  z.strictObject({
    do: z.literal('sign'),
    id: signOffIdSchema,
    personId: personIdSchema,
    roundId: roundIdSchema.nullable(),
    /** The claim that is signed, whose status becomes that of the person's role; null signs the whole case. */
    claimId: claimIdSchema.nullable(),
    comment: z.string().trim().max(2000).nullable(),
  }),
  z.strictObject({ do: z.literal('withdraw-sign-off'), id: signOffIdSchema }),
  /** Null takes the preference away. */
  z.strictObject({
    do: z.literal('set-preference'),
    key: preferenceKeySchema,
    value: casePreferenceSchema.shape.value.nullable(),
  }),
  /** Judges the case by another scale; verdicts that are not in `mapping` stay as they are. */
  z.strictObject({
    do: z.literal('set-verdict-scale'),
    scale: verdictScaleSchema,
    mapping: verdictMappingSchema,
  }),
  /** Makes a claim, its notes and its evidence again what they were after the entry `sequence` of the log. */
  z.strictObject({ do: z.literal('restore-claim'), id: claimIdSchema, sequence: z.int().positive() }),
])

export type Command = z.infer<typeof commandSchema>
export type CommandName = Command['do']
