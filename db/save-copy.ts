import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Verification } from '../shared/domain/verification.js'
import { StetError } from '../shared/ipc/result.js'
import { requireUnlocked, syncFolder, type OpenOptions } from './connection.js'
import type { WritableDb } from './database.js'
import { inspectCase } from './inspect-case.js'
import { requireNoLogs } from './left-logs.js'
import { storageError } from './storage-error.js'
import { temporaryBeside } from './temporary-name.js'

/**
 * Writes all of an open case into a new file beside the place where it is to be, for `keepCopy` to take from there; the
 * path of that file. Throws 'conflict' for the case's own path, 'io'.
 */
export function writeCopy(db: WritableDb, toPath: string): string {
  const path = resolve(toPath)
  if (path === db.path) {
    throw new StetError('conflict', `${path} is the case that is open. Choose another name for the copy.`)
  }
  const temporary = temporaryBeside(path)
  try {
    db.vacuumInto(temporary)
    return temporary
  } catch (thrown) {
    discard(temporary)
    throw storageError(thrown, path)
  }
}

/**
 * Verifies what `writeCopy` wrote, flushes it and renames it over what was at `toPath`, which stays until then. Throws
 * 'damaged' when the copy is not whole, or not sound in every record where it `mustBeSound`; 'locked', 'newer' and 'conflict'
 * where a case must not be replaced; 'io'. Needs no open case, so that another thread can take its time.
 */
export function keepCopy(
  temporary: string,
  toPath: string,
  mustBeSound: boolean,
  options: OpenOptions = {},
): Verification {
  const path = resolve(toPath)
  try {
    const verification = inspectCase(temporary, options)
    const bad = verification.problems.find(
      ({ kind }) => mustBeSound || kind === 'file' || kind === 'reference',
    )
    if (bad) throw new StetError('damaged', `The copy was not kept: ${bad.message} Nothing was changed.`)
    flush(temporary)
    requireReplaceable(path, options)
    renameSync(temporary, path)
    syncFolder(dirname(path))
    return verification
  } catch (thrown) {
    throw storageError(thrown, path)
  } finally {
    discard(temporary)
  }
}

/**
 * Whoever has a case open would go on writing into a file without a name; whether one of a newer version is open, nobody here
 * can tell. A log left at the place would be read into the copy, even where its own file is gone.
 */
function requireReplaceable(path: string, options: OpenOptions): void {
  if (statSync(path, { throwIfNoEntry: false })) requireUnlocked(path, options, ['newer'])
  requireNoLogs(path)
}

function discard(temporary: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true })
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
