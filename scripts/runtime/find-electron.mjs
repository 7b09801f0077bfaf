import { existsSync } from 'node:fs'
import path from 'node:path'
import { downloadElectron } from './download-electron.mjs'
import {
  electronDist,
  executableIn,
  isElectronInstalled,
  productElectronVersion,
  versionOf,
} from './electron-package.mjs'
import { FALLBACK_ELECTRON_VERSION, ensureFallbackElectron, hasFallback } from './fallback-electron.mjs'
import { progress } from './progress.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {'override' | 'package' | 'fallback'} source
 * @property {string} version
 * @property {string} executable starts an app folder: `<executable> <folder>`
 * @property {string} packagingDist the folder that a package is made from
 */

/**
 * Finds an Electron, fetching one if need be: the one the user names, else the product's own, else the fallback.
 * @returns {Promise<ElectronRuntime>}
 */
export async function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (override) return overridden(path.resolve(override))
  if (isElectronInstalled()) return packaged()
  const attempt = await downloadElectron({ rememberFailure: hasFallback() })
  if (attempt.installed) return packaged()
  if (!hasFallback()) throw new Error(missingElectron(attempt.reason))
  sayThatItFallsBack(attempt.reason)
  return fallback()
}

let said = false

/** @param {string} reason */
function sayThatItFallsBack(reason) {
  if (said) return
  said = true
  progress(
    `Electron ${productElectronVersion()} could not be downloaded (${reason}); using the older Electron ` +
      `${FALLBACK_ELECTRON_VERSION}, for development only. STET_RETRY_ELECTRON=1 tries the download again.`,
  )
}

/** @param {string} dist @returns {ElectronRuntime} */
function overridden(dist) {
  const executable = executableIn(dist)
  if (!existsSync(executable)) {
    throw new Error(
      `ELECTRON_OVERRIDE_DIST_PATH is ${dist}, but there is no ${path.basename(executable)} in it. Set it to the ` +
        `folder of an unpacked Electron, or unset it.`,
    )
  }
  return { source: 'override', version: versionOf(dist) ?? 'unknown', executable, packagingDist: dist }
}

/** @returns {ElectronRuntime} */
function packaged() {
  return {
    source: 'package',
    version: productElectronVersion(),
    executable: executableIn(electronDist),
    packagingDist: electronDist,
  }
}

/** @returns {Promise<ElectronRuntime>} */
async function fallback() {
  const { developmentDist, packagingDist } = await ensureFallbackElectron()
  return {
    source: 'fallback',
    version: FALLBACK_ELECTRON_VERSION,
    executable: executableIn(developmentDist),
    packagingDist,
  }
}

/** @param {string} reason */
function missingElectron(reason) {
  return (
    `Electron ${productElectronVersion()} could not be downloaded: ${reason}. Check the network and run ` +
    `"npx install-electron", or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.`
  )
}
