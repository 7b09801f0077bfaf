import { keyOfRecord, type Change, type RecordKind } from '../../../shared/domain/change.js'
import type { Round } from '../../../shared/domain/review.js'
import { nameOf, type KindRecord } from '../../../shared/merge/record-fields.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'

/** What stands on nothing else, in the order in which it can go; it goes before anything comes that would take its place. */
const leaves: readonly RecordKind[] = [
  'sign-off',
  'assessment',
  'relation',
  'evidence',
  'note',
  'decision',
  'preference',
]

/** In the order in which they come: each after what it refers to. */
const order: readonly RecordKind[] = [
  'source',
  'person',
  'round',
  'claim',
  'note',
  'evidence',
  'relation',
  'decision',
  'assessment',
  'sign-off',
  'preference',
]

/** What others can refer to, in the order in which it can go, after all that was moved away from it. */
const owners: readonly RecordKind[] = ['claim', 'round', 'person']

/**
 * The changes from the records of a case to others, in an order in which they can be applied, and, inverted, taken back. Sources
 * are never deleted: those that are only among the first stay.
 */
export function changesBetween(before: readonly KindRecord[], after: readonly KindRecord[]): Change[] {
  const was = byName(before)
  const is = byName(after)
  const changes: Change[] = []
  for (const [name, { kind, record }] of is) {
    const old = was.get(name)?.record ?? null
    if (old === null || !sameJson(old, record)) {
      changes.push(...changesOf(kind, old, record))
    }
  }
  for (const [name, { kind, record }] of was) {
    if (is.has(name) || kind === 'source') continue
    changes.push({ kind, key: keyOfRecord(record), before: record, after: null } as Change)
  }
  return changes.sort((one, other) => stepOf(one) - stepOf(other) || laterRoundFirst(one, other))
}

/** What there can be only one of between the same claims goes before it comes back elsewhere under its own id. */
function changesOf(
  kind: RecordKind,
  old: KindRecord['record'] | null,
  record: KindRecord['record'],
): Change[] {
  const key = keyOfRecord(record)
  const isElsewhere = old !== null && nameOf({ kind, record: old }) !== nameOf({ kind, record })
  const steps = isElsewhere
    ? [
        { before: old, after: null },
        { before: null, after: record },
      ]
    : [{ before: old, after: record }]
  return steps.map((step) => ({ kind, key, ...step }) as Change)
}

function byName(records: readonly KindRecord[]): Map<string, KindRecord> {
  return new Map(records.map((one) => [`${one.kind} ${keyOfRecord(one.record)}`, one]))
}

function stepOf({ kind, after }: Change): number {
  if (after !== null) return leaves.length + order.indexOf(kind)
  const leaf = leaves.indexOf(kind)
  return leaf >= 0 ? leaf : leaves.length + order.length + owners.indexOf(kind)
}

/** A round whose number goes up makes room for the one that gets its number. */
function laterRoundFirst({ kind, after }: Change, other: Change): number {
  if (kind !== 'round' || other.kind !== 'round' || !after || !other.after) return 0
  return (other.after as Round).number - (after as Round).number
}
