import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Verification } from '../shared/domain/verification.js'
import { StetError } from '../shared/ipc/result.js'
import { syncFolder, type OpenOptions } from './connection.js'
import type { WritableDb } from './database.js'
import { inspectCase } from './inspect-case.js'
import { storageError } from './storage-error.js'

/**
 * Saves a whole copy of an open case at `toPath`, in one file: written beside it, verified, flushed, and renamed over what
 * was there, which stays until then. Damage that single records of the case already have is copied and reported. Throws
 * 'damaged' when the copy itself is not whole, 'conflict' for the case's own path, 'io'; then nothing was changed there.
 */
export function saveCopy(db: WritableDb, toPath: string, options: OpenOptions = {}): Verification {
  const path = resolve(toPath)
  if (path === db.path) {
    throw new StetError('conflict', `${path} is the case that is open. Choose another name for the copy.`)
  }
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    db.vacuumInto(temporary)
    const verification = inspectCase(temporary, options)
    const bad = verification.problems.find(({ kind }) => kind === 'file' || kind === 'reference')
    if (bad) throw new StetError('damaged', `The copy was not kept: ${bad.message} Nothing was changed.`)
    flush(temporary)
    renameSync(temporary, path)
    syncFolder(dirname(path))
    return verification
  } catch (thrown) {
    throw storageError(thrown, path)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true })
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
