import { open, readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { StetError } from '../../shared/ipc/result.js'
import { tellingLength } from '../workers/import/file-kind.js'
import { pastRecordLimit } from '../workers/interchange/record-limits.js'
import {
  largestRecordFile,
  recordKindOf,
  reportDataMark,
  type RecordKind,
} from '../workers/interchange/record-kind.js'
import { reasonOf } from '../workers/system-refusal.js'

/** What kind of records a file holds; null for texts, and for what cannot be read, which is told where texts are opened. */
export async function recordFileKind(path: string): Promise<RecordKind | null> {
  try {
    const found = await stat(path)
    if (!found.isFile()) return null
    const kind = recordKindOf(await startOf(path), basename(path))
    return kind === 'report' && !(await holdsData(path, found.size)) ? null : kind
  } catch {
    return null
  }
}

/** The bytes of a file of records that is no case. Throws 'too-large' past the limit of its kind, 'io', 'invalid'. */
export async function readRecordFile(path: string, shown = basename(path)): Promise<Uint8Array> {
  try {
    const kind = recordKindOf(await startOf(path), basename(path))
    const limit = kind === null || kind === 'case' ? 0 : largestRecordFile[kind]
    const file = await open(path)
    try {
      const { size } = await file.stat()
      if (size === 0) throw new StetError('invalid', `“${shown}” is empty. There is nothing to import.`)
      if (size > limit * megabyte) {
        throw pastRecordLimit(
          shown,
          `has ${(size / megabyte).toFixed(1)} MB; the limit for its kind is ${limit} MB`,
        )
      }
      return new Uint8Array(await file.readFile())
    } finally {
      await file.close()
    }
  } catch (cause) {
    if (cause instanceof StetError) throw cause
    throw new StetError('io', `“${shown}” could not be read: ${reasonOf(cause)}.`, { cause })
  }
}

const megabyte = 1024 * 1024

/** Whether the page of a report holds anything for programs. One past the limit is a text, and refused as one. */
async function holdsData(path: string, size: number): Promise<boolean> {
  return size <= largestRecordFile.report * megabyte && (await readFile(path)).includes(reportDataMark)
}

async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const start = new Uint8Array(tellingLength)
    const { bytesRead } = await file.read(start, 0, tellingLength, 0)
    return start.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
