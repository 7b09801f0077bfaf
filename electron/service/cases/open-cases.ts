import { realpathSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { StetError } from '../../../shared/ipc/result.js'

/**
 * The case files that this process has open, by what the system knows them by. On systems with POSIX locks, whoever opens and
 * closes one of them a second time, if only to read its first bytes, gives up the lock that SQLite holds on it for the whole
 * process, and another program could write into the open case.
 */
const held = new Set<string>()

/** Notes that a case file is about to be opened; throws 'locked' when it is open. The answer takes the note back, once. */
export function holdCase(path: string): () => void {
  refuseOpenCase(path)
  let file = identityOf(path)
  if (file !== null) held.add(file)
  return () => {
    // Once only: by the next time the case may be open again.
    if (file !== null) held.delete(file)
    file = null
  }
}

/** Whether a file is a case that this process has open, whatever its path says: links lead to it too. */
export function isOpenCase(path: string): boolean {
  const file = identityOf(path)
  return file !== null && held.has(file)
}

/** Throws 'locked' for a case that this process has open. To be asked before such a file is opened or replaced. */
export function refuseOpenCase(path: string): void {
  if (!isOpenCase(path)) return
  const message = `“${basename(path)}” is a case that is open in Stet. Close it first, or choose another file.`
  throw new StetError('locked', message)
}

/** Null where there is no such file, or where it cannot be seen. */
function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    // Some network drives give their files no number.
    return ino === 0n ? realpathSync.native(path) : `${dev}:${ino}`
  } catch {
    return null
  }
}
