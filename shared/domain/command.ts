import { z } from 'zod'
import { claimFieldsSchema } from './claim.js'
import { evidenceFieldsSchema } from './evidence.js'
import { claimIdSchema, evidenceIdSchema, noteIdSchema, relationIdSchema, sourceIdSchema } from './ids.js'
import { relationTypes, type RelationType } from './relation.js'
import { sourceRecordSchema } from './source.js'

const relationType = z.enum(relationTypes.map(({ id }) => id) as [RelationType, ...RelationType[]])
const fingerprint = z.string().min(8).max(64)

/** Every act that a person can do to a case and take back. Ids of new records are made by whoever asks. */
export const commandSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('edit-source'), id: sourceIdSchema, fields: sourceRecordSchema.partial() }),
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
  z.strictObject({ do: z.literal('edit-claim'), id: claimIdSchema, fields: claimFieldsSchema.partial() }),
  z.strictObject({ do: z.literal('remove-claim'), id: claimIdSchema }),
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
    fields: evidenceFieldsSchema.partial(),
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
    /** Ids for the claims and relations that may have to be made: at most one claim a span, one relation fewer. */
    claimIds: z.array(claimIdSchema).max(50),
    relationIds: z.array(relationIdSchema).max(50),
  }),
  z.strictObject({
    do: z.literal('dismiss-finding'),
    fingerprint,
    reason: z.string().trim().min(1).max(2000),
  }),
  z.strictObject({ do: z.literal('reopen-finding'), fingerprint }),
])

export type Command = z.infer<typeof commandSchema>
export type CommandName = Command['do']
