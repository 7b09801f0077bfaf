import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { StetError } from '../../shared/ipc/result.js'

/**
 * Writes a file whole or not at all: a temporary file beside it, flushed to the medium, renamed over it, and the folder
 * flushed. A file that was there stays as it was until then. Throws `io` when the system refuses.
 */
export async function writeFileWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (cause) {
    // What went wrong first is what a person must hear of.
    await rm(temporary, { force: true }).catch(() => {})
    throw new StetError('io', `“${basename(path)}” could not be written: ${reasonOf(cause)}.`, { cause })
  }
}

/** A folder cannot be flushed on Windows, where renaming is durable without it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

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
    EIO: 'the disk reported an error; copy your files to another one',
  }
  return (code && known[code]) ?? (cause instanceof Error ? cause.message : String(cause))
}
