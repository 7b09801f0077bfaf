import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'

/**
 * Where to write what is to take the place of the file at `path`: beside it, hidden, under a name that nobody can guess and
 * put something else there before.
 */
export function temporaryBeside(path: string): string {
  // Of the 255 bytes that a name may have, these are 180 at most: with what SQLite adds, one fits beside the longest name.
  const start = basename(path).slice(0, 60)
  return join(dirname(path), `.${start}.${randomUUID()}.tmp`)
}
