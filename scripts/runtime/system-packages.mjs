import { existsSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isRoot } from './display.mjs'
import { progress } from './progress.mjs'
import { runCommand, tail } from './run-command.mjs'

// Debian's names. Some were renamed with the 64-bit time transition; see `renamed`.
const ELECTRON_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'fonts-dejavu-core',
  'fonts-noto-core',
]
const DISPLAY_PACKAGES = ['xvfb', 'xauth']
const COMPILER_PACKAGES = ['g++', 'make', 'python3']

/** The system lacks something that only its package manager can bring. The message names the command for it. */
export class MissingSystemPackages extends Error {}

/**
 * @typedef {object} SystemNeed
 * @property {string} what for a message: what is missing
 * @property {string[]} packages Debian packages that bring it
 */

/** @param {string} executable an Electron @returns {Promise<SystemNeed | null>} */
export async function missingForElectron(executable) {
  if (process.platform !== 'linux') return null
  const libraries = await missingLibraries(executable)
  if (libraries.length > 0) {
    return { what: `libraries that Electron needs (${libraries.join(', ')})`, packages: ELECTRON_PACKAGES }
  }
  return hasFonts() ? null : { what: 'fonts', packages: ELECTRON_PACKAGES }
}

/** @returns {SystemNeed | null} */
export function missingForVirtualDisplay() {
  if (isOnPath('xvfb-run') && isOnPath('xauth')) return null
  return { what: 'a virtual display (xvfb-run)', packages: DISPLAY_PACKAGES }
}

/** @returns {SystemNeed | null} */
export function missingForCompiling() {
  if (['c++', 'make', 'python3'].every(isOnPath)) return null
  return { what: 'a C++ compiler, make or python3, to build SQLite', packages: COMPILER_PACKAGES }
}

/**
 * Brings what is missing, or says how. Installs only where asked to and allowed to.
 * @param {Array<SystemNeed | null>} needs
 * @param {{ mayInstall: boolean }} options
 */
export async function provideSystemPackages(needs, { mayInstall }) {
  const missing = needs.filter((need) => need !== null)
  if (missing.length === 0) return
  const what = missing.map((need) => need.what).join(' and ')
  const packages = await renamed(missing.flatMap((need) => need.packages))
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (!mayInstall || !isRoot() || !isOnPath('apt-get')) {
    throw new MissingSystemPackages(
      `This system lacks ${what}. Install them, on Debian with: sudo ${command}`,
    )
  }
  progress(`this system lacks ${what}; installing: ${packages.join(' ')} ...`)
  await aptGet(packages)
}

/** @param {string[]} packages */
async function aptGet(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update', '-qq'], { env })
  const args = ['install', '-y', '--no-install-recommends', ...packages]
  const { code, output } = await runCommand('apt-get', args, { env })
  if (code === 0) return
  throw new MissingSystemPackages(`"apt-get ${args.join(' ')}" failed.\n${tail(output)}`)
}

/**
 * Newer Debian and Ubuntu have some libraries as `<name>t64`, and the old name not always as an alias.
 * @param {string[]} names
 */
async function renamed(names) {
  if (!isOnPath('apt-cache')) return names
  const known = await Promise.all(
    names.map(async (name) => {
      const { code } = await runCommand('apt-cache', ['show', `${name}t64`])
      return code === 0 ? `${name}t64` : name
    }),
  )
  return known
}

/** @param {string} executable @returns {Promise<string[]>} names of shared libraries */
async function missingLibraries(executable) {
  const { output } = await runCommand('ldd', [executable], { timeoutMs: 30_000 })
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}

function hasFonts() {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    path.join(os.homedir(), '.local/share/fonts'),
  ]
  return folders.some((folder) => {
    if (!existsSync(folder)) return false
    return readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(String(name)))
  })
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)))
}
