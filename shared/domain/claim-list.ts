import { z } from 'zod'
import type { DamagedRecord } from './case.js'
import type { Claim } from './claim.js'
import { sourceIdSchema, type SourceId } from './ids.js'
import type { Verdict } from './verdict-scale.js'
import type { Status } from './verdicts.js'

/** How many claims of a source have a status and a verdict. */
export interface ClaimCount {
  sourceId: SourceId
  status: Status
  verdict: Verdict | null
  number: number
}

export const claimPageRequestSchema = z.strictObject({
  /** Null for the claims of all sources. */
  sourceId: sourceIdSchema.nullable(),
  limit: z.int().min(0).max(10_000),
  offset: z.int().nonnegative(),
})

export type ClaimPageRequest = z.infer<typeof claimPageRequestSchema>

export interface ClaimPage {
  claims: Claim[]
  /** Claims of this page that cannot be trusted. */
  damaged: DamagedRecord[]
  /** How many there are on all pages. */
  total: number
}
