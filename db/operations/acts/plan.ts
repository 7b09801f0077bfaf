import { makeSelector } from '../../../shared/anchoring/selector.js'
import type { Change } from '../../../shared/domain/change.js'
import type { Selector } from '../../../shared/domain/claim.js'
import type { SourceId } from '../../../shared/domain/ids.js'
import type { TextDraft } from '../../../shared/domain/text-draft.js'
import { StetError } from '../../../shared/ipc/result.js'
import { sameJson } from '../../../shared/domain/canonical-json.js'
import type { ReadableDb } from '../../database.js'
import { currentText, liveSource } from '../reading/live-records.js'

/** What a command comes to against the records as they are. */
export interface Plan {
  /** For a person: "Add claim". */
  label: string
  /** In the order in which they must be applied; none when all is already so. */
  changes: Change[]
  /** Unfinished corrections that come with them. */
  drafts?: readonly TextDraft[]
}

/** Who asks for a plan, when, and against which records. Planning reads and writes nothing. */
export interface Planning {
  db: ReadableDb
  at: string
  actor: string
}

/** A record with the fields of a patch that are set; the record itself when that changes nothing. */
export function patched<T extends object>(record: T, patch: { [K in keyof T]?: T[K] | undefined }): T {
  const set = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const after = { ...record, ...set }
  return sameJson(record, after) ? record : after
}

/** The same for a record that need not have the fields `optional`: null in the patch takes such a field away. */
export function patchedOptional<T extends object, K extends keyof T>(
  record: T,
  patch: { [F in keyof T]?: T[F] | undefined } | { [F in K]?: T[F] | null | undefined },
  optional: readonly K[],
): T {
  const set = Object.entries(patch).filter(([, value]) => value !== undefined)
  const after = { ...record, ...Object.fromEntries(set) } as T
  for (const name of optional) if (after[name] === null) delete after[name]
  return sameJson(record, after) ? record : after
}

/** The fields in which two records differ, in words: "verdict, event date". */
export function changedFields<T extends object>(before: T, after: T): string {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const valueIn = (record: T, key: string) => ({ value: record[key as keyof T] })
  const names = [...keys].filter((key) => !sameJson(valueIn(before, key), valueIn(after, key)))
  return names
    .map((name) => name.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(', ')
}

/** The selector of a range (UTF-16 code units) of a source's current text; 'invalid' when the range is not in it. */
export function passageSelector(db: ReadableDb, sourceId: SourceId, start: number, end: number): Selector {
  const source = liveSource(db, sourceId)
  const text = currentText(db, source)
  try {
    return makeSelector(text, source.currentVersionId, start, end)
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    throw new StetError('invalid', `${thrown.message} (source “${source.title}”). Select the passage again.`)
  }
}
