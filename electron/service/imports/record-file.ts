import type { FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { StetError } from '../../../shared/ipc/result.js'
import { tellingLength } from '../../workers/import/file-kind.js'
import { pastRecordLimit } from '../../workers/interchange/record-limits.js'
import {
  largestRecordFile,
  recordKindOf,
  reportDataMark,
  type RecordKind,
} from '../../workers/interchange/record-kind.js'
import { reasonOf } from '../../workers/system-refusal.js'
import { isOpenCase } from '../cases/open-cases.js'
import { firstBytes, withReadableFile } from '../files/readable-file.js'

/** What kind of records a file holds; null for texts, and for what cannot be read, which is told where texts are opened. */
export async function recordFileKind(path: string): Promise<RecordKind | null> {
  // It is not read again while it is open.
  if (isOpenCase(path)) return 'case'
  try {
    return await withReadableFile(path, async (file, size) => {
      const kind = recordKindOf(await firstBytes(file, tellingLength), basename(path))
      return kind === 'report' && !(await holdsData(file, size)) ? null : kind
    })
  } catch {
    return null
  }
}

/** The bytes of a file of records that is no case. Throws 'too-large' past the limit of its kind, 'io', 'invalid'. */
export async function readRecordFile(path: string, shown = basename(path)): Promise<Uint8Array> {
  try {
    const bytes = await withReadableFile(path, (file, size) => readOpened(file, size, shown, basename(path)))
    if (bytes) return bytes
  } catch (cause) {
    if (cause instanceof StetError) throw cause
    throw new StetError('io', `“${shown}” could not be read: ${reasonOf(cause)}.`, { cause })
  }
  throw new StetError('invalid', `“${shown}” is not a file. There is nothing to import.`)
}

async function readOpened(file: FileHandle, size: number, shown: string, name: string): Promise<Uint8Array> {
  const kind = recordKindOf(await firstBytes(file, tellingLength), name)
  const limit = kind === null || kind === 'case' ? 0 : largestRecordFile[kind]
  if (size === 0) throw new StetError('invalid', `“${shown}” is empty. There is nothing to import.`)
  if (size > limit * megabyte) {
    throw pastRecordLimit(
      shown,
      `has ${(size / megabyte).toFixed(1)} MB; the limit for its kind is ${limit} MB`,
    )
  }
  return firstBytes(file, size)
}

const megabyte = 1024 * 1024

/** Whether the page of a report holds anything for programs. One past the limit is a text, and refused as one. */
async function holdsData(file: FileHandle, size: number): Promise<boolean> {
  if (size > largestRecordFile.report * megabyte) return false
  return Buffer.from((await firstBytes(file, size)).buffer).includes(reportDataMark)
}
