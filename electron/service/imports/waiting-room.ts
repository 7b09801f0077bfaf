import { StetError } from '../../../shared/ipc/result.js'
import type { FileBytes } from '../../workers/import/file-bytes.js'

const megabyte = 1024 * 1024

/** How many bytes files may have between them while they wait in memory, before the next one is read. */
export const mostWaiting = 1024 * megabyte

/** Throws `too-large` for a file that is yet to be read where those that `wait` have more bytes than `most`. */
export function refuseWithoutRoom(name: string, wait: readonly FileBytes[], most: number): void {
  const waiting = wait.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  if (waiting <= most) return
  throw new StetError(
    'too-large',
    `“${name}” was not read: the files that wait already have ${Math.round(waiting / megabyte)} MB between them. Decide on those first, then open it again.`,
  )
}
