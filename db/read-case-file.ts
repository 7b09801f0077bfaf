import { resolve } from 'node:path'
import { StetError } from '../shared/ipc/result.js'
import { copyCase } from './case-copy.js'
import { openForReading, openForWriting, type OpenOptions } from './connection.js'
import type { ReadableDb } from './database.js'
import { requireCaseHeader } from './file-header.js'
import { newestVersion } from './migrate.js'

/**
 * Reads a case file that nobody has open and leaves it as it is. A file of an older version, or on a medium that only
 * reads, is read as a copy. The same refusals as `openForReading`.
 */
export function readCaseFile<T>(file: string, options: OpenOptions, read: (db: ReadableDb) => T): T {
  const path = resolve(file)
  if (requireCaseHeader(path) === newestVersion) {
    const db = openedInPlace(path, options)
    if (db) return closing(db, read)
  }
  const copy = copyCase(path)
  try {
    return closing(openForWriting(copy.path, { ...options, olderCopy: () => `${copy.path}.older` }), read)
  } finally {
    copy.remove()
  }
}

/** Null on a medium on which SQLite cannot even read in place: a write-ahead log needs files beside it. */
function openedInPlace(path: string, options: OpenOptions): ReadableDb | null {
  try {
    return openForReading(path, options)
  } catch (thrown) {
    if (thrown instanceof StetError && thrown.kind === 'io') return null
    throw thrown
  }
}

function closing<T>(db: ReadableDb, read: (db: ReadableDb) => T): T {
  try {
    return read(db)
  } finally {
    db.close()
  }
}
