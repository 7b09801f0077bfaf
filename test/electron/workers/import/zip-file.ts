import { crc32, deflateRawSync } from 'node:zlib'

/** One part of an archive; `method` 0 stores it as it is. `claims` are sizes that it does not have. */
export interface ZipPart {
  name: string
  content: string | Uint8Array
  method?: 0 | 8
  encrypted?: boolean
  claims?: { compressed?: number; uncompressed?: number }
}

/** A zip archive of these parts. */
export function zipFile(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const { local, central } = entry(part, offset)
    offset += local.byteLength
    locals.push(local)
    directory.push(central)
  }
  const end = Buffer.alloc(22)
  const size = directory.reduce((sum, { byteLength }) => sum + byteLength, 0)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]))
}

function entry(part: ZipPart, offset: number) {
  const { method = 8, claims = {} } = part
  const content = Buffer.from(part.content)
  const packed = method === 8 ? deflateRawSync(content) : content
  const name = Buffer.from(part.name)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(part.encrypted ? 1 : 0, 2)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(claims.compressed ?? packed.byteLength, 14)
  fields.writeUInt32LE(claims.uncompressed ?? content.byteLength, 18)
  fields.writeUInt16LE(name.byteLength, 22)
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(offset, 10)
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), fields, name, packed]),
    central: Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name]),
  }
}
