import { basename } from 'node:path'
import type { CheckSource } from '../../shared/checks/run-checks.js'
import { StetError } from '../../shared/ipc/result.js'
import { readLimited } from '../service/files/read-limited.js'
import type { FileBytes } from '../workers/import/file-bytes.js'
import { openFile } from '../workers/import/open-file.js'

/**
 * One text of a file: [`start`, `end`) in UTF-16 code units of the decoded file, or of its plain text where the file is not
 * itself a text.
 */
export interface FileSource {
  file: string
  title: string
  start: number
  end: number
  text: string
}

/** A file's bytes, by a path as it was typed. Throws `io` when the system refuses, `too-large` past the limit. */
export async function readBytes(path: string): Promise<FileBytes> {
  const name = basename(path)
  return { name, bytes: await readLimited(path, name, path), encoding: null }
}

/** The texts of all files, in order. */
export async function readSources(paths: readonly string[]): Promise<FileSource[]> {
  if (paths.length === 0) throw new StetError('invalid', 'No file was named. “stet --help” shows how.')
  const sources: FileSource[] = []
  for (const path of paths) {
    const { text, parts } = await openFile(await readBytes(path))
    for (const part of parts) sources.push({ ...part, file: path, text: text.slice(part.start, part.end) })
  }
  return sources
}

/** The same as the engine takes them; a source's id is its index. */
export function toCheckSources(sources: readonly FileSource[], published: string | null): CheckSource[] {
  return sources.map(({ text, title }, index) => ({ id: String(index), text, title, published }))
}
