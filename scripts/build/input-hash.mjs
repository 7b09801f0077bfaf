import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { inProject, projectFolder } from '../runtime/project-folder.mjs'

const INPUTS = [
  'electron',
  'renderer',
  'shared',
  'db',
  'samples',
  'scripts/build',
  'package.json',
  'package-lock.json',
]

/**
 * @returns {string} a digest of everything the build depends on. By content, not by time: a checkout that changes times
 * alone must not cost a build, and one that restores old times must not skip it.
 */
export function hashInputs() {
  const hash = createHash('sha256')
  for (const file of INPUTS.flatMap((input) => filesUnder(inProject(input))).sort()) {
    hash
      .update(`${path.relative(projectFolder, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @param {string} place a file, a folder or nothing @returns {string[]} */
function filesUnder(place) {
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
