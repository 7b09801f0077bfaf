import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CheckSource } from '../../shared/checks/run-checks.js'
import { splitTexts } from '../../shared/document/split-texts.js'
import { StetError } from '../../shared/ipc/result.js'
import { reasonOf } from '../service/write-file.js'
import { refuseTooLarge } from '../workers/import/file-kind.js'
import { decodeFile, type FileBytes } from '../workers/import/parse-file.js'

/** One text of a file: [`start`, `end`) in UTF-16 code units of the decoded file. */
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
  try {
    const status = await stat(path)
    if (!status.isFile()) throw new StetError('unsupported', `“${path}” is not a file.`)
    refuseTooLarge(status.size, name)
    return { name, bytes: new Uint8Array(await readFile(path)), encoding: null }
  } catch (cause) {
    if (cause instanceof StetError) throw cause
    throw new StetError('io', `“${path}” could not be read: ${reasonOf(cause)}.`, { cause })
  }
}

/** The texts of all files, in order. */
export async function readSources(paths: readonly string[]): Promise<FileSource[]> {
  if (paths.length === 0) throw new StetError('invalid', 'No file was named. “stet --help” shows how.')
  const files = await Promise.all(paths.map(readBytes))
  return files.flatMap((bytes, index) => {
    const { text } = decodeFile(bytes)
    return splitTexts(text).map((part) => ({
      ...part,
      file: paths[index]!,
      text: text.slice(part.start, part.end),
    }))
  })
}

/** The same as the engine takes them; a source's id is its index. */
export function toCheckSources(sources: readonly FileSource[], published: string | null): CheckSource[] {
  return sources.map(({ text, title }, index) => ({ id: String(index), text, title, published }))
}
