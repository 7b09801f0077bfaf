import { open, stat } from 'node:fs/promises'
import { StetError } from '../../shared/ipc/result.js'
import { mediaTypeOf, refuseTooLarge, tellingLength } from '../workers/import/file-kind.js'
import { reasonOf } from '../workers/system-refusal.js'

/**
 * The bytes of a file, refused by its kind and size before all of it is read; it is not opened unless it is a file (opening
 * a pipe would wait for ever). `shown` is what messages call it. Throws `io` when the system refuses, `unsupported` and
 * `too-large` as `mediaTypeOf` and `refuseTooLarge` do.
 */
export async function readLimited(path: string, name: string, shown = name): Promise<Uint8Array> {
  try {
    if (!(await stat(path)).isFile()) {
      throw new StetError('unsupported', `“${shown}” is not a file. Open the texts in it one by one.`)
    }
    return await readOpened(path, name)
  } catch (cause) {
    if (cause instanceof StetError) throw cause
    throw new StetError('io', `“${shown}” could not be read: ${reasonOf(cause)}.`, { cause })
  }
}

async function readOpened(path: string, name: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const start = Buffer.alloc(Math.min(size, tellingLength))
    // At a named position, so that the reading of the whole below still begins at the start.
    await file.read(start, 0, start.byteLength, 0)
    refuseTooLarge(size, mediaTypeOf(start, name), name)
    return new Uint8Array(await file.readFile())
  } finally {
    await file.close()
  }
}
