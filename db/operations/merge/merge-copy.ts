import type { Change } from '../../../shared/domain/change.js'
import type { MergeChoices } from '../../../shared/domain/merge.js'
import { StetError } from '../../../shared/ipc/result.js'
import type { OpenConflict } from '../../../shared/merge/conflicts.js'
import { finished } from '../../../shared/merge/steps.js'
import type { ReadableDb, WritableDb } from '../../database.js'
import { sql } from '../../sql.js'
import { keepOriginal } from '../../tables/originals.js'
import { preferences } from '../../tables/preferences.js'
import { addTextVersion, nextVersionNumber } from '../../tables/text-versions.js'
import { applyChanges } from '../acts/apply-changes.js'
import { comparing, planning } from './compare-copies.js'
import { bringDrafts } from './merge-drafts.js'
import { mergedMark } from './merge-marks.js'
import type { OtherCopy } from './other-copy.js'
import { ownSide, ownSideAsk } from './own-side.js'
import type { Plan } from '../acts/plan.js'

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
    const own = ownSide(db, ownSideAsk(other))
    const comparison = finished(comparing(own, other))
    const { conflicts } = comparison
    requireChosen(conflicts, choices)
    const { changes, drafts } = finished(planning(own, other, comparison, choices, at))
    if (changes.length === 0 && conflicts.length === 0 && drafts.coming.length === 0)
      return { label, changes: [] }
    const all = [...changes, ...markChange(db, other)]
    const needed = originalsOf(changes)
    for (const original of other.originals) if (needed.has(original.sha256)) keepOriginal(db, original.bytes)
    for (const version of other.versions) addVersion(db, version)
    applyChanges(db, all, { at, actor, action: actionOf(other, drafts.coming.length) })
    bringDrafts(db, drafts.coming)
    return { label, changes: all, drafts: drafts.coming }
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

/** The refusal of a merge of a copy that nobody has looked at. */
export function otherCopyIsGone(): StetError {
  return new StetError(
    'conflict',
    'The other copy is not at hand any more. Nothing was changed. Choose it again.',
  )
}

const label = 'Merge another copy'

function actionOf({ title, head, base, entries }: OtherCopy, drafts: number): string {
  const range = `${base.taken + 1} to ${head.sequence}`
  const corrections =
    drafts === 1 ? ', with an unfinished correction' : `, with ${drafts} unfinished corrections`
  return (
    `${label}: entries ${entries.length ? range : 'none'} of “${title}”, whose log ended with ${head.hash}` +
    (drafts === 0 ? '' : corrections)
  )
}

function requireChosen(conflicts: readonly OpenConflict[], { others, each }: MergeChoices): void {
  const left = others === null ? conflicts.filter(({ id }) => each[id] === undefined) : []
  if (left.length === 0) return
  const what = left.length === 1 ? 'one conflict is' : `${left.length} conflicts are`
  throw new StetError('conflict', `The copies were not merged: ${what} left to choose. Nothing was changed.`)
}

/** A text version of the other copy gets the next number where the own one has taken its number. */
function addVersion(db: WritableDb, version: OtherCopy['versions'][number]): void {
  const { sourceId, number } = version
  const taken = db.get(sql`SELECT 1 FROM text_versions WHERE source_id = ${sourceId} AND number = ${number}`)
  addTextVersion(db, taken ? { ...version, number: nextVersionNumber(db, sourceId) } : version)
}
