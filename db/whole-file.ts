import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs'
import { StetError } from '../shared/ipc/result.js'

/** Node reads no more at once. */
const largestRead = 2 ** 31 - 1

/**
 * All of a file; null where there is none, or something else, which is not waited for: a pipe would let nobody read it before
 * somebody writes to it. Throws 'too-large' past 2 GiB, and what the system throws.
 */
export function readWholeFile(path: string): Buffer | null {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null
  // Windows knows no such flag.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) return null
    if (stat.size > largestRead) {
      throw new StetError('too-large', `${path} has more than 2 GB, which is more than can be read at once.`)
    }
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}
