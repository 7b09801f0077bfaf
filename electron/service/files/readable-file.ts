import { constants } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { refuseOpenCase } from '../cases/open-cases.js'

/**
 * Lets `read` work with a file and its size in bytes; null for anything else at that path, which is not read. Nothing is
 * waited for, even when a pipe or a device takes the file's place while it is opened. Throws 'locked' for an open case.
 */
export async function withReadableFile<T>(
  path: string,
  read: (file: FileHandle, size: number) => Promise<T>,
): Promise<T | null> {
  refuseOpenCase(path)
  if (!(await stat(path)).isFile()) return null
  // Windows knows no such flag, and no pipes among its files.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const opened = await file.stat()
    return opened.isFile() ? await read(file, opened.size) : null
  } finally {
    await file.close()
  }
}

/** So many bytes from the start of a file, or fewer where it ends before. One that grows meanwhile gives no more. */
export async function firstBytes(file: FileHandle, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes.subarray(0, done)
}
