import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The records of every `*.jsonl` file of a folder by the file's name; none when there is no such folder. */
export function recordsIn<T>(folder: string): Map<string, T[]> {
  if (!existsSync(folder)) return new Map()
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return new Map(files.sort().map((name) => [name, recordsOf<T>(join(folder, name))]))
}

/** The records of a file of JSON lines. */
export function recordsOf<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}
