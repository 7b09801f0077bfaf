import type { CasePreference } from '../domain/case-preference.js'
import { caseScaleKey } from '../domain/case-scale.js'
import { keyOfRecord, type RecordKind, type RecordOf } from '../domain/change.js'
import { isSymmetric, type RelationType } from '../domain/relation.js'

type AnyRecord = RecordOf<RecordKind>

/** A record with what it is. */
export interface KindRecord {
  kind: RecordKind
  record: AnyRecord
}

type Members = Readonly<Record<string, unknown>>

/** Properties that are judged as one, because half of them says nothing. */
const groups: Partial<Record<RecordKind, Readonly<Record<string, readonly string[]>>>> = {
  source: { file: ['fileName', 'mediaType', 'encoding', 'originalSha256', 'partStart', 'partEnd'] },
  claim: { passage: ['sourceId', 'selector'], eventDate: ['eventDate', 'eventDateInferred'] },
  note: { text: ['body', 'text'] },
  evidence: { passage: ['sourceId', 'selector', 'quote'] },
  decision: { answer: ['state', 'reason', 'decidedAt', 'decidedBy'] },
  relation: { ends: ['fromClaimId', 'toClaimId'] },
  assessment: { judgement: ['verdict', 'comment'] },
}

/**
 * How two sides that both changed a field come together: `choice` keeps both values until somebody chooses, `tags` takes what
 * either side added and leaves what either took away, `named` takes what either knows by an id, the others have an answer of
 * their own.
 */
export type FieldRule = 'choice' | 'tags' | 'named' | 'earliest' | 'latest'

const rules: Readonly<Record<string, FieldRule>> = {
  id: 'earliest',
  createdAt: 'earliest',
  openedAt: 'earliest',
  removedAt: 'earliest',
  number: 'earliest',
  updatedAt: 'latest',
  tags: 'tags',
  former: 'named',
}

export function ruleOf(field: string): FieldRule {
  return rules[field] ?? 'choice'
}

/** Whether a field only says when and under which number a record was written. */
export const isBookkeeping = (field: string): boolean =>
  ['earliest', 'latest', 'named'].includes(ruleOf(field))

/**
 * What a record is called in both copies: its kind and key. Relations and judgements, of which there can be only one between
 * the same claims or of the same person, are named by those, so that two that were made apart are one.
 */
export function nameOf({ kind, record }: KindRecord): string {
  const members = record as unknown as Record<string, string>
  if (kind === 'relation') return relationName(members)
  if (kind === 'assessment') return `assessment ${members.claimId} ${members.personId}`
  return `${kind} ${keyOfRecord(record)}`
}

/** A relation that reads the same from either end has one name. */
function relationName({ fromClaimId = '', toClaimId = '', type = '' }: Record<string, string>): string {
  const ends = [fromClaimId, toClaimId]
  if (isSymmetric(type as RelationType)) ends.sort()
  return `relation ${ends[0]} ${type} ${ends[1]}`
}

/** The fields of a record by name; properties that are judged as one stand together. */
export function fieldsOf({ kind, record }: KindRecord): Map<string, unknown> {
  const members = membersOf(kind, record)
  const fields = new Map<string, unknown>()
  const grouped = new Set<string>()
  for (const [field, names] of Object.entries(groups[kind] ?? {})) {
    fields.set(field, Object.fromEntries(names.map((name) => [name, members[name]])))
    for (const name of names) grouped.add(name)
  }
  for (const [name, value] of Object.entries(members)) {
    if (!grouped.has(name) && value !== undefined) fields.set(name, value)
  }
  return fields
}

/** The scale of a case is judged apart from the verdicts of the past that it remembers: those of both sides are kept. */
function membersOf(kind: RecordKind, record: AnyRecord): Members {
  const members = record as unknown as Members
  if (kind !== 'preference' || members.key !== caseScaleKey) return members
  const { name, verdicts, former, ...others } = members.value as Members
  if (!Array.isArray(verdicts) || !Array.isArray(former) || Object.keys(others).length > 0) return members
  return { key: members.key, scale: { name, verdicts }, former }
}

/** The record that has these fields. */
export function recordOf(kind: RecordKind, fields: ReadonlyMap<string, unknown>): AnyRecord {
  const scale = fields.get('scale')
  if (kind === 'preference' && scale) {
    const value = { ...scale, former: fields.get('former') ?? [] }
    return { key: String(fields.get('key')), value: value as unknown as CasePreference['value'] }
  }
  const members: Record<string, unknown> = {}
  for (const [field, value] of fields) {
    if (groups[kind]?.[field]) Object.assign(members, value)
    else if (value !== undefined) members[field] = value
  }
  return members as unknown as AnyRecord
}

/**
 * What of a value makes it another one: not who gave an answer to a finding and when, nor from which end a relation was drawn
 * that has the same name either way.
 */
export function meaningOf(kind: RecordKind, field: string, value: unknown): unknown {
  if (kind === 'relation' && field === 'ends') return null
  if (kind !== 'decision' || field !== 'answer') return value
  const { state, reason } = value as Members
  return { state, reason }
}
