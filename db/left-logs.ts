import { existsSync, lstatSync } from 'node:fs'
import { StetError } from '../shared/ipc/result.js'

/**
 * Throws 'conflict' where a log or a journal lies beside `path`, whether or not a file is there: SQLite would read what a
 * killed program left of another file into the one that is put there. Throws what the system throws.
 */
export function requireNoLogs(path: string): void {
  const suffix = leftLog(path)
  if (suffix) throw new StetError('conflict', leftMessage(path, suffix))
}

/** The ending of the log or the journal that lies beside `path`; null where none does. Empty ones say nothing. */
export function leftLog(path: string): '-wal' | '-journal' | null {
  return (['-wal', '-journal'] as const).find((suffix) => saysSomething(path + suffix)) ?? null
}

function saysSomething(log: string): boolean {
  try {
    const found = lstatSync(log, { throwIfNoEntry: false })
    return found !== undefined && !(found.isFile() && found.size === 0)
  } catch (thrown) {
    // Beside the longest name nothing with a longer one can lie.
    if ((thrown as NodeJS.ErrnoException).code === 'ENAMETOOLONG') return false
    throw thrown
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
