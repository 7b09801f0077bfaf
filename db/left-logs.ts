import { existsSync, lstatSync } from 'node:fs'
import { StetError } from '../shared/ipc/result.js'

/**
 * Throws 'conflict' where a log or a journal lies beside `path`, whether or not a file is there: SQLite would read what a
 * killed program left of another file into the one that is put there. Empty ones say nothing. Throws what the system throws.
 */
export function requireNoLogs(path: string): void {
  for (const suffix of ['-wal', '-journal']) {
    const log = lstatSync(path + suffix, { throwIfNoEntry: false })
    if (!log || (log.isFile() && log.size === 0)) continue
    throw new StetError('conflict', leftMessage(path, suffix))
  }
}

function leftMessage(path: string, suffix: string): string {
  if (suffix === '-wal' && existsSync(path)) {
    const left = `${path} was not closed properly, and its newest changes lie beside it (${path}-wal)`
    return `${left}. Nothing was changed. Open and close it once, or choose another name.`
  }
  const left = `${path}${suffix} is left over from another file of this name`
  return `${left}. Nothing was changed. Choose another name, or move that file away.`
}
