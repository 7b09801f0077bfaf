import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files in a folder with their bytes, by path. */
export function filesIn(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(files.map(({ name }) => [join(folder, name), readFileSync(join(folder, name))]))
}
