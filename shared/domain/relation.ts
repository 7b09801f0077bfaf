import { z } from 'zod'
import { claimIdSchema, instantSchema, relationIdSchema } from './ids.js'

/** Typed links between claims; `cito` is the term of the Citation Typing Ontology used in exports, where it has one. */
export const relationTypes = [
  { id: 'contradicts', label: 'Contradicts', cito: 'disputes' },
  { id: 'same-as', label: 'Same as', cito: null },
  { id: 'supports', label: 'Supports', cito: 'supports' },
  { id: 'qualifies', label: 'Qualifies', cito: 'qualifies' },
  { id: 'corrects', label: 'Corrects', cito: 'corrects' },
] as const

export type RelationType = (typeof relationTypes)[number]['id']

export const relationSchema = z.strictObject({
  id: relationIdSchema,
  fromClaimId: claimIdSchema,
  toClaimId: claimIdSchema,
  type: z.enum(relationTypes.map(({ id }) => id) as [RelationType, ...RelationType[]]),
  /** Fingerprint of the finding that this relation was accepted from; null when a person drew it. */
  fingerprint: z.string().nullable(),
  createdAt: instantSchema,
})

export type Relation = z.infer<typeof relationSchema>
