import type { FileHandle } from 'node:fs/promises'
import { StetError } from '../../../shared/ipc/result.js'
import { mediaTypeOf, refuseTooLarge, tellingLength } from '../../workers/import/file-kind.js'
import { reasonOf } from '../../workers/system-refusal.js'
import { firstBytes, withReadableFile } from './readable-file.js'

/**
 * The bytes of a file, refused by its kind and size before all of it is read. `shown` is what messages call it. Throws `io`
 * when the system refuses, `unsupported` for what is not a file and as `mediaTypeOf` does, `too-large` as `refuseTooLarge`
 * does.
 */
export async function readLimited(path: string, name: string, shown = name): Promise<Uint8Array> {
  try {
    const bytes = await withReadableFile(path, (file, size) => readOpened(file, size, name))
    if (bytes) return bytes
  } catch (cause) {
    if (cause instanceof StetError) throw cause
    throw new StetError('io', `“${shown}” could not be read: ${reasonOf(cause)}.`, { cause })
  }
  throw new StetError('unsupported', `“${shown}” is not a file. Open the texts in it one by one.`)
}

async function readOpened(file: FileHandle, size: number, name: string): Promise<Uint8Array> {
  const start = await firstBytes(file, Math.min(size, tellingLength))
  refuseTooLarge(size, mediaTypeOf(start, name), name)
  return firstBytes(file, size)
}
