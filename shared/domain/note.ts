import { z } from 'zod'
import { claimIdSchema, instantSchema, noteIdSchema } from './ids.js'

/** A verification note. `body` is ProseMirror JSON of the note schema, `text` the same as plain text. */
export const noteSchema = z.strictObject({
  id: noteIdSchema,
  claimId: claimIdSchema,
  body: z.unknown(),
  text: z.string().max(200_000),
  visibility: z.enum(['internal', 'public']),
  author: z.string().max(200),
  createdAt: instantSchema,
  updatedAt: instantSchema,
})

export type Note = z.infer<typeof noteSchema>
