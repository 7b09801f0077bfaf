import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

const sharedMemory = '/dev/shm'
const enoughBytes = 2 ** 30

/**
 * Gives the tests of a project a folder in memory for their temporary files, where the system has one: a case file waits for
 * the disk at every act, and no test here asks what a disk does. What Node compiles is kept there too, for the many processes
 * that start the same program. All of it goes at the end.
 */
export default function provideMemoryFolder({ config }: TestProject): () => void {
  const folder = mkdtempSync(join(hasRoomInMemory() ? sharedMemory : tmpdir(), 'stet-tests-'))
  config.env = { ...config.env, TMPDIR: folder, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

function hasRoomInMemory(): boolean {
  try {
    accessSync(sharedMemory, constants.W_OK)
    const { bavail, bsize } = statfsSync(sharedMemory)
    return bavail * bsize >= enoughBytes
  } catch {
    return false
  }
}
