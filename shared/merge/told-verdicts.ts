import type { RecordKind } from '../domain/change.js'
import {
  caseScaleKey,
  caseScaleOf,
  counterpart,
  defaultCaseScale,
  isSameScale,
  mostFormer,
  shownVerdict,
  type CaseScale,
} from '../domain/case-scale.js'
import type { ScaleVerdict, Verdict } from '../domain/verdict-scale.js'
import { recordOf } from './record-fields.js'
import { sameValues, spelling, valuesOf, type Merging, type MergeState } from './merge-state.js'

/**
 * A verdict on its way through a merge: by its id where it was given by the scale that both copies go back to, and with what it
 * says where a copy had taken another scale by then. So it can still become a verdict of whichever scale is chosen.
 */
export type ToldVerdict = Verdict | ForeignVerdict | null

interface ForeignVerdict extends Pick<ScaleVerdict, 'id' | 'label' | 'means'> {
  /** Whether somebody kept it though that other scale has it not: it stays what it is. */
  isKept: boolean
}

/** What a state calls the record of its scale. */
export const scaleName = `preference ${caseScaleKey}`

/** The scales among which is to be chosen; one where nobody has to. */
export function scalesOf(state: MergeState): CaseScale[] {
  const record = state.get(scaleName)
  if (!record || record.presence === 'gone') return [defaultCaseScale]
  const spelled = valuesOf(record, 'scale').map((scale) => scaleWith(record, scale))
  if (spelled.length === 0) spelled.push(caseScaleOf([asPreference(record)]))
  return record.presence === 'contested' ? [...spelled, defaultCaseScale] : spelled
}

/** The scale of a state in which everything is chosen, or of one copy. */
export const scaleOf = (state: MergeState): CaseScale => scalesOf(state)[0]!

function scaleWith(record: Merging, scale: unknown): CaseScale {
  return caseScaleOf([asPreference({ ...record, fields: new Map([...record.fields, ['scale', [scale]]]) })])
}

function asPreference({ fields }: Merging): { key: string; value: never } {
  const single = new Map([...fields].map(([field, values]) => [field, values[0]]))
  return recordOf('preference', single) as { key: string; value: never }
}

/** Where verdicts stand in a record. */
const verdictFields: Partial<Record<RecordKind, readonly string[]>> = {
  claim: ['verdict'],
  assessment: ['judgement', 'keptVerdict'],
}

export const isVerdictField = (kind: RecordKind, field: string): boolean =>
  verdictFields[kind]?.includes(field) ?? false

/** A value with another verdict in the place of the one it holds. */
function withVerdict(value: unknown, change: (told: ToldVerdict) => unknown): unknown {
  const isJudgement = typeof value === 'object' && value !== null && 'comment' in value
  if (!isJudgement) return change((value ?? null) as ToldVerdict)
  return { ...value, verdict: change((value as { verdict?: ToldVerdict }).verdict ?? null) }
}

/** A verdict as a scale has it; one without a counterpart there keeps its own id. `from` is the scale of plain ids. */
export function verdictIn(told: ToldVerdict, from: CaseScale, to: CaseScale): Verdict | null {
  if (told === null) return null
  if (typeof told === 'object') return told.isKept ? told.id : (counterpart(to, told) ?? told.id)
  const own = isSameScale(from, to) ? undefined : from.verdicts.find(({ id }) => id === told)
  return own ? (counterpart(to, own) ?? told) : told
}

/** The same for the value of a field. */
export function valueIn(value: unknown, from: CaseScale, to: CaseScale): unknown {
  return withVerdict(value, (told) => verdictIn(told, from, to))
}

/** Whether a value holds the verdict of before, which nobody mapped when the copy took another scale. */
export function isStillKept(value: unknown, was: unknown): boolean {
  const plain = withVerdict(value, (told) => (typeof told === 'object' && told?.isKept ? told.id : told))
  return spelling(plain) === spelling(was) && spelling(value) !== spelling(was)
}

/**
 * The state of a copy with its verdicts told by the scale of `base`. A verdict that only followed the copy's scale is the one of
 * before, and a record in which nothing else was changed was not worked on.
 */
export function withToldVerdicts(state: MergeState, base: MergeState): MergeState {
  const [from, to] = [scaleOf(base), scaleOf(state)]
  if (isSameScale(from, to)) return state
  const told = new Map<string, Merging>()
  for (const [name, record] of state) {
    const fields = verdictFields[record.kind]
    told.set(name, fields ? toldRecord(record, base.get(name), fields, { from, to }) : record)
  }
  return told
}

interface Change {
  from: CaseScale
  to: CaseScale
}

function toldRecord(
  record: Merging,
  before: Merging | undefined,
  names: readonly string[],
  change: Change,
): Merging {
  const fields = new Map(record.fields)
  let isMapped = false
  for (const field of names) {
    const values = fields.get(field)
    if (!values) continue
    const was = before?.fields.get(field)
    const told = values.map((value) => toldValue(value, was?.[0], change))
    isMapped ||= !sameValues(told, values)
    fields.set(field, told)
  }
  const isOnlyMapped = isMapped && before !== undefined && isAsBefore(fields, before)
  return { ...record, fields, ...(isOnlyMapped && { isOnlyMapped }) }
}

function toldValue(value: unknown, was: unknown, { from, to }: Change): unknown {
  if (was !== undefined && spelling(valueIn(was, from, to)) === spelling(value)) return was
  return withVerdict(value, (told): ToldVerdict => {
    if (typeof told !== 'string') return told
    const { id, label, means, isInScale } = shownVerdict(to, told)
    return { id, label, means, isKept: !isInScale }
  })
}

/** Whether a record is as it was, but for the time at which its verdict was mapped. */
function isAsBefore(fields: ReadonlyMap<string, readonly unknown[]>, before: Merging): boolean {
  const names = new Set([...fields.keys(), ...before.fields.keys()])
  names.delete('updatedAt')
  return [...names].every((name) => sameValues(fields.get(name) ?? [], before.fields.get(name) ?? []))
}

/** The verdicts that a scale leaves behind and those that it knew before, for it to remember by name. */
export function withFormer(chosen: Merging, others: readonly CaseScale[]): Merging {
  const scale = caseScaleOf([asPreference(chosen)])
  const known = new Set([...scale.verdicts, ...scale.former].map(({ id }) => id))
  const left = new Map(
    others
      .flatMap(({ verdicts, former }) => [...verdicts, ...former])
      .filter(({ id }) => !known.has(id))
      .sort((one, other) => (spelling(one) < spelling(other) ? 1 : -1))
      .map((verdict) => [verdict.id, verdict]),
  )
  if (left.size === 0 || !chosen.fields.has('scale')) return chosen
  const added = [...left.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  const former = [...scale.former, ...added].slice(0, mostFormer)
  return { ...chosen, fields: new Map([...chosen.fields, ['former', [former]]]) }
}
