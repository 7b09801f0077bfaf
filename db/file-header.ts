import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import { StetError } from '../shared/ipc/result.js'
import { applicationId, newerError, newestVersion } from './migrate.js'
import { damagedError, storageError } from './storage-error.js'

const headerLength = 100
const magic = 'SQLite format 3\0'

/**
 * Looks at the first bytes of a file, without SQLite, and throws unless they are those of a case that this program
 * knows: 'not-found', 'io', 'foreign', 'newer' or 'damaged'. Nothing is written. The version of its schema.
 */
export function requireCaseHeader(path: string): number {
  const { header, size } = readHeader(path)
  if (size === 0) throw foreignError(path, 'it is empty')
  if (header.toString('latin1', 0, magic.length) !== magic) throw foreignError(path, 'it is not a Stet file')
  if (header.length < headerLength) throw damagedError(path, 'it ends within its header')
  if (header.readUInt32BE(68) !== applicationId)
    throw foreignError(path, 'it is a database of another program')
  const version = header.readUInt32BE(60)
  if (version > newestVersion) throw newerError(path, version)
  if (version === 0) throw damagedError(path, 'it was never finished')
  try {
    requireOwnLogs(path)
  } catch (thrown) {
    throw storageError(thrown, path)
  }
  return version
}

/** The size in bytes of the file's write-ahead log; 0 when there is none. */
export function walSize(path: string): number {
  return statSync(logOf(path), { throwIfNoEntry: false })?.size ?? 0
}

/** Where the write-ahead log of a file lies: beside the file itself, where `path` is a link to it. */
export function logOf(path: string): string {
  return `${realpathSync(path)}-wal`
}

/** The refusal of a file that is not a case of Stet's making; `why` completes "it was not opened because". */
export function foreignError(path: string, why: string): StetError {
  return new StetError(
    'foreign',
    `${path} is not a case that Stet can open: ${why}. Nothing was changed. Choose a file that Stet saved (*.stet); to ` +
      'examine a text, import it into a case instead.',
  )
}

function readHeader(path: string): { header: Buffer; size: number } {
  try {
    // Without waiting: a pipe would let nobody open it before somebody writes to it. Windows knows no such flag.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const stat = fstatSync(file)
      if (!stat.isFile()) throw foreignError(path, stat.isDirectory() ? 'it is a folder' : 'it is not a file')
      const header = Buffer.alloc(headerLength)
      const length = readSync(file, header, 0, headerLength, 0)
      return { header: header.subarray(0, length), size: stat.size }
    } finally {
      closeSync(file)
    }
  } catch (thrown) {
    throw storageError(thrown, path)
  }
}

/**
 * SQLite would play a journal back into the file before anyone could look at it, would wait for ever for one that is a pipe,
 * and would delete a log that is no file. Stet leaves none of them behind. They lie beside the file itself, where `path` is a
 * link to it.
 */
function requireOwnLogs(path: string): void {
  const real = realpathSync(path)
  const journal = lstatSync(`${real}-journal`, { throwIfNoEntry: false })
  if (journal && (journal.size > 0 || !journal.isFile())) {
    throw damagedError(path, `an unfinished change of another program lies beside it (${real}-journal)`)
  }
  for (const [suffix, what] of [
    ['-wal', 'its log'],
    ['-shm', 'the index of its log'],
  ]) {
    if (lstatSync(real + suffix, { throwIfNoEntry: false })?.isFile() !== false) continue
    throw damagedError(path, `what should be ${what} is not a file (${real}${suffix})`)
  }
}
