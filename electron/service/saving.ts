import { basename } from 'node:path'
import type { BundleChoice } from '../../shared/domain/bundle.js'
import type { SavedBundle, SavedCopy } from '../../shared/ipc/contract.js'
import { StetError } from '../../shared/ipc/result.js'
import type { CaseSession } from './cases/case-session.js'
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

/** The longest name of a computer that can be looked up, and the longest address that mail can be sent to. */
const longestPlace = 254

/**
 * Opens an address outside, once a person has agreed. Throws 'invalid' on anything but web and mail addresses, and on those
 * that lead nowhere and would only hide in a dialog where they pretend to lead. Of a mail address nothing but the recipient and
 * the subject is handed on: some mail programs attach any file that an address names.
 */
export async function openAddress(shell: Shell, address: string): Promise<boolean> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !['https:', 'http:', 'mailto:'].includes(url.protocol)) {
    throw new StetError('invalid', 'Stet opens web and mail addresses only, and this is neither.')
  }
  const isMail = url.protocol === 'mailto:'
  if ((isMail ? url.pathname : url.host).length > longestPlace)
    throw new StetError('invalid', 'This address is too long to be one. It was not opened.')
  return shell.openLink(isMail ? mailAddress(url) : url)
}

function mailAddress(url: URL): URL {
  const subject = url.searchParams.get('subject')
  const query = subject === null ? '' : `?subject=${encodeURIComponent(subject)}`
  return new URL(`mailto:${url.pathname}${query}`)
}
