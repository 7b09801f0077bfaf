import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, parse, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { StetError, type ErrorKind } from '../shared/ipc/result.js'
import { CaseDatabase, type ReadableDb, type WritableDb } from './database.js'
import { foreignError, requireCaseHeader, walSize } from './file-header.js'
import { requireNoLogs } from './left-logs.js'
import { applicationId, migrate, newerError, newestVersion } from './migrate.js'
import { requireOwnSchema } from './schema-check.js'
import { damagedError, openingError, storageError } from './storage-error.js'

export interface OpenOptions {
  /** Path of the compiled better-sqlite3 to load, where the one that it finds by itself does not fit the runtime. */
  nativeBinding?: string
  /** Where to put a copy of a file of an older version before it is migrated; beside it unless this says so. */
  olderCopy?: (db: ReadableDb) => string
}

/** How long an opener waits for another one, in milliseconds: a person should hear at once that the case is in use. */
const patience = 200

/**
 * Opens a case file to read and write, alone: until it is closed nobody else can open it. The file is looked at before
 * anything is written, and left byte for byte as it was when it is refused ('not-found', 'foreign', 'newer',
 * 'damaged', 'locked', 'io'), by `accept` too, which may read and throw.
 */
export function openForWriting(
  file: string,
  options: OpenOptions = {},
  accept: (db: ReadableDb) => void = () => {},
): WritableDb {
  const path = resolve(file)
  requireCaseHeader(path)
  requireWritable(path)
  // Closing a connection that may write moves the log into the file: look through one that cannot.
  if (walSize(path) > 0) openForReading(path, options).close()
  return connected(path, { ...options, fileMustExist: true }, (database) => {
    hardened(database)
    database.pragma('query_only = ON')
    database.pragma('locking_mode = EXCLUSIVE')
    requireSound(database, options)
    // A file of an older version is one that `accept` can read only once it is migrated.
    const isOlder = (database.pragma('user_version', { simple: true }) as number) < newestVersion
    if (!isOlder) accept(new CaseDatabase(database, path))
    database.pragma('query_only = OFF')
    durable(database)
    if (isOlder) keepOlder(database, options)
    migrate(database)
    if (isOlder) accept(new CaseDatabase(database, path))
  })
}

/**
 * Opens a case file that nobody has open for writing, to read only; the same refusals. A write-ahead log beside it is
 * read too. Closing leaves nothing beside it that was not there.
 */
export function openForReading(file: string, options: OpenOptions = {}): ReadableDb {
  const path = resolve(file)
  requireCaseHeader(path)
  return connected(path, { ...options, readonly: true, fileMustExist: true }, (database) => {
    hardened(database)
    requireSound(database, options)
  })
}

/**
 * Opens a case file that nobody has open, to look at it however damaged it is; 'not-found', 'foreign', 'newer', 'locked'
 * and 'io' as ever. What is damaged shows when it is read.
 */
export function openForInspection(file: string, options: OpenOptions = {}): ReadableDb {
  const path = resolve(file)
  requireCaseHeader(path)
  return connected(path, { ...options, readonly: true, fileMustExist: true }, (database) => {
    hardened(database)
    try {
      requireOwnFile(database, options)
    } catch (thrown) {
      const error = openingError(thrown, path)
      if (!(error instanceof StetError) || error.kind !== 'damaged') throw error
    }
  })
}

/**
 * Throws 'locked' for a case file that somebody has open, 'not-found' where there is none, and what else is `refused`; whatever
 * other fault it has is no matter.
 */
export function requireUnlocked(
  file: string,
  options: OpenOptions = {},
  refused: readonly ErrorKind[] = [],
): void {
  try {
    openForInspection(file, options).close()
  } catch (thrown) {
    const error = storageError(thrown, file)
    if (error instanceof StetError && ['locked', 'not-found', ...refused].includes(error.kind)) throw error
  }
}

/** Windows removes nothing that is open; elsewhere whoever opens the case next must not lose the log just begun. */
function closeWithout(database: Database.Database, removeTraces: () => void): void {
  if (process.platform !== 'win32') removeTraces()
  database.close()
  if (process.platform === 'win32') removeTraces()
}

/** Removes the empty log, and the index of a log, that a connection which only reads makes and leaves; none that are there now. */
function tracesOfLooking(path: string): () => void {
  const there = (name: string) => lstatSync(name, { throwIfNoEntry: false })
  const [log, index] = [`${path}-wal`, `${path}-shm`]
  const [hadLog, hadIndex] = [there(log), there(index)]
  return () => {
    try {
      if (!hadLog && there(log)?.size === 0) rmSync(log)
      if (!hadIndex && there(index)) rmSync(index)
    } catch {
      // What stays is empty, and does no harm.
    }
  }
}

/**
 * Makes a new, empty case file of the newest schema and opens it for writing. Refuses a path where anything is, or
 * where the remains of a deleted database would be taken for this one's ('conflict'). `begin` writes what a case cannot be
 * without; when it or anything else fails, no file is left.
 */
export function createForWriting(
  file: string,
  options: OpenOptions,
  begin: (db: WritableDb) => void,
): WritableDb {
  const path = resolve(file)
  requireFree(path)
  try {
    return connected(path, { ...options, fileMustExist: true }, (database) => {
      hardened(database)
      database.pragma('locking_mode = EXCLUSIVE')
      database.pragma('synchronous = FULL')
      database.pragma('fullfsync = ON')
      migrate(database)
      begin(new CaseDatabase(database, path))
      durable(database)
      syncFolder(dirname(path))
    })
  } catch (thrown) {
    for (const suffix of ['', '-journal', '-wal']) rmSync(path + suffix, { force: true })
    throw thrown
  }
}

/** A connection that `prepare` has accepted; closed again when it throws. One that only reads leaves no traces. */
function connected(
  path: string,
  { olderCopy: _olderCopy, ...options }: Database.Options & OpenOptions,
  prepare: (database: Database.Database) => void,
) {
  let close = (): void => {}
  try {
    const removeTraces = options.readonly ? tracesOfLooking(realpathSync(path)) : close
    const database = new Database(path, { timeout: patience, ...options })
    close = () => closeWithout(database, removeTraces)
    prepare(database)
    return new CaseDatabase(database, path, close)
  } catch (thrown) {
    close()
    throw openingError(thrown, path)
  }
}

/** Settings under which a file that somebody else may have made is read. They come before anything reads it. */
function hardened(database: Database.Database): void {
  database.pragma('trusted_schema = OFF')
  database.pragma('cell_size_check = ON')
  database.pragma('mmap_size = 0')
  database.pragma('foreign_keys = ON')
  // What a search works with for a moment must not lie about in a temporary folder.
  database.pragma('temp_store = MEMORY')
}

/**
 * Throws unless the schema is our own, the pages are whole and no reference leads nowhere. The schema first: the check
 * of pages runs its CHECKs. On a connection that only reads SQLite knows neither CHECKs nor references; there the
 * parsing of each row has to do.
 */
function requireSound(database: Database.Database, options: OpenOptions): void {
  requireOwnFile(database, options)
  // Not quick_check: an index that lost an entry would hide a claim without a word.
  const verdicts = database.pragma('integrity_check') as { integrity_check: string }[]
  const bad = verdicts.find(({ integrity_check: verdict }) => verdict !== 'ok' && !isAboutSearch(verdict))
  if (bad) throw damagedError(database.name, `its parts do not fit together (${bad.integrity_check})`)
  const broken = database.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (broken[0]) {
    const { table, parent } = broken[0]
    throw damagedError(database.name, `its ${table} refer to ${parent} that are not there`)
  }
}

/** Whether a verdict of SQLite is about the index of the search, which opening a case makes anew without loss. */
export function isAboutSearch(verdict: string): boolean {
  return /inverted index for FTS5|FTS5 table|^fts5: /i.test(verdict)
}

/** Throws unless this is a case of a version that is known, and nothing but Stet has a say in what its schema does. */
function requireOwnFile(database: Database.Database, { nativeBinding }: OpenOptions): void {
  const version = database.pragma('user_version', { simple: true }) as number
  if (version > newestVersion) throw newerError(database.name, version)
  if (database.pragma('application_id', { simple: true }) !== applicationId) {
    throw foreignError(database.name, 'it is a database of another program')
  }
  requireOwnSchema(database, version, nativeBinding)
}

/** Keeps a file of an older version as it is, in a copy that was opened and looked at, before it is migrated. */
function keepOlder(database: Database.Database, { nativeBinding, olderCopy }: OpenOptions): void {
  const version = database.pragma('user_version', { simple: true }) as number
  const { dir, name, ext } = parse(database.name)
  const copy =
    olderCopy?.(new CaseDatabase(database, database.name)) ?? join(dir, `${name} (format ${version})${ext}`)
  if (statSync(copy, { throwIfNoEntry: false })) return
  // Under another name until it is whole: what a killed process left would be taken for the copy.
  const unfinished = `${copy}.tmp`
  const discard = () => ['', '-wal', '-shm'].forEach((suffix) => rmSync(unfinished + suffix, { force: true }))
  discard()
  try {
    database.prepare('VACUUM INTO ?').run(unfinished)
    openForReading(unfinished, nativeBinding === undefined ? {} : { nativeBinding }).close()
    sync(unfinished, 'r+')
    renameSync(unfinished, copy)
    syncFolder(dirname(copy))
  } finally {
    discard()
  }
}

/** What is answered is on the disk: write-ahead log, flushed to the medium with every commit. */
function durable(database: Database.Database): void {
  const mode = database.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') {
    throw new StetError(
      'io',
      `${database.name} lies on a disk that does not allow safe writing. Move it to another.`,
    )
  }
  database.pragma('synchronous = FULL')
  database.pragma('fullfsync = ON')
  database.pragma('checkpoint_fullfsync = ON')
}

function requireWritable(path: string): void {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
  } catch (thrown) {
    const why = `${path} or its folder is read-only, so that a case cannot be worked on there.`
    throw new StetError('io', `${why} Copy the file to a folder of your own and open the copy.`, {
      cause: thrown,
    })
  }
}

/** Claims the path with a new, empty file. */
function requireFree(path: string): void {
  try {
    requireNoLogs(path)
    closeSync(openSync(path, 'wx'))
  } catch (thrown) {
    throw storageError(thrown, path)
  }
}

/** So that the new name itself survives a loss of power; Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') sync(folder, 'r')
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
