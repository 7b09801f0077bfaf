import { z } from 'zod'
import {
  claimIdSchema,
  instantSchema,
  personIdSchema,
  roundIdSchema,
  sha256Schema,
  signOffIdSchema,
  type ClaimId,
  type SignOffId,
} from './ids.js'

/** Who does what in a review; `signs` is the status that a claim has once one of them signed it. */
export const personRoles = [
  { id: 'checker', label: 'Checker', signs: 'checked' },
  { id: 'second-reader', label: 'Second reader', signs: 'reviewed' },
  { id: 'editor', label: 'Editor', signs: 'signed-off' },
] as const

export type PersonRole = (typeof personRoles)[number]['id']

const roleSchema = z.enum(personRoles.map(({ id }) => id) as [PersonRole, ...PersonRole[]])
const nameSchema = z.string().trim().min(1).max(200)

export const personFieldsSchema = z.strictObject({ name: nameSchema, role: roleSchema })

/** Someone who takes part in the review of a case. */
export const personSchema = personFieldsSchema.extend({
  id: personIdSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
})

export const roundFieldsSchema = z.strictObject({ title: z.string().trim().min(1).max(200) })

/** One pass over the case. Rounds are numbered from 1 in the order in which they were opened. */
export const roundSchema = roundFieldsSchema.extend({
  id: roundIdSchema,
  number: z.int().positive(),
  openedAt: instantSchema,
  closedAt: instantSchema.nullable(),
})

/**
 * A person's signature over a claim, or over the whole case (`claimId` null). `name` and `role` are those of the moment
 * of signing; `signedSha256` is the digest of what was signed, so that a later change shows.
 */
export const signOffSchema = z.strictObject({
  id: signOffIdSchema,
  personId: personIdSchema,
  name: nameSchema,
  role: roleSchema,
  roundId: roundIdSchema.nullable(),
  claimId: claimIdSchema.nullable(),
  signedSha256: sha256Schema,
  comment: z.string().max(2000).nullable(),
  signedAt: instantSchema,
})

/** One entry of the log without what it changed; `claimIds` are claims that it was about, three at most. */
export interface LoggedAct {
  sequence: number
  at: string
  actor: string
  action: string
  claimIds: ClaimId[]
}

/** A sign-off over what is no longer what was signed, with what was done to it since. */
export interface StaleSignOff {
  id: SignOffId
  /** The newest first; whether there are older ones is `hasMore`. */
  acts: LoggedAct[]
  hasMore: boolean
}

export type Person = z.infer<typeof personSchema>
export type Round = z.infer<typeof roundSchema>
export type SignOff = z.infer<typeof signOffSchema>
