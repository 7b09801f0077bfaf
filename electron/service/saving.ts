import { basename } from 'node:path'
import type { SavedCopy } from '../../shared/ipc/contract.js'
import { StetError } from '../../shared/ipc/result.js'
import { reportForm, type ReportRequest } from '../../shared/report/forms.js'
import type { CaseSession } from './case-session.js'
import { fileNameFor } from './free-name.js'
import { makeReport, reportName } from './report.js'
import type { Shell } from './shell.js'
import { writeFileWhole } from './write-file.js'

/** Writes the report of a case to a place that the person chooses; its path, or null when the person says no. */
export async function saveReport(
  session: CaseSession,
  shell: Shell,
  checker: string,
  request: ReportRequest,
): Promise<string | null> {
  const snapshot = await session.snapshot()
  const { version, printPages } = shell
  const content = await makeReport(snapshot, request, { checker, version, printPages })
  const name = reportName(fileNameFor(snapshot.info.title), request)
  const path = await shell.chooseReport(name, reportForm(request.form))
  if (path) await writeFileWhole(path, content)
  return path
}

/** Writes a verified copy of a case to a place that the person chooses; null when the person says no. */
export async function saveCopy(session: CaseSession, shell: Shell): Promise<SavedCopy | null> {
  const name = basename(session.path).replace(/\.stet$/i, '')
  const path = await shell.chooseNewCase(`${name} (copy).stet`)
  if (!path) return null
  const { problems } = await session.saveCopy(path)
  return { fileName: basename(path), problems }
}

/** Opens an address outside, once a person has agreed. Throws 'invalid' on anything but web and mail addresses. */
export async function openAddress(shell: Shell, address: string): Promise<boolean> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['https:', 'http:', 'mailto:'].includes(url.protocol)) {
    throw new StetError('invalid', 'Stet opens web and mail addresses only, and this is neither.')
  }
  return shell.openLink(url)
}
