import { once } from 'node:events'
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib'
import type { PackagePart } from '../../shared/report/office/package-part.js'
import type { GrowingFile } from './growing-file.js'
import { utf8Chunks } from './utf8-chunks.js'

/** 1 January 1980, the first day that the format knows: the same parts give the same bytes on any day. */
const firstDay = 0x21

/** Names are in UTF-8. */
const utf8Names = 0x0800

const stored = 0
const deflated = 8
const versionNeeded = 20

/** Appends a zip archive of these parts, in their order; none of them is held whole. */
export async function writeArchive(parts: readonly PackagePart[], file: GrowingFile): Promise<void> {
  const directory: Buffer[] = []
  const start = file.size
  for (const part of parts) directory.push(await writePart(part, file, file.size - start))
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.byteLength, 12)
  end.writeUInt32LE(file.size - start, 16)
  file.append(listed)
  file.append(end)
}

interface Measures {
  crc: number
  packed: number
  size: number
}

const unmeasured: Measures = { crc: 0, packed: 0, size: 0 }

/** Writes a part behind its head, whose measures are put in afterwards; answers its entry in the directory. */
async function writePart(part: PackagePart, file: GrowingFile, offset: number): Promise<Buffer> {
  const place = file.size
  file.append(headsOf(part, unmeasured, offset).local)
  const begin = file.size
  const content = utf8Chunks(typeof part.content === 'string' ? [part.content] : part.content)
  const { crc, size } = part.isStored ? store(content, file) : await deflate(content, file)
  const { local, central } = headsOf(part, { crc, size, packed: file.size - begin }, offset)
  file.overwrite(place, local)
  return central
}

function store(content: Iterable<Uint8Array>, file: GrowingFile): Pick<Measures, 'crc' | 'size'> {
  const measures = { crc: 0, size: 0 }
  for (const bytes of content) {
    measure(measures, bytes)
    file.append(bytes)
  }
  return measures
}

async function deflate(
  content: Iterable<Uint8Array>,
  file: GrowingFile,
): Promise<Pick<Measures, 'crc' | 'size'>> {
  const packer = createDeflateRaw()
  packer.on('data', (packed: Buffer) => file.append(packed))
  const ended = once(packer, 'end')
  const measures = { crc: 0, size: 0 }
  for (const bytes of content) {
    measure(measures, bytes)
    await packed(packer, bytes)
  }
  packer.end()
  await ended
  return measures
}

function measure(measures: { crc: number; size: number }, bytes: Uint8Array): void {
  measures.crc = crc32(bytes, measures.crc)
  measures.size += bytes.byteLength
}

/** Resolves when the bytes were taken in, so that their memory can be used again. */
function packed(packer: DeflateRaw, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    packer.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}

/** The head of a part, and its entry in the directory. */
function headsOf(
  { name: title, isStored }: PackagePart,
  { crc, packed, size }: Measures,
  offset: number,
): { local: Buffer; central: Buffer } {
  const name = Buffer.from(title)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(versionNeeded, 0)
  shared.writeUInt16LE(utf8Names, 2)
  shared.writeUInt16LE(isStored ? stored : deflated, 4)
  shared.writeUInt16LE(firstDay, 8)
  shared.writeUInt32LE(crc, 10)
  shared.writeUInt32LE(packed, 14)
  shared.writeUInt32LE(size, 18)
  shared.writeUInt16LE(name.byteLength, 22)
  const localHead = Buffer.alloc(4)
  localHead.writeUInt32LE(0x04034b50, 0)
  const centralHead = Buffer.alloc(6)
  centralHead.writeUInt32LE(0x02014b50, 0)
  centralHead.writeUInt16LE(versionNeeded, 4)
  const centralTail = Buffer.alloc(14)
  centralTail.writeUInt32LE(offset, 10)
  return {
    local: Buffer.concat([localHead, shared, name]),
    central: Buffer.concat([centralHead, shared, centralTail, name]),
  }
}
