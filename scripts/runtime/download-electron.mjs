import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { cacheFolder } from './cache-folder.mjs'
import { isElectronInstalled, productElectronVersion } from './electron-package.mjs'
import { progress } from './progress.mjs'
import { inProject } from './project-folder.mjs'
import { singleRun } from './single-run.mjs'

const OVERALL_LIMIT_MS = 20 * 60 * 1000
// Long enough for a slow handshake; a download that brings nothing for this long will not end well.
const STALL_LIMIT_MS = 40 * 1000
const WATCH_MS = 1000
const REMEMBER_FAILURE_MS = 12 * 60 * 60 * 1000

/**
 * @typedef {object} DownloadAttempt
 * @property {boolean} installed
 * @property {string} reason why not, in a few words; empty when installed
 */

/**
 * Has `install-electron` download the product's Electron, within limits: it ends soon where there is no network, and a
 * download that stands still is given up.
 * @param {{ rememberFailure: boolean }} options with `rememberFailure`, a failure of the last hours counts for now
 * @returns {Promise<DownloadAttempt>}
 */
export async function downloadElectron({ rememberFailure }) {
  const remembered = rememberFailure ? recentFailure() : null
  if (remembered !== null) return { installed: false, reason: remembered }
  return singleRun(`${failureFile()}.lock`, "Electron's download", download)
}

/** @returns {Promise<DownloadAttempt>} */
async function download() {
  if (isElectronInstalled()) return { installed: true, reason: '' }
  progress(`downloading Electron ${productElectronVersion()} ...`)
  const reason = await runInstaller()
  const installed = reason === '' && isElectronInstalled()
  if (installed) rmSync(failureFile(), { force: true })
  else writeFileSync(failureFile(), JSON.stringify({ at: Date.now(), reason }))
  return { installed, reason: installed ? '' : reason || 'install-electron left no complete Electron' }
}

function failureFile() {
  return path.join(cacheFolder('runtime'), `electron-${productElectronVersion()}-download-failed.json`)
}

/** @returns {string | null} the reason of a recent failure, unless STET_RETRY_ELECTRON asks to forget it */
function recentFailure() {
  if (process.env.STET_RETRY_ELECTRON || !existsSync(failureFile())) return null
  try {
    const { at, reason } = JSON.parse(readFileSync(failureFile(), 'utf8'))
    return Date.now() - at < REMEMBER_FAILURE_MS ? `${reason}, earlier today` : null
  } catch {
    return null
  }
}

/** @returns {Promise<string>} why it failed, or an empty string */
async function runInstaller() {
  // The installer downloads into the temporary folder; having one of its own shows how far it is.
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'stet-electron-'))
  try {
    return await watchInstaller(temporary)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/** @param {string} temporary @returns {Promise<string>} */
function watchInstaller(temporary) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inProject('node_modules', 'electron', 'install.js')], {
      env: {
        ...process.env,
        TMPDIR: temporary,
        TMP: temporary,
        TEMP: temporary,
        ELECTRON_GET_NO_PROGRESS: '1',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    let givenUp = ''
    const giveUp = (/** @type {string} */ reason) => {
      givenUp = reason
      child.kill('SIGKILL')
    }
    const watch = watchProgress(temporary, giveUp)
    child.stderr.on('data', (chunk) => (errors += chunk))
    child.on('error', (error) => (errors += error.message))
    child.on('close', (code) => {
      clearInterval(watch)
      resolve(givenUp || (code === 0 ? '' : firstLine(errors)))
    })
  })
}

/** @param {string} temporary @param {(reason: string) => void} giveUp */
function watchProgress(temporary, giveUp) {
  const started = Date.now()
  let lastBytes = 0
  let lastChange = started
  let lastSaid = started
  return setInterval(() => {
    const now = Date.now()
    const bytes = folderSize(temporary) + folderSize(inProject('node_modules', 'electron', 'dist'))
    if (bytes !== lastBytes) [lastBytes, lastChange] = [bytes, now]
    if (now - started > OVERALL_LIMIT_MS) giveUp('the download took too long')
    else if (now - lastChange > STALL_LIMIT_MS) giveUp('the download stood still')
    else if (now - lastSaid > 10_000) {
      progress(bytes > 0 ? `  ${Math.round(bytes / 1e6)} MB` : '  no answer yet')
      lastSaid = now
    }
  }, WATCH_MS)
}

/** @param {string} folder @returns {number} bytes */
function folderSize(folder) {
  if (!existsSync(folder)) return 0
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    bytes += statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0
  }
  return bytes
}

/** @param {string} text */
function firstLine(text) {
  return text.trim().split('\n')[0] || 'install-electron failed without saying why'
}
