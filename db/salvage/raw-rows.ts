import type { SqlValue } from '../sql.js'

/** A row as it lies in the file, whatever table it is of. */
export interface RawRow {
  rowid: number
  values: SqlValue[]
}

/** The pages of a file: whole pages of `size` bytes, the first one with SQLite's own header. */
export interface Pages {
  bytes: Buffer
  size: number
}

const tableLeaf = 0x0d
const fileHeader = 100

/**
 * Every row of every table that can still be read from the pages themselves, without the trees above them (SQLite's file
 * format, "B-tree Pages" and "Record Format"). What does not add up is passed over. Rows that were deleted can be among
 * them, and rows of pages that are not in use any more: whoever asks has to tell.
 */
export function* rawRows(pages: Pages): Generator<RawRow> {
  for (let start = 0; start + pages.size <= pages.bytes.length; start += pages.size) {
    const header = start === 0 ? fileHeader : start
    if (pages.bytes[header] !== tableLeaf) continue
    const cells = pages.bytes.readUInt16BE(header + 3)
    const most = Math.floor((start + pages.size - header - 8) / 2)
    for (let cell = 0; cell < Math.min(cells, most); cell++) {
      const row = attempted(() => rowAt(pages, start, pages.bytes.readUInt16BE(header + 8 + 2 * cell)))
      if (row) yield row
    }
  }
}

/** The file with the pages that its write-ahead log has for it, up to the last commit. */
export function withLog(pages: Pages, log: Buffer | null): Pages {
  if (!log || log.length < 32 || log.readUInt32BE(8) !== pages.size) return pages
  const frame = 24 + pages.size
  const newest = new Map<number, number>()
  let pending: [number, number][] = []
  for (let at = 32; at + frame <= log.length; at += frame) {
    if (!log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) break
    pending.push([log.readUInt32BE(at), at + 24])
    if (log.readUInt32BE(at + 4) === 0) continue
    for (const [page, place] of pending) newest.set(page, place)
    pending = []
  }
  const count = Math.max(Math.floor(pages.bytes.length / pages.size), ...newest.keys())
  // A page number from a damaged log must not ask for more memory than the two files have.
  if (count * pages.size > pages.bytes.length + log.length) return pages
  const bytes = Buffer.alloc(count * pages.size)
  pages.bytes.copy(bytes)
  for (const [page, place] of newest) {
    log.copy(bytes, (page - 1) * pages.size, place, place + pages.size)
  }
  return { bytes, size: pages.size }
}

function rowAt(pages: Pages, start: number, offset: number): RawRow {
  const page = pages.bytes.subarray(start, start + pages.size)
  const length = varint(page, offset)
  const rowid = varint(page, length.next)
  const payload = payloadAt(pages, page, rowid.next, length.value)
  return { rowid: rowid.value, values: valuesOf(payload) }
}

/** The record, which goes on in overflow pages when it is long. */
function payloadAt(pages: Pages, page: Buffer, at: number, length: number): Buffer {
  if (length > pages.bytes.length) throw new RangeError('longer than the file')
  const longestHere = pages.size - 35
  if (length <= longestHere) return slice(page, at, length)
  const least = Math.floor(((pages.size - 12) * 32) / 255) - 23
  const wanted = least + ((length - least) % (pages.size - 4))
  const here = wanted <= longestHere ? wanted : least
  const parts = [slice(page, at, here)]
  let next = page.readUInt32BE(at + here)
  for (let left = length - here; left > 0; left -= pages.size - 4) {
    const overflow = slice(pages.bytes, (next - 1) * pages.size, pages.size)
    parts.push(slice(overflow, 4, Math.min(left, pages.size - 4)))
    next = overflow.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

function valuesOf(record: Buffer): SqlValue[] {
  const header = varint(record, 0)
  const values: SqlValue[] = []
  let body = header.value
  for (let at = header.next; at < header.value;) {
    const type = varint(record, at)
    const { value, length } = valueAt(record, body, type.value)
    values.push(value)
    body += length
    at = type.next
  }
  if (body !== record.length) throw new RangeError('the record does not add up')
  return values
}

const integerLengths = [0, 1, 2, 3, 4, 6, 8]

function valueAt(record: Buffer, at: number, type: number): { value: SqlValue; length: number } {
  if (type === 0) return { value: null, length: 0 }
  if (type === 8 || type === 9) return { value: type - 8, length: 0 }
  if (type === 7) return { value: record.readDoubleBE(at), length: 8 }
  const integer = integerLengths[type]
  if (integer === 8) return { value: Number(record.readBigInt64BE(at)), length: 8 }
  if (integer) return { value: record.readIntBE(at, integer), length: integer }
  if (type < 12) throw new RangeError('a type that is not in use')
  const length = Math.floor((type - 12) / 2)
  const bytes = slice(record, at, length)
  return { value: type % 2 ? bytes.toString('utf8') : new Uint8Array(bytes), length }
}

/** A number of up to 64 bits in 1 to 9 bytes, and where the next thing begins. */
function varint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0
  for (let place = 0; place < 8; place++) {
    const byte = bytes.readUInt8(at + place)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, next: at + place + 1 }
  }
  return { value: value * 256 + bytes.readUInt8(at + 8), next: at + 9 }
}

function slice(bytes: Buffer, at: number, length: number): Buffer {
  if (at < 0 || length < 0 || at + length > bytes.length) throw new RangeError('outside the page')
  return bytes.subarray(at, at + length)
}

function attempted<T>(read: () => T): T | null {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}
