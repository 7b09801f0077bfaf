import { z } from 'zod'
import { claimIdSchema, instantSchema, relationIdSchema } from './ids.js'

/**
 * Typed links between claims. `forth` and `back` say it of the one claim and of the other: "this corrects that", "that is
 * corrected by this"; they are the same for a type that reads the same way from either end. `sign` is the second cue beside
 * a colour; `cito` is the term of the Citation Typing Ontology used in exports, where it has one.
 */
export const relationTypes = [
  {
    id: 'contradicts',
    label: 'Contradicts',
    forth: 'contradicts',
    back: 'contradicts',
    sign: '✗',
    cito: 'disputes',
  },
  {
    id: 'same-as',
    label: 'Same as',
    forth: 'says the same as',
    back: 'says the same as',
    sign: '=',
    cito: null,
  },
  {
    id: 'supports',
    label: 'Supports',
    forth: 'supports',
    back: 'is supported by',
    sign: '+',
    cito: 'supports',
  },
  {
    id: 'qualifies',
    label: 'Qualifies',
    forth: 'qualifies',
    back: 'is qualified by',
    sign: '~',
    cito: 'qualifies',
  },
  {
    id: 'corrects',
    label: 'Corrects',
    forth: 'corrects',
    back: 'is corrected by',
    sign: '›',
    cito: 'corrects',
  },
] as const

export type RelationType = (typeof relationTypes)[number]['id']

/** What a relation type is called, either way. */
export function relationType(id: RelationType): (typeof relationTypes)[number] {
  return relationTypes.find((type) => type.id === id)!
}

/** Whether a relation of this type is the same read from either end. */
export function isSymmetric(id: RelationType): boolean {
  const { forth, back } = relationType(id)
  return forth === back
}

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
