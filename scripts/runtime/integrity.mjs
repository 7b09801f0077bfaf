import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/**
 * @param {string} file
 * @param {string} expected as in a lock file: `sha512-<base64>`
 * @throws when the file is not the expected one
 */
export async function checkIntegrity(file, expected) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== expected) {
    throw new Error(`${file} is not the file that was expected: its checksum is ${found}, not ${expected}.`)
  }
}
