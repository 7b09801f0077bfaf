import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { leftLog } from '../../../db/left-logs.js'

/** Names that Windows keeps for devices, with any ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i

/** Of the 255 that a name may have: the rest is for what is added, such as “ (salvaged).stet-journal”. */
const mostBytes = 200

/** A title as a file name that every system takes: at most 80 characters, none of them reserved, never empty or hidden. */
export function fileNameFor(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  const name = shortened(plain).replace(/[. ]+$/, '')
  return !name || reserved.test(name) ? 'Untitled' : name
}

/** The start of a name, in whole characters. */
function shortened(name: string): string {
  let length = 0
  let bytes = 0
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (length + character.length > 80 || bytes > mostBytes) break
    length += character.length
  }
  return name.slice(0, length)
}

/**
 * A path in `folder` where a case can be put: `name.stet`, `name 2.stet`, and so on, the first that no file has and beside
 * which no log of another case was left.
 */
export async function freeCasePath(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${number === 1 ? name : `${name} ${number}`}.stet`)
    if (!(await exists(path)) && !leftLog(path)) return path
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
