import { caseScaleOf, type CaseScale } from '../../../shared/domain/case-scale.js'
import type { CasePreference } from '../../../shared/domain/case-preference.js'
import type { LogEntry } from '../../../shared/domain/case.js'
import { keyOfRecord, type Change } from '../../../shared/domain/change.js'
import type { Claim } from '../../../shared/domain/claim.js'
import type { MergePreview } from '../../../shared/domain/merge.js'
import type { Source } from '../../../shared/domain/source.js'
import { toldConflict } from '../../../shared/merge/conflict-words.js'
import { mergeNotices, type JudgedClaims } from '../../../shared/merge/merge-notices.js'
import type { KindRecord } from '../../../shared/merge/record-fields.js'
import { within, type Steps } from '../../../shared/merge/steps.js'
import { scaleName, scaleOf } from '../../../shared/merge/told-verdicts.js'
import { doingsOf } from '../../../shared/merge/who-changed.js'
import { comparing, planning, type Comparison } from './compare-copies.js'
import { isMergeMark } from './merge-marks.js'
import type { OtherCopy } from './other-copy.js'
import type { OwnSide } from './own-side.js'

/** What merging another copy would bring, with every conflict side by side. `at` is an instant. */
export function* previewing(own: OwnSide, other: OtherCopy, at: string): Steps<MergePreview> {
  const comparison = yield* within(0, 0.5, comparing(own, other))
  const plan = planning(own, other, comparison, { others: 'mine', each: {} }, at)
  const { changes, passages, drafts, sharedPassages } = yield* within(0.5, 0.8, plan)
  const { conflicts } = comparison
  const scales = yield* within(0.8, 1, judgedByEither(own, other, { comparison, changes, at }))
  return {
    title: other.title,
    head: other.head.hash,
    entries: other.entries.length,
    people: peopleOf(other.entries),
    counts: countsOf(changes),
    passages,
    conflicts: conflictsInWords(own, other, comparison),
    notices: mergeNotices({
      changes,
      drafts: { ...drafts, own: own.drafts.map(({ sourceId }) => sourceId) },
      conflicts,
      sharedPassages,
      claims: own.records,
      scale: scaleNow(own.records),
      scales,
      sourceTitle: titlesOf(own.records, other.records),
    }),
    isNothing: changes.length === 0 && conflicts.length === 0 && drafts.coming.length === 0,
  }
}

/** Where both copies took another scale, the case as it would be with each of them; else null. `changes` are those with the own. */
function* judgedByEither(
  own: OwnSide,
  other: OtherCopy,
  { comparison, changes, at }: { comparison: Comparison; changes: readonly Change[]; at: string },
): Steps<{ mine: JudgedClaims; theirs: JudgedClaims } | null> {
  const open = comparison.conflicts.filter(({ name }) => name === scaleName)
  if (open.length === 0) return null
  const each = Object.fromEntries(open.map(({ id }) => [id, 'theirs' as const]))
  const theirs = yield* planning(own, other, comparison, { others: 'mine', each }, at)
  return { mine: judgedAfter(own.records, changes), theirs: judgedAfter(own.records, theirs.changes) }
}

function judgedAfter(records: readonly KindRecord[], changes: readonly Change[]): JudgedClaims {
  const after = new Map(records.map((one) => [`${one.kind} ${keyOfRecord(one.record)}`, one]))
  for (const { kind, key, after: record } of changes) {
    if (record) after.set(`${kind} ${key}`, { kind, record })
    else after.delete(`${kind} ${key}`)
  }
  const all = [...after.values()]
  const claims = all.flatMap(({ kind, record }) => (kind === 'claim' ? [record as Claim] : []))
  return { scale: scaleNow(all), verdicts: new Map(claims.map(({ id, verdict }) => [id, verdict])) }
}

function scaleNow(records: readonly KindRecord[]): CaseScale {
  return caseScaleOf(
    records.flatMap(({ kind, record }) => (kind === 'preference' ? [record as CasePreference] : [])),
  )
}

function titlesOf(...copies: (readonly KindRecord[])[]): (sourceId: string) => string {
  const titles = new Map<string, string>()
  for (const { kind, record } of copies.toReversed().flat()) {
    if (kind === 'source') titles.set((record as Source).id, (record as Source).title)
  }
  return (id) => titles.get(id) ?? id
}

function countsOf(changes: readonly Change[]): MergePreview['counts'] {
  const counts: MergePreview['counts'] = {}
  for (const { kind, key, before, after } of changes) {
    if (kind === 'preference' && isMergeMark(key)) continue
    const count = (counts[kind] ??= { added: 0, changed: 0, removed: 0 })
    count[before === null ? 'added' : after === null ? 'removed' : 'changed']++
  }
  return counts
}

function peopleOf(entries: readonly LogEntry[]): MergePreview['people'] {
  const people = new Map<string, MergePreview['people'][number]>()
  for (const { actor, at } of entries) {
    const person = people.get(actor)
    people.set(actor, {
      actor,
      entries: (person?.entries ?? 0) + 1,
      first: person && person.first < at ? person.first : at,
      last: person && person.last > at ? person.last : at,
    })
  }
  return [...people.values()].sort((one, two) => (one.first < two.first ? -1 : 1))
}

function conflictsInWords(own: OwnSide, other: OtherCopy, comparison: Comparison): MergePreview['conflicts'] {
  const { base, mine, theirs, conflicts } = comparison
  if (conflicts.length === 0) return []
  const material = {
    base,
    mine,
    theirs,
    doings: { mine: doingsOf(own.entries), theirs: doingsOf(other.entries) },
    scale: scaleOf(base),
    textName: versionNames(own, other),
    firstTitle: own.firstTitle,
    findingWords: (fingerprint: string) => own.findings[fingerprint] ?? other.findings[fingerprint] ?? null,
    drafted: new Set<string>(own.drafts.map(({ textVersionId }) => textVersionId)),
  }
  return conflicts.map((conflict) => toldConflict(conflict, material))
}

function versionNames(own: OwnSide, other: OtherCopy): (id: string) => string {
  const versions = new Map<string, OwnSide['versions'][number]>(
    [...own.versions, ...other.versions].map((version) => [version.id, version]),
  )
  return (id) => {
    const version = versions.get(id)
    if (!version) return id
    return `Version ${version.number}${version.reason ? ` (${version.reason})` : ''}`
  }
}
