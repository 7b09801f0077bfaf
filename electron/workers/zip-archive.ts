import { crc32, deflateRawSync } from 'node:zlib'
import type { PackagePart } from '../../shared/report/office/package-part.js'

/** 1 January 1980, the first day that the format knows: the same parts give the same bytes on any day. */
const firstDay = 0x21

/** Names are in UTF-8. */
const utf8Names = 0x0800

const stored = 0
const deflated = 8
const versionNeeded = 20

/** A zip archive of these parts, in their order. */
export function zipArchive(parts: readonly PackagePart[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const { local, central } = records(part, offset)
    files.push(local)
    directory.push(central)
    offset += local.byteLength
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.byteLength, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listed, end])
}

/** A part with its head, and its entry in the directory. */
function records(part: PackagePart, offset: number): { local: Buffer; central: Buffer } {
  const name = Buffer.from(part.name)
  const content = Buffer.from(part.content)
  const packed = part.isStored ? content : deflateRawSync(content)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(versionNeeded, 0)
  shared.writeUInt16LE(utf8Names, 2)
  shared.writeUInt16LE(part.isStored ? stored : deflated, 4)
  shared.writeUInt16LE(firstDay, 8)
  shared.writeUInt32LE(crc32(content), 10)
  shared.writeUInt32LE(packed.byteLength, 14)
  shared.writeUInt32LE(content.byteLength, 18)
  shared.writeUInt16LE(name.byteLength, 22)
  const localHead = Buffer.alloc(4)
  localHead.writeUInt32LE(0x04034b50, 0)
  const centralHead = Buffer.alloc(6)
  centralHead.writeUInt32LE(0x02014b50, 0)
  centralHead.writeUInt16LE(versionNeeded, 4)
  const centralTail = Buffer.alloc(14)
  centralTail.writeUInt32LE(offset, 10)
  return {
    local: Buffer.concat([localHead, shared, name, packed]),
    central: Buffer.concat([centralHead, shared, centralTail, name]),
  }
}
