import { z } from 'zod'
import { sourceIdSchema, textVersionIdSchema } from './ids.js'

/**
 * A correction of a source's text that is under way: the ProseMirror steps (JSON) made since the text version, oldest
 * first, in `parts` savings. Applied to the version's document they give what was typed.
 */
export const textDraftSchema = z.strictObject({
  sourceId: sourceIdSchema,
  textVersionId: textVersionIdSchema,
  steps: z.array(z.unknown()).max(1_000_000),
  parts: z.int().nonnegative(),
})

export type TextDraft = z.infer<typeof textDraftSchema>
