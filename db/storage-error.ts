import Database from 'better-sqlite3'
import { StetError } from '../shared/ipc/result.js'

/** What to throw for anything that SQLite or the file system threw while it worked on the case file at `path`. */
export function storageError(thrown: unknown, path: string): unknown {
  if (thrown instanceof StetError) return thrown
  if (thrown instanceof Database.SqliteError) return fromSqlite(thrown, path) ?? thrown
  return isSystemError(thrown) ? fromSystem(thrown, path) : thrown
}

/** The same for a file that a stranger may have made: of what SQLite refuses there, the file is the cause. */
export function openingError(thrown: unknown, path: string): unknown {
  const error = storageError(thrown, path)
  return error instanceof Database.SqliteError ? damagedError(path, error.message, error) : error
}

function fromSqlite(error: InstanceType<typeof Database.SqliteError>, path: string): StetError | null {
  const { code, message } = error
  const stet = (kind: StetError['kind'], text: string) => new StetError(kind, text, { cause: error })
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return lockedError(path, error)
  if (code.startsWith('SQLITE_FULL')) {
    return stet(
      'io',
      `The disk with ${path} is full. The last change was not saved. Free some space and try again.`,
    )
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damagedError(path, message, error)
  if (code.startsWith('SQLITE_CONSTRAINT_CHECK')) {
    return stet(
      'invalid',
      `The change holds a value that ${path} does not allow (${message}). Nothing was saved.`,
    )
  }
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    return stet('conflict', `The change does not fit what ${path} now holds (${message}). Nothing was saved.`)
  }
  if (code.startsWith('SQLITE_TOOBIG'))
    return stet('too-large', `The change is too large for ${path}. Nothing was saved.`)
  if (code === 'SQLITE_CANTOPEN' && Buffer.byteLength(path) > longestPath) return tooLongError(path, error)
  if (/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM|AUTH|NOLFS|PROTOCOL)/.test(code)) {
    return stet(
      'io',
      `The system did not let Stet read or write ${path} (${code}: ${message}). The last change was not saved. Check ` +
        'that the disk is there and that you may write to the file and its folder, then try again.',
    )
  }
  return null
}

/** Bytes of a path past which SQLite may open neither the file nor what it keeps beside it. */
const longestPath = 500

function tooLongError(path: string, cause: unknown): StetError {
  return new StetError(
    'io',
    `The name or the path of ${path} is too long for what has to lie beside a case that is open. Nothing was changed. Move ` +
      'the file to a folder with a shorter path, or give it a shorter name.',
    { cause },
  )
}

/** The case is open elsewhere. */
function lockedError(path: string, cause?: unknown): StetError {
  return new StetError(
    'locked',
    `${path} is open in another window or program, or on another computer. Nothing was changed. Close it there, then ` +
      'open it again here.',
    { cause },
  )
}

/** The case file cannot be read soundly; `what` says where. */
export function damagedError(path: string, what: string, cause?: unknown): StetError {
  return new StetError(
    'damaged',
    `${path} is damaged: ${what}. Nothing was changed. Keep the file, and go on with a backup or an earlier copy.`,
    { cause },
  )
}

function isSystemError(thrown: unknown): thrown is NodeJS.ErrnoException {
  return (
    thrown instanceof Error &&
    typeof (thrown as NodeJS.ErrnoException).code === 'string' &&
    'syscall' in thrown
  )
}

function fromSystem(error: NodeJS.ErrnoException, path: string): StetError {
  const cause = { cause: error }
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new StetError(
      'not-found',
      `There is no file ${path}. It may have been moved, renamed or deleted.`,
      cause,
    )
  }
  if (error.code === 'EEXIST') {
    return new StetError(
      'conflict',
      `${path} exists already and was left as it is. Choose another name.`,
      cause,
    )
  }
  if (error.code === 'ENAMETOOLONG') return tooLongError(path, error)
  const hint =
    'Check that the disk is there and that you may read and write the file and its folder, then try again.'
  return new StetError(
    'io',
    `The system did not let Stet use ${path} (${error.code}: ${error.message}). ${hint}`,
    cause,
  )
}
