import { resolve } from 'node:path'
import type { BundleChoice, BundleReport } from '../shared/domain/bundle.js'
import { keyOfRecord, type Change, type RecordOf } from '../shared/domain/change.js'
import type { Source } from '../shared/domain/source.js'
import { StetError } from '../shared/ipc/result.js'
import type { KindRecord } from '../shared/merge/record-fields.js'
import { createForWriting, type OpenOptions } from './connection.js'
import type { ReadableDb, WritableDb } from './database.js'
import { sha256 } from './digest.js'
import { allRecords } from './operations/reading/all-records.js'
import { applyChanges } from './operations/acts/apply-changes.js'
import { bundleRecords } from './operations/reading/bundle-records.js'
import { namedInfo, startCase } from './operations/acts/case-title.js'
import { bundleMark } from './operations/merge/merge-marks.js'
import { rebuildSearch } from './operations/search/search-index.js'
import { keepCopy } from './save-copy.js'
import { lastEntry } from './tables/log.js'
import { keepOriginal, originalBytes } from './tables/originals.js'
import { addTextVersion, findText, findTextVersion } from './tables/text-versions.js'
import { temporaryBeside } from './temporary-name.js'

/** Who shares it and when, and the id of the new case. */
export interface BundleAct {
  id: string
  actor: string
  at: string
}

/** A bundle that was written beside the place where it is to be, for `keepCopy` to take from there. */
export interface FilledBundle {
  temporary: string
  report: BundleReport
}

/** Writes a bundle and puts it in its place, over what is there: verified first, and whole or not at all. */
export function writeBundle(
  db: ReadableDb,
  toPath: string,
  choice: BundleChoice,
  act: BundleAct,
  options: OpenOptions = {},
): BundleReport {
  const { temporary, report } = fillBundle(db, toPath, choice, act, options)
  keepCopy(temporary, toPath, true, options)
  return report
}

/**
 * Writes a part of a case as a case of its own into a new file beside the place where it is to be. Its log
 * begins with one entry that puts everything in, so that nothing that was left out is in it, and it names the entry of the case
 * that it was made after, so that what is done in it can be merged back. Throws 'conflict' for the case's own path.
 */
export function fillBundle(
  db: ReadableDb,
  toPath: string,
  choice: BundleChoice,
  act: BundleAct,
  options: OpenOptions = {},
): FilledBundle {
  const path = resolve(toPath)
  if (path === db.path) {
    throw new StetError('conflict', `${path} is the case itself. Choose another name for the bundle.`)
  }
  const { records, report } = bundleRecords(allRecords(db), choice)
  const temporary = temporaryBeside(path)
  const { title } = namedInfo(db)
  const made = createForWriting(temporary, options, (bundle) => {
    startCase(bundle, { id: act.id, title: bundleTitle(title), at: act.at })
    fill(bundle, db, records, { ...act, title, originals: choice.originals })
  })
  made.checkpoint()
  made.close()
  return { temporary, report }
}

const bundleTitle = (title: string): string => `${title.slice(0, 900)} (bundle)`

function fill(
  bundle: WritableDb,
  db: ReadableDb,
  records: readonly KindRecord[],
  { actor, at, title, originals }: BundleAct & { title: string; originals: boolean },
): void {
  bundle.transaction(() => {
    copyTexts(bundle, db, records)
    const filled = records.map((one) =>
      one.kind === 'source'
        ? { ...one, record: withOriginal(bundle, db, one.record as Source, originals) }
        : one,
    )
    const mark = bundleMark({ ...lastEntry(db), caseId: namedInfo(db).id, title })
    const all: KindRecord[] = [...filled, { kind: 'preference', record: mark }]
    const changes = all.map(
      ({ kind, record }) => ({ kind, key: keyOfRecord(record), before: null, after: record }) as Change,
    )
    applyChanges(bundle, changes, { at, actor, action: `Share a bundle of “${title}”` })
    rebuildSearch(bundle)
  })
}

/** The texts in which something of the bundle stands. */
function copyTexts(bundle: WritableDb, db: ReadableDb, records: readonly KindRecord[]): void {
  const ids = new Set<string>()
  for (const { kind, record } of records) {
    if (kind === 'source') ids.add((record as Source).currentVersionId)
    const passage = kind === 'claim' || kind === 'evidence' ? (record as RecordOf<'evidence'>).selector : null
    if (passage) ids.add(passage.textVersionId)
  }
  for (const id of ids) {
    const version = findTextVersion(db, id)
    if (version) addTextVersion(bundle, version)
  }
}

/** A source with its original; without originals its text takes the original's place. */
function withOriginal(bundle: WritableDb, db: ReadableDb, source: Source, isWanted: boolean): Source {
  const bytes = isWanted ? originalBytes(db, source.originalSha256) : null
  if (bytes) {
    keepOriginal(bundle, bytes)
    return source
  }
  const text = findText(db, source.currentVersionId) ?? ''
  const content = new TextEncoder().encode(text)
  keepOriginal(bundle, content)
  return { ...source, originalSha256: sha256(content), partStart: 0, partEnd: text.length, encoding: 'utf-8' }
}
