import { z } from 'zod'
import type { CasePreference } from '../../../shared/domain/case-preference.js'
import { sha256Schema } from '../../../shared/domain/ids.js'
import type { ReadableDb } from '../../database.js'
import { sql } from '../../sql.js'
import { logEntriesOf, type LogPlace } from '../../tables/log.js'
import { preferenceFromRow } from '../../tables/preferences.js'
import { namedInfo } from '../acts/case-title.js'

/*
 * A case knows by preferences which copies it has in it: `merged.` and the beginning of a hash names an entry of another
 * copy's log up to which everything was taken. They are records like others: undoing a merge takes the mark with it, and
 * merging hands it on, so that a copy of a copy is known too.
 */
const mergedPrefix = 'merged.'
const bundleKey = 'bundle.base'

const placeSchema = z.strictObject({ sequence: z.int().nonnegative(), hash: sha256Schema })

const bundleSchema = placeSchema.extend({ caseId: z.string().min(1).max(100), title: z.string().max(1000) })

/** What a bundle was made from: a case, and where its log ended then. */
export type BundleBase = z.infer<typeof bundleSchema>

/** A place in the log of another copy up to which everything is in this case; `since` is the own entry that took it. */
export interface MergedPlace extends LogPlace {
  since: number
}

/** What another copy must know of a case to find what both go back to. */
export interface MergeMarks {
  caseId: string
  title: string
  /** The hash of each entry of the log, the first at 0. */
  hashes: string[]
  merged: MergedPlace[]
  bundle: BundleBase | null
}

/** The preference that says that everything up to a place of another copy's log is in the case. */
export function mergedMark({ sequence, hash }: LogPlace): CasePreference {
  return { key: `${mergedPrefix}${hash.slice(0, 40)}`, value: { sequence, hash } }
}

/** The preference that says what a bundle was made from. */
export function bundleMark(base: BundleBase): CasePreference {
  return { key: bundleKey, value: { ...base } }
}

/** Whether a preference is one of these marks, which say nothing about the case itself. */
export function isMergeMark(key: string): boolean {
  return key === bundleKey || key.startsWith(mergedPrefix)
}

/** The marks of a case; what cannot be read as one is none. */
export function mergeMarks(db: ReadableDb): MergeMarks {
  const { id, title } = namedInfo(db)
  const hashes = db.all(sql`SELECT hash FROM log ORDER BY sequence`).map(({ hash }) => String(hash))
  const merged: MergedPlace[] = []
  let bundle: BundleBase | null = null
  for (const row of db.all(sql`SELECT * FROM preferences WHERE key >= ${'bundle.'} AND key < ${'merged/'}`)) {
    const { key, value } = preferenceFromRow(row)
    if (key === bundleKey) bundle = bundleSchema.safeParse(value).data ?? null
    const place = key.startsWith(mergedPrefix) ? placeSchema.safeParse(value).data : undefined
    if (place) merged.push({ ...place, since: logEntriesOf(db, key).at(-1)?.sequence ?? 0 })
  }
  return { caseId: id, title, hashes, merged, bundle }
}
