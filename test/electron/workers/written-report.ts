import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GrowingFile } from '../../../electron/workers/growing-file.js'
import { writeReport, type ReportInput } from '../../../electron/workers/write-report.js'
import { writeArchive } from '../../../electron/workers/zip-archive.js'
import type { PackagePart } from '../../../shared/report/office/package-part.js'
import { temporaryFolder } from '../temporary-folder.js'

/** The bytes of a report, as they are written into a file. */
export async function writtenReport(...input: ReportInput): Promise<Buffer> {
  const path = emptyFile()
  await writeReport(path, ...input)
  return readFileSync(path)
}

/** The bytes of an archive of these parts. */
export async function archiveOf(parts: readonly PackagePart[]): Promise<Buffer> {
  const path = emptyFile()
  const file = new GrowingFile(path)
  await writeArchive(parts, file)
  file.close()
  return readFileSync(path)
}

/** The path of a new file in a folder of its own. */
export function emptyFile(): string {
  const path = join(temporaryFolder(), 'report.tmp')
  writeFileSync(path, '')
  return path
}
