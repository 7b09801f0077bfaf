// Both kinds of file are lists of PNG pictures behind a head.

/** Sizes in pixels that Windows looks for; 256 is written as 0. */
const icoSizes = [16, 24, 32, 48, 64, 256]

/**
 * The types of macOS' pictures, each of a size in pixels; some are for screens of twice the density.
 * @type {[string, number][]}
 */
const icnsTypes = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]

/**
 * An icon file of Windows.
 * @param {ReadonlyMap<number, Buffer>} pictures PNG by size
 */
export function icoOf(pictures) {
  const files = icoSizes.map((size) => pictureOf(pictures, size))
  const head = Buffer.alloc(6)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(files.length, 4)
  let offset = 6 + 16 * files.length
  const entries = files.map((png, index) => {
    const entry = Buffer.alloc(16)
    entry.writeUInt8(icoSizes[index] % 256, 0)
    entry.writeUInt8(icoSizes[index] % 256, 1)
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(png.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += png.length
    return entry
  })
  return Buffer.concat([head, ...entries, ...files])
}

/**
 * An icon file of macOS.
 * @param {ReadonlyMap<number, Buffer>} pictures PNG by size
 */
export function icnsOf(pictures) {
  const parts = icnsTypes.map(([type, size]) => {
    const png = pictureOf(pictures, size)
    return Buffer.concat([headOf(type, png.length), png])
  })
  const body = Buffer.concat(parts)
  return Buffer.concat([headOf('icns', body.length), body])
}

/** @param {ReadonlyMap<number, Buffer>} pictures @param {number} size */
export function pictureOf(pictures, size) {
  const png = pictures.get(size)
  if (!png) throw new Error(`There is no picture of ${size} pixels`)
  return png
}

/** @param {string} type four letters @param {number} length of what follows */
function headOf(type, length) {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(8 + length, 4)
  return head
}
