import { z } from 'zod'
import { assessmentSchema } from './assessment.js'
import { claimSchema } from './claim.js'
import { evidenceSchema } from './evidence.js'
import { decisionSchema } from './finding.js'
import { casePreferenceSchema } from './case-preference.js'
import { noteSchema } from './note.js'
import { relationSchema } from './relation.js'
import { personSchema, roundSchema, signOffSchema } from './review.js'
import { sourceSchema } from './source.js'

/** What a person's acts change, by kind of record. Findings are not among them: checks derive those. */
export const recordSchemas = {
  source: sourceSchema,
  claim: claimSchema,
  note: noteSchema,
  evidence: evidenceSchema,
  relation: relationSchema,
  decision: decisionSchema,
  person: personSchema,
  round: roundSchema,
  assessment: assessmentSchema,
  'sign-off': signOffSchema,
  preference: casePreferenceSchema,
} as const

export type RecordKind = keyof typeof recordSchemas
export type RecordOf<K extends RecordKind> = z.infer<(typeof recordSchemas)[K]>

/**
 * One record before and after an act: null before means made, null after means removed. `key` is the record's id (the
 * fingerprint for a decision, the name of a preference).
 */
export type Change = {
  [K in RecordKind]: { kind: K; key: string; before: RecordOf<K> | null; after: RecordOf<K> | null }
}[RecordKind]

/** The key of a record of any kind, as a change names it. */
export function keyOfRecord(record: RecordOf<RecordKind>): string {
  if ('id' in record) return record.id
  return 'fingerprint' in record ? record.fingerprint : record.key
}

/** The changes that take `changes` back, in the order in which they must be applied. */
export function inverted(changes: readonly Change[]): Change[] {
  return changes
    .map((change) => ({ ...change, before: change.after, after: change.before }) as Change)
    .reverse()
}

const [firstKind, ...otherKinds] = Object.keys(recordSchemas) as [RecordKind, ...RecordKind[]]

/** A change as the log keeps it. */
export const changeSchema: z.ZodType<Change> = z.discriminatedUnion('kind', [
  changeOf(firstKind),
  ...otherKinds.map(changeOf),
]) as unknown as z.ZodType<Change>

function changeOf(kind: RecordKind) {
  const record = recordSchemas[kind].nullable()
  return z.strictObject({ kind: z.literal(kind), key: z.string(), before: record, after: record })
}
