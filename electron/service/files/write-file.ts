import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { temporaryBeside } from '../../../db/temporary-name.js'
import { notWritten } from '../../workers/system-refusal.js'

/** Writes a file whole or not at all; see `replaceFile`. */
export function writeFileWhole(path: string, content: string | Uint8Array): Promise<void> {
  return replaceFile(path, (_temporary, file) => file.writeFile(content))
}

/**
 * Makes a file whole or not at all: a temporary file beside it is filled, flushed to the medium, renamed over it, and the
 * folder flushed. A file that was there stays as it was until then. `fill` is given the empty temporary file by its path and
 * opened; what it throws is thrown on. Throws `io` when the system refuses.
 */
export async function replaceFile(
  path: string,
  fill: (temporary: string, file: FileHandle) => Promise<void>,
): Promise<void> {
  const temporary = temporaryBeside(path)
  try {
    const file = await open(temporary, 'wx')
    try {
      await fill(temporary, file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (cause) {
    // What went wrong first is what a person must hear of.
    await rm(temporary, { force: true }).catch(() => {})
    throw notWritten(basename(path), cause)
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
