import { StetError } from '../../shared/ipc/result.js'

/** What a person can understand of a system error, with the way out. */
export function reasonOf(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | null)?.code
  const known: Record<string, string> = {
    ENOENT: 'the file or its folder is not there any more',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EACCES: 'you are not allowed to; check its permissions or choose another folder',
    EPERM: 'you are not allowed to; check its permissions or choose another folder',
    ENOSPC: 'the disk is full; make room and try again',
    EROFS: 'the disk is read-only; choose another folder',
    EISDIR: 'it is a folder, not a file',
    EEXIST: 'there is already a file of that name',
    ENAMETOOLONG: 'its name or path is too long; choose a shorter one',
    EIO: 'the disk reported an error; copy your files to another one',
  }
  return (code && known[code]) ?? (cause instanceof Error ? cause.message : String(cause))
}

/** What a person is told of a file that the system did not let be written; an error of another kind as it is. */
export function notWritten(name: string, cause: unknown): unknown {
  if (cause instanceof StetError || typeof (cause as NodeJS.ErrnoException | null)?.code !== 'string')
    return cause
  return new StetError('io', `“${name}” could not be written: ${reasonOf(cause)}.`, { cause })
}
