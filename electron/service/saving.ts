import { basename } from 'node:path'
import type { BundleChoice } from '../../shared/domain/bundle.js'
import type { SavedBundle, SavedCopy } from '../../shared/ipc/contract.js'
import { StetError } from '../../shared/ipc/result.js'
import type { CaseSession } from './case-session.js'
import type { Shell } from './shell.js'

/** Writes a verified copy of a case to a place that the person chooses; null when the person says no. */
export async function saveCopy(session: CaseSession, shell: Shell): Promise<SavedCopy | null> {
  const name = basename(session.path).replace(/\.stet$/i, '')
  const path = await shell.chooseNewCase(`${name} (copy).stet`)
  if (!path) return null
  const { problems } = await session.saveCopy(path)
  return { fileName: basename(path), problems }
}

/** Writes a part of a case to a place that the person chooses; null when the person says no. */
export async function saveBundle(
  session: CaseSession,
  shell: Shell,
  choice: BundleChoice,
): Promise<SavedBundle | null> {
  const name = basename(session.path).replace(/\.stet$/i, '')
  const path = await shell.chooseNewCase(`${name} (bundle).stet`)
  if (!path) return null
  return { fileName: basename(path), ...(await session.writeBundle(path, choice)) }
}

/** Opens an address outside, once a person has agreed. Throws 'invalid' on anything but web and mail addresses. */
export async function openAddress(shell: Shell, address: string): Promise<boolean> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['https:', 'http:', 'mailto:'].includes(url.protocol)) {
    throw new StetError('invalid', 'Stet opens web and mail addresses only, and this is neither.')
  }
  return shell.openLink(url)
}
