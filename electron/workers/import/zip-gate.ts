import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { StetError } from '../../../shared/ipc/result.js'
import { damaged, grouped, notOpened, pastLimit } from './refusals.js'

const megabyte = 1024 * 1024

/** What an archive may hold. A ratio past the limit counts from a megabyte on: short texts compress well. */
const limits = {
  entries: 5000,
  inflated: 200 * megabyte,
  part: 20 * megabyte,
  ratio: 100,
  ratioFrom: megabyte,
}

/** The parts of a zip archive whose limits were looked at before anything was inflated. */
export interface Archive {
  names: readonly string[]
  has: (part: string) => boolean
  /** The bytes of a part; null when there is none. Throws as `openArchive` does. */
  read: (part: string) => Promise<Uint8Array | null>
}

/**
 * Opens the zip archive that a document is. Throws `too-large` when it has more parts, or more bytes in them, than a
 * document needs, `unsupported` when parts of it are encrypted and `invalid` when it is damaged.
 */
export async function openArchive(bytes: Uint8Array, file: string): Promise<Archive> {
  const zip = await zipOf(bytes, file)
  const entries = await entriesOf(zip, file)
  let inflated = 0
  const read = async (part: string): Promise<Uint8Array | null> => {
    const entry = entries.get(part)
    if (!entry) return null
    const content = await inflate(zip, entry, file)
    inflated += content.byteLength
    if (inflated > limits.inflated) throw tooMuchInside(file)
    return content
  }
  return { names: [...entries.keys()], has: (part) => entries.has(part), read }
}

async function zipOf(bytes: Uint8Array, file: string): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return await yauzl.fromBufferPromise(buffer, { lazyEntries: true })
  } catch (cause) {
    throw damaged(file, 'its table of contents cannot be read; perhaps its end is missing', cause)
  }
}

async function entriesOf(zip: ZipFile, file: string): Promise<Map<string, Entry>> {
  refuseTooMany(zip.entryCount, file)
  const entries = new Map<string, Entry>()
  let sum = 0
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      sum += entry.uncompressedSize
      if (sum > limits.inflated) return reject(tooMuchInside(file))
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve())
    zip.on('error', (cause) => reject(damaged(file, 'its table of contents is not sound', cause)))
    zip.readEntry()
  })
  return entries
}

function refuseTooMany(count: number, file: string): void {
  if (count <= limits.entries) return
  throw pastLimit(file, `holds ${grouped(count)} parts; the limit is ${grouped(limits.entries)}`)
}

function tooMuchInside(file: string): StetError {
  return pastLimit(
    file,
    `holds more than ${limits.inflated / megabyte} MB when it is unpacked, which is the limit`,
  )
}

/** The bytes are counted while they are inflated: what an entry says of its size need not be true. */
async function inflate(zip: ZipFile, entry: Entry, file: string): Promise<Uint8Array> {
  if (entry.isEncrypted()) {
    throw notOpened(
      file,
      'is encrypted',
      'Open it with its password in the program that made it, and save it without one.',
    )
  }
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += (chunk as Buffer).byteLength
      refuseBomb(entry, size, file)
      chunks.push(chunk as Buffer)
    }
  } catch (thrown) {
    if (thrown instanceof StetError) throw thrown
    throw damaged(file, `“${entry.fileName}” in it cannot be unpacked`, thrown)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function refuseBomb(entry: Entry, size: number, file: string): void {
  if (size > limits.part) {
    throw pastLimit(
      file,
      `has more than ${limits.part / megabyte} MB in “${entry.fileName}”, which is the limit`,
    )
  }
  if (size > limits.ratioFrom && size > entry.compressedSize * limits.ratio) {
    throw pastLimit(
      file,
      `is packed more than ${limits.ratio} to 1, as archives are that are made to fill a memory`,
    )
  }
}
