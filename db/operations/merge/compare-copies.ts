import type { Change } from '../../../shared/domain/change.js'
import { caseTitleKey } from '../../../shared/domain/case-title.js'
import type { MergeChoices } from '../../../shared/domain/merge.js'
import { conflictsIn, type OpenConflict } from '../../../shared/merge/conflicts.js'
import { withDraftedTexts } from '../../../shared/merge/drafted-texts.js'
import { mergeStates } from '../../../shared/merge/merge-states.js'
import { stateOf, type MergeState } from '../../../shared/merge/merge-state.js'
import { ontoBase, withoutMadeAnew } from '../../../shared/merge/onto-base.js'
import { reAnchoring, type ReAnchored } from '../../../shared/merge/re-anchor.js'
import type { KindRecord } from '../../../shared/merge/record-fields.js'
import { settledRecords, settledState } from '../../../shared/merge/settle.js'
import { sharedPassages } from '../../../shared/merge/shared-passages.js'
import { within, type Steps } from '../../../shared/merge/steps.js'
import { withToldVerdicts } from '../../../shared/merge/told-verdicts.js'
import { derivedId } from '../../digest.js'
import { damagedRecord } from '../../stored-record.js'
import { changesBetween } from './merge-changes.js'
import { plannedDrafts, type DraftsPlan } from './merge-drafts.js'
import { withStaleSignatures } from './merge-signatures.js'
import type { OtherCopy } from './other-copy.js'
import type { OwnSide } from './own-side.js'

/** The states of two copies brought together, and what is to be chosen. */
export interface Comparison {
  base: MergeState
  mine: MergeState
  theirs: MergeState
  merged: MergeState
  conflicts: OpenConflict[]
}

/** Compares the own case with another copy. */
export function* comparing(own: OwnSide, other: OtherCopy): Steps<Comparison> {
  const given = other.given && stateOf(other.given)
  const isPart = other.base.from === 'part'
  const now = stateOf(isPart ? withoutTitle(other.records) : other.records)
  yield 0.2
  const whole = own.base ? stateOf(own.base) : given!
  const base = isPart ? withoutMadeAnew(whole, given!, now) : whole
  yield 0.4
  const theirs = withToldVerdicts(isPart ? ontoBase(base, given!, now) : now, base)
  const mine = withToldVerdicts(stateOf(own.records), base)
  yield 0.6
  const merged = withDraftedTexts(mergeStates(base, mine, theirs), mine, own.drafts)
  yield 0.9
  return { base, mine, theirs, merged, conflicts: conflictsIn(merged, base) }
}

/** A bundle is called otherwise than its case, and whoever renames it does not mean the case. */
const withoutTitle = (records: readonly KindRecord[]): KindRecord[] =>
  records.filter(
    ({ kind, record }) => kind !== 'preference' || (record as { key: string }).key !== caseTitleKey,
  )

/** What a merge would do. */
export interface PlannedMerge {
  changes: Change[]
  passages: ReAnchored['counts']
  drafts: DraftsPlan
  /** The quotes of passages on which a claim that comes stands beside an own one. */
  sharedPassages: string[]
}

/** What a merge does once something is chosen of every conflict; what nobody chose stays as it is in the own case. */
export function* planning(
  own: OwnSide,
  other: OtherCopy,
  { base, mine, theirs, merged, conflicts }: Comparison,
  { others, each }: MergeChoices,
  at: string,
): Steps<PlannedMerge> {
  const both = new Set(conflicts.filter(({ canBoth }) => canBoth).map(({ id }) => id))
  const choiceOf = (id: string) => {
    const chosen = each[id] ?? others ?? 'mine'
    return chosen === 'both' && !both.has(id) ? 'mine' : chosen
  }
  const settled = settledState({ base, mine, theirs, merged, choiceOf, secondId: derivedId })
  const records = settledRecords(settled, base, derivedId)
  yield 0.2
  const moving = reAnchoring({
    records,
    wasCurrent: currentTexts(mine, theirs),
    textOf: textsOf(own, other),
    at,
  })
  const moved = yield* within(0.2, 0.8, moving)
  const after = withStaleSignatures(moved.records, own.records, at)
  yield 0.9
  return {
    changes: changesBetween(own.records, [...after.values()]),
    passages: moved.counts,
    drafts: plannedDrafts(own.drafts, other.drafts, after),
    sharedPassages: sharedPassages(own.records, after.values()),
  }
}

function currentTexts(...states: MergeState[]): (id: string) => boolean {
  const current = new Set<unknown>()
  for (const state of states) {
    for (const { kind, fields } of state.values()) {
      if (kind === 'source') current.add(fields.get('currentVersionId')?.[0])
    }
  }
  return (id) => current.has(id)
}

function textsOf(own: OwnSide, other: OtherCopy): (id: string) => string {
  const known = new Map<string, string>(
    [...own.versions, ...other.versions].map(({ id, text }) => [id, text]),
  )
  return (id) => {
    const text = known.get(id)
    if (text === undefined) throw damagedRecord(`text ${id}`, 'it is missing')
    return text
  }
}
