import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { isReadable } from '../file-kind.js'
import { asName } from '../found-record.js'
import type { FileBytes } from '../file-bytes.js'

/** Attachments of one message that are offered. */
const mostOffered = 50

/** An attachment by the name that a person knows it by; `isReadable` by its first bytes, as far as those tell. */
export interface NamedAttachment {
  name: string
  bytes: Uint8Array
  isReadable: boolean
}

/** What is attached to a message, without the pictures of its text. */
export function attachmentsIn({ attachments }: Email): NamedAttachment[] {
  const attached = attachments.filter(({ disposition, related }) => disposition !== 'inline' && !related)
  const named = attached.map((one) => ({ name: nameOf(one), bytes: bytesOf(one) }))
  let offered = 0
  return named.map((one) => ({
    ...one,
    isReadable: isReadable(one.bytes, one.name) && ++offered <= mostOffered,
  }))
}

/** What is attached to a message and can be read, as files; what is attached to those in turn is left to them. */
export async function attachmentsOf({ bytes }: FileBytes): Promise<FileBytes[]> {
  const email = await PostalMime.parse(bytes, { maxNestingDepth: 64 })
  const readable = attachmentsIn(email).filter((one) => one.isReadable)
  return readable.map(({ name, bytes: content }) => ({ name, bytes: content, encoding: null }))
}

/** The last part of the name that the sender gave, which may be a path or hold anything. */
function nameOf({ filename }: Attachment): string {
  const last = asName(filename ?? '')
    .split(/[\\/]/)
    .at(-1)!
    .trim()
  return last.replace(/\p{Cs}/gu, '\ufffd').slice(-100) || 'attachment without a name'
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
}
