import { canonicalJson } from '../domain/canonical-json.js'
import type { RecordKind } from '../domain/change.js'
import { fieldsOf, meaningOf, nameOf, type KindRecord } from './record-fields.js'

/**
 * A record on its way through a merge. Each field holds the values that it may have: one, or several in a canonical order
 * while nobody has chosen. `presence` is `gone` for a source that was removed (its row stays), and `contested` for a record
 * that one copy removed while the other went on with it.
 */
export interface Merging {
  kind: RecordKind
  presence: 'there' | 'gone' | 'contested'
  fields: ReadonlyMap<string, readonly unknown[]>
  /** Nobody worked on it: only its verdict was mapped with the scale, and it says when. */
  isOnlyMapped?: true
}

/** The records of a copy, or of several, by name (see `nameOf`). */
export type MergeState = ReadonlyMap<string, Merging>

/** The state of one copy. */
export function stateOf(records: Iterable<KindRecord>): MergeState {
  const state = new Map<string, Merging>()
  for (const record of records) state.set(nameOf(record), mergingOf(record))
  return state
}

function mergingOf(record: KindRecord): Merging {
  const fields = new Map([...fieldsOf(record)].map(([field, value]) => [field, [value]]))
  const isGone = 'removedAt' in record.record && record.record.removedAt !== null
  return { kind: record.kind, presence: isGone ? 'gone' : 'there', fields }
}

/** One spelling for each value; a field that is not there has one too. */
export function spelling(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value)
}

export function sameValues(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, place) => sameValue(value, other[place]))
}

/** Most values are words and numbers, and most others have their keys in one order: these need no spelling to be compared. */
function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  return JSON.stringify(one) === JSON.stringify(other) || spelling(one) === spelling(other)
}

/** The different values among these in the order of their spelling; of those that mean the same, the first. */
export function distinct(kind: RecordKind, field: string, values: readonly unknown[]): unknown[] {
  const spelled = values.map((value) => ({ value, text: spelling(value) }))
  spelled.sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0))
  const seen = new Set<string>()
  return spelled.flatMap(({ value }) => {
    const meaning = spelling(meaningOf(kind, field, value))
    if (seen.has(meaning)) return []
    seen.add(meaning)
    return [value]
  })
}

/** The values that a field may have; none for a field that is not there. */
export function valuesOf(merging: Merging, field: string): readonly unknown[] {
  return merging.fields.get(field) ?? []
}

/** The names of what a record hangs on: without it there is no such record, and who touches it touches that. */
export function ownersOf(merging: Merging): string[] {
  const claims = (field: string) =>
    valuesOf(merging, field).flatMap((id) => (id ? [`claim ${String(id)}`] : []))
  if (merging.kind === 'claim') {
    return valuesOf(merging, 'passage').map((value) => `source ${(value as { sourceId: string }).sourceId}`)
  }
  if (merging.kind === 'relation') {
    const ends = valuesOf(merging, 'ends') as { fromClaimId: string; toClaimId: string }[]
    return ends.flatMap(({ fromClaimId, toClaimId }) => [`claim ${fromClaimId}`, `claim ${toClaimId}`])
  }
  return claims('claimId')
}

/** The names of the people and rounds that a record needs, which for its sake stay whoever removed them. */
export function usedBy(merging: Merging): string[] {
  const named = (kind: string, field: string) =>
    valuesOf(merging, field).flatMap((id) => (id ? [`${kind} ${String(id)}`] : []))
  return [...named('person', 'personId'), ...named('person', 'assigneeId'), ...named('round', 'roundId')]
}
