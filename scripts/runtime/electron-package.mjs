import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inProject } from './project-folder.mjs'

const packageFolder = inProject('node_modules', 'electron')

/** @returns {string} the version of the `electron` package, which is the product's Electron */
export function productElectronVersion() {
  return JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')).version
}

/** The folder that `install-electron` unpacks into. */
export const electronDist = path.join(packageFolder, 'dist')

/** @returns {boolean} whether the package's own Electron is there, complete and of the package's version */
export function isElectronInstalled() {
  // `install-electron` writes path.txt last, so its presence says that unpacking came to its end.
  if (!existsSync(path.join(packageFolder, 'path.txt'))) return false
  return existsSync(executableIn(electronDist)) && versionOf(electronDist) === productElectronVersion()
}

/** @param {string} dist an unpacked Electron @returns {string} its executable */
export function executableIn(dist) {
  if (process.platform === 'win32') return path.join(dist, 'electron.exe')
  if (process.platform === 'darwin') return path.join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron')
  return path.join(dist, 'electron')
}

/** @param {string} dist an unpacked Electron @returns {string | null} its version without a leading v, if it says */
export function versionOf(dist) {
  const file = path.join(dist, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : null
}
