import type { Change } from '../../shared/domain/change.js'
import { caseScaleOf } from '../../shared/domain/case-scale.js'
import type { CasePreference } from '../../shared/domain/case-preference.js'
import type { LogEntry } from '../../shared/domain/case.js'
import type { MergeChoices, MergePreview } from '../../shared/domain/merge.js'
import { StetError } from '../../shared/ipc/result.js'
import { conflictsIn, type OpenConflict } from '../../shared/merge/conflicts.js'
import { toldConflict } from '../../shared/merge/conflict-words.js'
import { mergeStates } from '../../shared/merge/merge-states.js'
import { stateOf, type MergeState } from '../../shared/merge/merge-state.js'
import type { KindRecord } from '../../shared/merge/record-fields.js'
import { ontoBase } from '../../shared/merge/onto-base.js'
import { reAnchored, type ReAnchored } from '../../shared/merge/re-anchor.js'
import { settledRecords, settledState } from '../../shared/merge/settle.js'
import { doingsOf } from '../../shared/merge/who-changed.js'
import type { ReadableDb, WritableDb } from '../database.js'
import { sha256 } from '../digest.js'
import { sql } from '../sql.js'
import { logEntriesAfter } from '../tables/log.js'
import { keepOriginal } from '../tables/originals.js'
import { preferences } from '../tables/preferences.js'
import { addTextVersion, findTextVersion, nextVersionNumber } from '../tables/text-versions.js'
import { allRecords, recordsAt } from './all-records.js'
import { applyChanges } from './apply-changes.js'
import { wordsOfVersion } from './live-records.js'
import { changesBetween } from './merge-changes.js'
import { isMergeMark, mergedMark } from './merge-marks.js'
import type { OtherCopy } from './other-copy.js'
import type { Plan } from './plan.js'
import { withStaleSignatures } from './merge-signatures.js'

/** The states of a merge, and what is to be chosen. */
interface Merged {
  /** The records of the case as they are. */
  records: KindRecord[]
  base: MergeState
  mine: MergeState
  theirs: MergeState
  merged: MergeState
  conflicts: OpenConflict[]
}

function mergedWith(db: ReadableDb, other: OtherCopy): Merged {
  const { from, own } = other.base
  const given = other.given && stateOf(other.given)
  const base = from === 'other' ? given! : stateOf(recordsAt(db, own))
  const now = stateOf(other.records)
  const theirs = from === 'part' ? ontoBase(base, given!, now) : now
  const records = allRecords(db)
  const mine = stateOf(records)
  const merged = mergeStates(base, mine, theirs)
  return { records, base, mine, theirs, merged, conflicts: conflictsIn(merged, base) }
}

/** What merging another copy would bring, with every conflict side by side. Reads only. */
export function previewMerge(db: ReadableDb, other: OtherCopy, at: string): MergePreview {
  const merged = mergedWith(db, other)
  const { changes, passages } = plannedChanges(db, other, merged, { others: 'mine', each: {} }, at)
  const { conflicts } = merged
  return {
    title: other.title,
    head: other.head.hash,
    entries: other.entries.length,
    people: peopleOf(other.entries),
    counts: countsOf(changes),
    passages,
    conflicts: conflictsInWords(db, other, merged),
    isNothing: changes.length === 0 && conflicts.length === 0,
  }
}

/**
 * Takes over what another copy of the case has done since both were one, in one transaction and one log entry, which names the
 * other copy's last entry. Where both changed the same, the choices decide. Throws 'conflict' with nothing written while
 * anything is left to choose. A second time it changes nothing.
 */
export function mergeCopy(
  db: WritableDb,
  other: OtherCopy,
  choices: MergeChoices,
  { at, actor }: { at: string; actor: string },
): Plan {
  return db.transaction(() => {
    const merged = mergedWith(db, other)
    requireChosen(merged.conflicts, choices)
    const { changes } = plannedChanges(db, other, merged, choices, at)
    if (changes.length === 0 && merged.conflicts.length === 0) return { label, changes: [] }
    const all = [...changes, ...markChange(db, other)]
    const needed = originalsOf(changes)
    for (const original of other.originals) if (needed.has(original.sha256)) keepOriginal(db, original.bytes)
    for (const version of other.versions) addVersion(db, version)
    applyChanges(db, all, { at, actor, action: actionOf(other) })
    return { label, changes: all }
  })
}

/** The originals of sources that come or get another one. */
function originalsOf(changes: readonly Change[]): Set<string> {
  return new Set(
    changes.flatMap(({ kind, after }) => (kind === 'source' && after ? [after.originalSha256] : [])),
  )
}

/** Makes the case know what it took; it may have heard of that place through a third copy already. */
function markChange(db: ReadableDb, { head }: OtherCopy): Change[] {
  const after = mergedMark(head)
  const before = preferences.find(db, after.key)
  return before ? [] : [{ kind: 'preference', key: after.key, before, after }]
}

const label = 'Merge another copy'

function actionOf({ title, head, base, entries }: OtherCopy): string {
  const range = `${base.taken + 1} to ${head.sequence}`
  return `${label}: entries ${entries.length ? range : 'none'} of “${title}”, whose log ended with ${head.hash}`
}

function requireChosen(conflicts: readonly OpenConflict[], { others, each }: MergeChoices): void {
  const left = others === null ? conflicts.filter(({ id }) => each[id] === undefined) : []
  if (left.length === 0) return
  const what = left.length === 1 ? 'one conflict is' : `${left.length} conflicts are`
  throw new StetError('conflict', `The copies were not merged: ${what} left to choose. Nothing was changed.`)
}

function plannedChanges(
  db: ReadableDb,
  other: OtherCopy,
  { records, base, mine, theirs, merged, conflicts }: Merged,
  { others, each }: MergeChoices,
  at: string,
): { changes: Change[]; passages: ReAnchored['counts'] } {
  const both = new Set(conflicts.filter(({ canBoth }) => canBoth).map(({ id }) => id))
  const choiceOf = (id: string) => {
    const chosen = each[id] ?? others ?? 'mine'
    return chosen === 'both' && !both.has(id) ? 'mine' : chosen
  }
  const settled = settledState({ base, mine, theirs, merged, choiceOf, secondId })
  const moved = reAnchored({
    records: settledRecords(settled, base),
    wasCurrent: currentTexts(mine, theirs),
    textOf: textsOf(db, other),
    at,
  })
  const after = withStaleSignatures(moved.records, records, at)
  return { changes: changesBetween(records, [...after.values()]), passages: moved.counts }
}

/** The same id for the same note and text in every copy, so that merging the other way round makes the same note. */
function secondId(noteId: string, text: string): string {
  const digest = sha256(`${noteId}\n${text}`)
  return digest.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5')
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

function textsOf(db: ReadableDb, { versions }: OtherCopy): (id: string) => string {
  const brought = new Map<string, string>(versions.map(({ id, text }) => [id, text]))
  return (id) => brought.get(id) ?? wordsOfVersion(db, id)
}

/** A text version of the other copy gets the next number where the own one has taken its number. */
function addVersion(db: WritableDb, version: OtherCopy['versions'][number]): void {
  const { sourceId, number } = version
  const taken = db.get(sql`SELECT 1 FROM text_versions WHERE source_id = ${sourceId} AND number = ${number}`)
  addTextVersion(db, taken ? { ...version, number: nextVersionNumber(db, sourceId) } : version)
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

function conflictsInWords(db: ReadableDb, other: OtherCopy, merged: Merged): MergePreview['conflicts'] {
  if (merged.conflicts.length === 0) return []
  const { base, mine, theirs } = merged
  const doings = {
    mine: doingsOf(logEntriesAfter(db, other.base.own, Number.MAX_SAFE_INTEGER)),
    theirs: doingsOf(other.entries),
  }
  const agreed = merged.records.flatMap(({ kind, record }) =>
    kind === 'preference' ? [record as CasePreference] : [],
  )
  const textName = versionNames(db, other)
  const material = { base, mine, theirs, doings, scale: caseScaleOf(agreed), textName }
  return merged.conflicts.map((conflict) => toldConflict(conflict, material))
}

function versionNames(db: ReadableDb, { versions }: OtherCopy): (id: string) => string {
  const brought = new Map(versions.map((version) => [version.id as string, version]))
  return (id) => {
    const version = brought.get(id) ?? findTextVersion(db, id)
    if (!version) return id
    return `Version ${version.number}${version.reason ? ` (${version.reason})` : ''}`
  }
}
