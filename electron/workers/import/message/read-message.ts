import PostalMime, { type Address, type Email } from 'postal-mime'
import type { Block, Span } from '../../../../shared/document/from-blocks.js'
import { normaliseText } from '../../../../shared/document/normalise.js'
import { paragraphsOf } from '../../../../shared/document/paragraphs.js'
import { foundRecord } from '../found-record.js'
import { attachmentsIn, type NamedAttachment } from './message-attachments.js'
import { withCharset } from './message-charset.js'
import { counted } from '../notices.js'
import type { FormattedText } from '../read-format.js'
import { readHtml } from '../html/read-html.js'
import { damaged } from '../refusals.js'

/**
 * An e-mail message, or a web page that a browser saved in the form of one. `encoding` takes the place of what its texts say
 * that they are in.
 */
export async function readMessage(
  bytes: Uint8Array,
  file: string,
  encoding: string | null = null,
): Promise<FormattedText & { isPage: boolean }> {
  const email = await parsed(encoding ? withCharset(bytes, encoding) : bytes, file)
  const address = headerOf(email, 'snapshot-content-location')
  if (address && email.html) {
    const page = readHtml(email.html, file)
    const { url } = foundRecord({ url: address })
    return { ...page, record: { ...page.record, url: page.record.url ?? url }, isPage: true }
  }
  const body = email.html?.trim() ? readHtml(email.html, file).blocks : plainBlocks(email.text ?? '')
  const record = foundRecord({
    title: email.subject,
    author: addressLine([email.from]),
    published: sentDay(email),
  })
  return {
    blocks: [...headerBlocks(email), { kind: 'rule' }, ...body],
    record,
    notices: attachmentNotices(attachmentsIn(email)),
    isPage: false,
  }
}

async function parsed(bytes: Uint8Array, file: string): Promise<Email> {
  let email: Email
  try {
    email = await PostalMime.parse(bytes, { maxNestingDepth: 64 })
  } catch (cause) {
    throw damaged(file, 'its parts cannot be told apart', cause)
  }
  if (!email.headers.length) throw damaged(file, 'it has no header lines, as every message does')
  return email
}

function headerOf(email: Email, key: string): string | null {
  return email.headers.find((header) => header.key === key)?.value ?? null
}

/** Who wrote to whom when is part of what a message says. */
function headerBlocks(email: Email): Block[] {
  const lines: [string, string | null | undefined][] = [
    ['From', addressLine([email.from])],
    ['To', addressLine(email.to ?? [])],
    ['Cc', addressLine(email.cc ?? [])],
    ['Date', headerOf(email, 'date')],
    ['Subject', email.subject],
  ]
  return lines
    .filter(([, value]) => value?.trim())
    .map(([name, value], index) => {
      const spans: Span[] = [{ text: `${name}: `, strong: true }, { text: value!.replace(/\s+/g, ' ') }]
      return { kind: 'paragraph', spans, tight: index > 0 }
    })
}

function addressLine(addresses: readonly (Address | undefined)[]): string {
  return addresses
    .flatMap((one): string[] => {
      if (!one) return []
      if (one.group) return [`${one.name}: ${addressLine(one.group)}`]
      return [one.name && one.address ? `${one.name} <${one.address}>` : one.name || one.address || '']
    })
    .filter(Boolean)
    .join(', ')
}

function plainBlocks(text: string): Block[] {
  const normalised = normaliseText(text)
  return paragraphsOf(normalised).map(({ start, end }) => ({
    kind: 'paragraph',
    spans: [{ text: normalised.slice(start, end) }],
    tight: start > 0 && !/\n\s*\n\s*$/.test(normalised.slice(Math.max(start - 20, 0), start)),
  }))
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The day on which a message was sent, where its sender was. */
function sentDay(email: Email): string | null {
  const match = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/i.exec(headerOf(email, 'date') ?? '')
  const month = months.indexOf(match?.[2]?.toLowerCase() ?? '') + 1
  return match && month ? `${match[3]}-${String(month).padStart(2, '0')}-${match[1]!.padStart(2, '0')}` : null
}

function attachmentNotices(attached: readonly NamedAttachment[]): string[] {
  const named = (isReadable: boolean): string[] =>
    attached.filter((one) => one.isReadable === isReadable).map(({ name }) => name)
  const [files, others] = [named(true), named(false)]
  return [
    ...(files.length
      ? [`It has ${counted(files.length, 'attachment')} of a kind that Stet opens: ${listed(files)}.`]
      : []),
    ...(others.length ? [`Not read: ${counted(others.length, 'attachment')}, ${listed(others)}.`] : []),
  ]
}

function listed(names: readonly string[]): string {
  const more = names.length > 8 ? ` and ${names.length - 8} more` : ''
  return `${names.slice(0, 8).join(', ')}${more}`
}
