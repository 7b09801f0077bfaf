import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { logOf, walSize } from './file-header.js'
import { storageError } from './storage-error.js'

export interface CaseCopy {
  path: string
  /** Deletes the copy with its folder. */
  remove: () => void
}

/**
 * A copy of a case file that nobody has open, with its write-ahead log, in a new folder among the system's temporary ones.
 * For what the file itself must not or cannot be used for: it is of an older version, or on a medium that only reads.
 */
export function copyCase(file: string): CaseCopy {
  const path = resolve(file)
  const folder = mkdtempSync(join(tmpdir(), 'stet-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const copy = join(folder, basename(path))
  try {
    copyFileSync(path, copy)
    if (walSize(path) > 0) copyFileSync(logOf(path), `${copy}-wal`)
    return { path: copy, remove }
  } catch (thrown) {
    remove()
    throw storageError(thrown, path)
  }
}
