import { z } from 'zod'
import { claimIdSchema, sourceIdSchema } from './ids.js'

/** Which part of a case goes into a bundle. */
export const bundleChoiceSchema = z.strictObject({
  /** The sources of chosen claims go with them. */
  sources: z.array(sourceIdSchema).max(10_000),
  /** Null for all claims of the sources. */
  claims: z.array(claimIdSchema).max(100_000).nullable(),
  /** Without them, what people judged of each other’s claims stays behind too. */
  internalNotes: z.boolean(),
  /** Whether the bytes of the imported files go too, or the texts alone. */
  originals: z.boolean(),
})

export type BundleChoice = z.infer<typeof bundleChoiceSchema>

/** What went into a bundle. */
export interface BundleReport {
  sources: number
  claims: number
  notes: number
  evidence: number
  /** Notes that were left out, and signatures, which would not be over what is in the bundle. */
  notesLeftOut: number
  signOffsLeftOut: number
}
