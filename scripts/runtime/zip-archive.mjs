import { createReadStream, createWriteStream } from 'node:fs'
import { open, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
const LOCAL_HEADER_SIZE = 30
const DEFLATED = 8

/**
 * @typedef {object} ZipEntry
 * @property {string} name with forward slashes; a folder's ends in one
 * @property {number} mode Unix permission bits, 0 when the archive has none
 * @property {number} method 0 stored, 8 deflated
 * @property {number} compressedSize bytes
 * @property {number} headerOffset bytes from the start of the archive
 */

/**
 * Unpacks chosen files of a zip archive. It knows what the one archive it is for needs (stored and deflated files,
 * under 4 GB) and trusts its content: check the archive's integrity first.
 * @param {string} zipPath
 * @param {string} folder where to
 * @param {(name: string) => string | null} placeFor the path inside `folder` for an entry, or null to leave it out
 */
export async function unpackZip(zipPath, folder, placeFor) {
  const file = await open(zipPath, 'r')
  try {
    for (const entry of await readEntries(file)) {
      const place = entry.name.endsWith('/') ? null : placeFor(entry.name)
      if (place === null) continue
      const target = path.join(folder, place)
      await mkdir(path.dirname(target), { recursive: true })
      await unpackEntry(file, zipPath, entry, target)
    }
  } finally {
    await file.close()
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<ZipEntry[]>}
 */
async function readEntries(file) {
  const { size } = await file.stat()
  const tailSize = Math.min(size, END_SIZE + 0xffff)
  const end = await readAt(file, size - tailSize, tailSize)
  const at = findEndRecord(end)
  const count = end.readUInt16LE(at + 10)
  const directory = await readAt(file, end.readUInt32LE(at + 16), end.readUInt32LE(at + 12))
  const entries = []
  for (let offset = 0, index = 0; index < count; index++) {
    if (directory.readUInt32LE(offset) !== ENTRY_SIGNATURE) throw new Error('The zip directory is damaged.')
    const nameLength = directory.readUInt16LE(offset + 28)
    entries.push(readEntry(directory, offset, nameLength))
    offset +=
      ENTRY_SIZE + nameLength + directory.readUInt16LE(offset + 30) + directory.readUInt16LE(offset + 32)
  }
  return entries
}

/** @param {Buffer} tail */
function findEndRecord(tail) {
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return at
  }
  throw new Error('This is not a complete zip archive.')
}

/** @param {Buffer} directory @param {number} offset @param {number} nameLength @returns {ZipEntry} */
function readEntry(directory, offset, nameLength) {
  return {
    name: directory.toString('utf8', offset + ENTRY_SIZE, offset + ENTRY_SIZE + nameLength),
    mode: (directory.readUInt32LE(offset + 38) >>> 16) & 0o777,
    method: directory.readUInt16LE(offset + 10),
    compressedSize: directory.readUInt32LE(offset + 20),
    headerOffset: directory.readUInt32LE(offset + 42),
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} file
 * @param {string} zipPath
 * @param {ZipEntry} entry
 * @param {string} target
 */
async function unpackEntry(file, zipPath, entry, target) {
  const header = await readAt(file, entry.headerOffset, LOCAL_HEADER_SIZE)
  const start = entry.headerOffset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28)
  const writer = createWriteStream(target, { mode: entry.mode || 0o644 })
  if (entry.compressedSize === 0) {
    writer.end()
    return
  }
  const reader = createReadStream(zipPath, { start, end: start + entry.compressedSize - 1 })
  if (entry.method === DEFLATED) await pipeline(reader, createInflateRaw(), writer)
  else await pipeline(reader, writer)
}

/** @param {import('node:fs/promises').FileHandle} file @param {number} position @param {number} length */
async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length)
  await file.read(buffer, 0, length, position)
  return buffer
}
