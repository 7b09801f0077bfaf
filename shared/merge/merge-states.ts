import {
  distinct,
  ownersOf,
  sameValues,
  spelling,
  usedBy,
  valuesOf,
  type Merging,
  type MergeState,
} from './merge-state.js'
import { ruleOf } from './record-fields.js'

/**
 * Two states that both go back to `base`, brought together. A field that one side changed is taken; one that both changed
 * holds the values of both, in a canonical order, until somebody chooses. What one side removed is gone unless the other
 * changed it or something on it: then it is contested. What hangs on a claim that is gone goes with it.
 *
 * For a fixed base this is commutative, associative and idempotent on everything that a state holds: undecided conflicts are
 * sets of values, so it does not matter in which order copies are merged. A choice that somebody made is a change of that
 * copy, and merges like one.
 */
export function mergeStates(base: MergeState, one: MergeState, other: MergeState): MergeState {
  const sides = [sideOf(base, one), sideOf(base, other)] as const
  const merged = new Map<string, Merging>()
  for (const name of new Set([...base.keys(), ...one.keys(), ...other.keys()])) {
    const record = mergedRecord(name, base.get(name), sides)
    if (record) merged.set(name, record)
  }
  return withOwners(merged)
}

/** A side with what it changed: the records themselves and what they hang on, and the people and rounds that it needs. */
interface Side {
  state: MergeState
  touched: ReadonlySet<string>
  used: ReadonlySet<string>
}

function sideOf(base: MergeState, state: MergeState): Side {
  const touched = new Set<string>()
  const used = new Set<string>()
  const touch = (name: string): void => {
    if (touched.has(name)) return
    touched.add(name)
    const record = state.get(name)
    if (record) ownersOf(record).forEach(touch)
  }
  for (const [name, record] of state) {
    const before = base.get(name)
    if (!isChanged(before, record)) continue
    touch(name)
    // What was moved away from its owner was worked on there.
    if (before) ownersOf(before).forEach(touch)
    for (const needed of usedBy(record)) used.add(needed)
  }
  return { state, touched, used }
}

/** Whether a side worked on a record, be it that it says the same again. */
function isChanged(base: Merging | undefined, record: Merging): boolean {
  if (!base || record.presence === 'contested') return true
  if (record.isOnlyMapped) return false
  const names = new Set([...base.fields.keys(), ...record.fields.keys()])
  return [...names].some((field) => !sameField(base, record, field))
}

const absent: readonly unknown[] = [undefined]

const inField = (record: Merging, field: string): readonly unknown[] => record.fields.get(field) ?? absent

function sameField(base: Merging, record: Merging, field: string): boolean {
  return sameValues(inField(base, field), inField(record, field))
}

function mergedRecord(name: string, base: Merging | undefined, sides: readonly Side[]): Merging | null {
  const found = sides.flatMap(({ state }) => state.get(name) ?? [])
  const model = found[0] ?? base
  if (!model) return null
  const presence = mergedPresence(name, base, sides) ?? base?.presence ?? model.presence
  if (presence === 'gone' && model.kind !== 'source') return null
  const fields = new Map<string, readonly unknown[]>()
  // A record that is contested has the fields of whoever went on with it.
  const known = found.length ? found : [model]
  for (const field of new Set(known.flatMap((record) => [...record.fields.keys()]))) {
    const values = base ? mergedField(field, base, known) : fieldMadeApart(field, known)
    if (values !== absent) fields.set(field, values)
  }
  const isOnlyMapped =
    known.some((record) => record.isOnlyMapped) && !known.some((record) => isChanged(base, record))
  return { kind: model.kind, presence, fields, ...(isOnlyMapped && { isOnlyMapped }) }
}

/** Null when neither side made, changed or removed it. */
function mergedPresence(
  name: string,
  base: Merging | undefined,
  sides: readonly Side[],
): Merging['presence'] | null {
  const said = new Set(sides.flatMap((side) => presenceIn(side, name, base)))
  const isNeeded = sides.some(({ used }) => used.has(name))
  if (said.has('gone') && isNeeded) return 'there'
  if (said.has('gone') && said.has('there')) return 'contested'
  return said.has('gone') ? 'gone' : said.has('there') ? 'there' : null
}

function presenceIn({ state, touched }: Side, name: string, base: Merging | undefined): ('there' | 'gone')[] {
  const record = state.get(name)
  if (record?.presence === 'contested') return ['there', 'gone']
  const wasThere = base !== undefined && base.presence !== 'gone'
  if (!record) return wasThere ? ['gone'] : []
  if (record.presence === 'gone') return wasThere ? ['gone'] : []
  return !wasThere || touched.has(name) ? ['there'] : []
}

function mergedField(
  field: string,
  base: Merging | undefined,
  found: readonly Merging[],
): readonly unknown[] {
  const was = base && inField(base, field)
  const changed = found
    .map((record) => inField(record, field))
    .filter((values) => !was || !sameValues(was, values))
  if (changed.length === 0) return was ?? absent
  const kind = found[0]!.kind
  const values = distinct(kind, field, changed.flat())
  if (values.length === 1) return values
  switch (ruleOf(field)) {
    case 'tags':
      return [mergedTags((was?.[0] ?? []) as string[], values as string[][])]
    case 'named':
      return [mergedNamed(values as { id: string }[][])]
    case 'earliest':
      return [leastOf(values)]
    case 'latest':
      return [values.at(-1)]
    case 'choice':
      return values
  }
}

/**
 * A field of a record that is not in the base. A claim that both sides made, by accepting the same finding, is what the side says
 * that went on with it; who left it as it was made says nothing but when.
 */
function fieldMadeApart(field: string, found: readonly Merging[]): readonly unknown[] {
  if (found[0]!.kind !== 'claim' || field === 'createdAt') return mergedField(field, undefined, found)
  const goneOn = found.filter(isGoneOn)
  if (goneOn.length > 0) return mergedField(field, undefined, goneOn)
  if (field !== 'updatedAt') return mergedField(field, undefined, found)
  return [
    leastOf(
      distinct(
        'claim',
        field,
        found.flatMap((record) => inField(record, field)),
      ),
    ),
  ]
}

/** Whether anything of a record was changed after it was made. */
const isGoneOn = (record: Merging): boolean =>
  String(valuesOf(record, 'updatedAt')[0]) > String(valuesOf(record, 'createdAt')[0])

/** The first in the order of `distinct`; null says nothing beside a value. */
function leastOf(values: readonly unknown[]): unknown {
  const said = values.filter((value) => value !== null && value !== undefined)
  const numbers = said.filter((value) => typeof value === 'number')
  if (numbers.length > 0 && numbers.length === said.length) return Math.min(...numbers)
  return said.length ? said[0] : values[0]
}

/** Tags that either side added, without those that either took away: those of before in their order, new ones by letter. */
function mergedTags(before: readonly string[], changed: readonly (readonly string[])[]): string[] {
  const kept = before.filter((tag) => changed.every((tags) => tags.includes(tag)))
  const added = new Set(changed.flat().filter((tag) => !before.includes(tag)))
  return [...kept, ...[...added].sort()]
}

/** Everything that either side knows, once by its id and in the order of these. */
function mergedNamed(changed: readonly (readonly { id: string }[])[]): { id: string }[] {
  const known = distinctNamed(changed.flat())
  return known.sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** Of those with one id, the first in the order of their spelling. */
function distinctNamed<T extends { id: string }>(list: readonly T[]): T[] {
  const byId = new Map<string, T>()
  for (const one of list) {
    const other = byId.get(one.id)
    if (!other || spelling(one) < spelling(other)) byId.set(one.id, one)
  }
  return [...byId.values()]
}

/** The records whose claims are there. */
function withOwners(state: ReadonlyMap<string, Merging>): MergeState {
  const kept = [...state].filter(([, record]) =>
    record.kind === 'claim' ? true : ownersOf(record).every((owner) => state.has(owner)),
  )
  return kept.length === state.size ? state : new Map(kept)
}

/** Whether two states hold the same. */
export function sameStates(one: MergeState, other: MergeState): boolean {
  return one.size === other.size && [...one].every(([name, record]) => sameRecord(record, other.get(name)))
}

function sameRecord(one: Merging, other: Merging | undefined): boolean {
  if (!other || one.kind !== other.kind || one.presence !== other.presence) return false
  const names = new Set([...one.fields.keys(), ...other.fields.keys()])
  return [...names].every((field) => sameValues(inField(one, field), inField(other, field)))
}
