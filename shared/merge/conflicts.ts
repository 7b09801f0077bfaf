import type { CaseScale } from '../domain/case-scale.js'
import type { RecordKind } from '../domain/change.js'
import type { Selector } from '../domain/claim.js'
import { ownersOf, spelling, valuesOf, type Merging, type MergeState } from './merge-state.js'
import { isStillKept, isVerdictField, scaleOf, scalesOf, valueIn } from './told-verdicts.js'

/** A field that two copies changed differently, or a record that one removed and the other went on with. */
export interface OpenConflict {
  /** Names it to whoever chooses: the record's name and the field's. */
  id: string
  name: string
  kind: RecordKind
  /** `presence` for a record that one copy removed. */
  field: string
  /** Whether both values can stand, as two records. */
  canBoth: boolean
}

/** What is undecided in a merged state, in the order of its names. */
export function conflictsIn(merged: MergeState, base: MergeState): OpenConflict[] {
  const conflicts: OpenConflict[] = []
  const scales = possibleScales(merged, base)
  for (const [name, record] of [...merged].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const add = (field: string): void => {
      const canBoth = record.kind === 'note' && field === 'text'
      conflicts.push({ id: `${name} ${field}`, name, kind: record.kind, field, canBoth })
    }
    if (record.presence === 'contested' && contestedOwner(merged, record) === null) add('presence')
    for (const field of record.fields.keys()) {
      if (openValues(record, field, base.get(name), scales).length > 1) add(field)
    }
  }
  return conflicts
}

/** The record that this one hangs on and whose own presence is contested: they go or stay together. */
export function contestedOwner(merged: MergeState, record: Merging): string | null {
  if (record.kind === 'claim') return null
  return ownersOf(record).find((owner) => merged.get(owner)?.presence === 'contested') ?? null
}

/** The scale that both copies go back to, and those that the case may have once everything is chosen. */
export interface Scales {
  from: CaseScale
  to: readonly CaseScale[]
}

export const possibleScales = (merged: MergeState, base: MergeState): Scales => ({
  from: scaleOf(base),
  to: scalesOf(merged),
})

/**
 * The values among which somebody has to choose; at most one when there is nothing to choose. A passage that only followed
 * its text into another version is no answer of anybody's: it yields to one that was moved, and follows whichever text is
 * chosen. So does a verdict that only stayed what it was while its copy took another scale; and verdicts of two scales that come
 * to the same in each that may be chosen are one.
 */
export function openValues(
  record: Merging,
  field: string,
  base: Merging | undefined,
  { from, to }: Scales,
): readonly unknown[] {
  const values = valuesOf(record, field)
  if (values.length < 2) return values
  if (isVerdictField(record.kind, field)) {
    const was = base && valuesOf(base, field)[0]
    const judged = values.filter((value) => !isStillKept(value, was))
    const given = judged.length ? judged : values
    const isOne = (scale: CaseScale) =>
      new Set(given.map((value) => spelling(valueIn(value, from, scale)))).size === 1
    return to.every(isOne) ? given.slice(0, 1) : given
  }
  if (field !== 'passage') return values
  const was = textOf(base && valuesOf(base, field)[0])
  if (was === null) return values
  const moved = values.filter((value) => textOf(value) === was)
  return moved.length ? moved : values.slice(0, 1)
}

/** The text version that a passage stands in. */
export function textOf(passage: unknown): string | null {
  return (passage as { selector: Selector | null } | undefined)?.selector?.textVersionId ?? null
}
